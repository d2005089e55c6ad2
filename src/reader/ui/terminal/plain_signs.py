"""Writes ASCII for signs that the terminal can't show, after all is laid out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from reader.layout.signs import DRAWN
from reader.layout.stand_ins import table_for
from reader.ui.terminal.console_font import ASSUMED, characters_of_font

if TYPE_CHECKING:
    from textual.color import Color


class PlainSigns(LineFilter):
    """Puts other signs in the place of some, each of which takes as many cells."""

    def __init__(self, table: dict[int, str]) -> None:
        super().__init__()
        self._table = table

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # as Textual calls it
        """The segments of a line without signs that can't be shown."""
        table = self._table
        return [
            segment if segment.text.isascii() else Segment(segment.text.translate(table), *segment[1:])
            for segment in segments
        ]


def for_any_terminal() -> PlainSigns:
    """For one that has nothing but ASCII."""
    return PlainSigns(table_for(str.isascii))


def for_console() -> PlainSigns:
    """For the Linux console: what its font lacks, as far as it can be asked."""
    file = sys.__stdout__.fileno() if sys.__stdout__ else -1
    font = characters_of_font(file)
    return PlainSigns(table_for((font or frozenset(ASSUMED)).__contains__))


def for_wide_signs() -> PlainSigns:
    """For a terminal in which ambiguous characters take two cells: lines and blocks would, too."""
    return PlainSigns(table_for(lambda sign: sign not in DRAWN))
