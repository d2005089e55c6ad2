"""What of a block's text each of its lines shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.breaking import shown_end
from reader.layout.cells import SOFT_HYPHEN

if TYPE_CHECKING:
    from reader.layout.piece import Piece


def extent(piece: Piece, text: str, row: int) -> tuple[int, int]:
    """The offsets in the block's text at which what is shown of a piece's line begins and ends."""
    return extent_of(piece.begins, piece.end, row, text, plain=piece.plain)


def extent_of(begins: list[int], end: int, row: int, text: str, *, plain: bool) -> tuple[int, int]:
    """The same of lines that begin at some offsets, the last of which ends at one."""
    begin = begins[row]
    if row + 1 < len(begins):
        end = begins[row + 1]
        if plain or text[end - 1] != SOFT_HYPHEN:
            end = shown_end(text, begin, end, plain=plain)
    return begin, end
