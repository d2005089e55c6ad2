"""What a line shows that is not in the text: the cells that widen its gaps, the hyphen of a divided word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.cells import SOFT_HYPHEN, width
from reader.layout.extents import extent
from reader.layout.gaps import gaps_of
from reader.layout.spreading import can_spread, gap_columns, spread

if TYPE_CHECKING:
    from reader.layout.piece import Piece

_LOOK_BACK = 2
"""Lines before the first wanted one that are set for what they have to say on where its wide gaps stand."""


class Tails:
    """The tails of a piece's lines from one on, to be asked for in order.

    It changes: it knows the gaps of the line before.
    """

    def __init__(self, piece: Piece, text: str, first: int) -> None:
        self._piece = piece
        self._text = text
        self._above: dict[int, int] = {}
        if piece.justified:
            for row in range(max(0, first - _LOOK_BACK), first):
                self.of(row, *extent(piece, text, row))

    def of(self, row: int, begin: int, end: int) -> dict[int, str]:
        """What stands before which offsets of a line, in order, besides its text from `begin` to `end`."""
        piece = self._piece
        if row + 1 == piece.rows or not (piece.justified or piece.hyphens):
            return {}
        divided = piece.begins[row + 1] in piece.hyphens
        tails = self._spread(row, begin, end, 1 if divided else 0) if piece.justified else {}
        if divided:
            tails[end] = "-"
        return tails

    def _spread(self, row: int, begin: int, end: int, hyphen: int) -> dict[int, str]:
        """The spaces that make the gaps of one line wider."""
        room = self._piece.frame.room
        indent = 0 if row else room.rest - room.first
        cells = end - begin if self._piece.plain else self._cells(begin, end)
        lacking = (room.rest if row else room.first) - cells - hyphen
        gaps = gaps_of(self._text, begin, end, indent, plain=self._piece.plain)
        if not can_spread(lacking, len(gaps)):
            self._above = gap_columns(gaps, [0] * len(gaps))
            return {}
        extra = spread(gaps, lacking, row, self._above)
        self._above = gap_columns(gaps, extra)
        return {gap.offset + 1: " " * more for gap, more in zip(gaps, extra, strict=True) if more}

    def _cells(self, begin: int, end: int) -> int:
        return width(self._text[begin:end]) + (self._text[end - 1] == SOFT_HYPHEN)
