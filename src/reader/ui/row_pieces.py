"""What rows of lists are made of: pieces of text that know what they are, fitted into cells. No Textual.

Widths are terminal cells. Text from files comes out on one line and without control characters.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from rich.cells import cell_len

from reader.ui.text_in_cells import shortened

MARKER_WIDTH = 2
"""Cells before the first column, for the mark of the chosen row."""


class Tone(StrEnum):
    """What a piece of a row is, and so how it looks."""

    MAIN = "main"
    PLAIN = "plain"
    QUIET = "quiet"
    DONE = "done"
    """The part of a bar that is read, and the tick of a finished work."""
    REST = "rest"
    """The part of a bar that is not; rules."""
    HEAD = "head"
    """The head of a kind of tags."""
    INCLUDED = "included"
    EXCLUDED = "excluded"
    WARNING = "warning"
    KEY = "key"
    MATCH = "match"
    """What was searched for."""


class Piece(NamedTuple):
    """A stretch of a row in one look."""

    text: str
    tone: Tone = Tone.PLAIN


@cache  # few works have any of it, and a list that has none is shown sooner without
def _unshowable() -> re.Pattern[str]:
    """Controls, line separators, overrides of the direction, and halves of code points.

    An override would turn the whole row round; a half can be sent to no terminal.
    """
    return re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


def one_line(text: str) -> str:
    """Text from a file as it may be shown: on one line, without anything that steers a terminal."""
    if text.isprintable():
        return text if text.isascii() else " ".join(text.split())
    return " ".join(_unshowable().sub(" ", text).split())


def folded_piece(reason: str, width: int) -> Piece:
    """What stands in the place of a work that the reader never wants to see."""
    return Piece(fitted(f"· hidden: {one_line(reason)}", width), Tone.QUIET)


def fitted(text: str, width: int) -> str:
    """The text in exactly so many cells: an ellipsis where it was cut, spaces after it where it is short."""
    shown = shortened(text, width)
    return shown + " " * (width - cell_len(shown))


def bar_pieces(share: float, width: int) -> tuple[Piece, Piece]:
    """A bar for a share from 0 to 1, drawn to half a cell; whatever is begun but not done looks so."""
    halves = round(share * width * 2)
    if 0 < share < 1:
        halves = max(1, min(halves, width * 2 - 1))
    done = "━" * (halves // 2) + "╸" * (halves % 2)
    return Piece(done, Tone.DONE), Piece("─" * (width - len(done)), Tone.REST)
