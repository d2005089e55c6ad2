"""The colours of marks, by name: in the file, on the command line, and beside every mark that is shown."""

from __future__ import annotations

COLOURS = ("yellow", "green", "blue", "pink", "orange", "violet")
"""In the order of the digits that choose them, from 1. What a hand wrote besides is shown as the first."""


def next_colour(colour: str) -> str:
    """The colour after one, in turn; the second after one that is not ours."""
    at = COLOURS.index(colour) if colour in COLOURS else 0
    return COLOURS[(at + 1) % len(COLOURS)]


def colour_of_key(character: str | None) -> str | None:
    """The colour that a digit stands for, from 1 on; None for any other key."""
    if character is None or not (character.isascii() and character.isdigit()):
        return None
    return COLOURS[int(character) - 1] if 1 <= int(character) <= len(COLOURS) else None
