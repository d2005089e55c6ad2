"""The app's two modes, each with a screen of its own at the bottom."""

from __future__ import annotations

READING = "reading"
LIBRARY = "library"
