"""The colours of marks, by name: in the file, on the command line, and beside every mark that is shown."""

from __future__ import annotations

COLOURS = ("yellow", "green", "blue", "pink", "orange", "violet")
"""In the order of the digits that choose them, from 1. What a hand wrote besides is shown as the first."""
