"""Pictures: their description in a frame as wide as it, in the middle of the measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.cells import width
from reader.layout.extents import extent
from reader.layout.frames import IMAGE
from reader.layout.line import Line, Ornament
from reader.layout.runs import ornament, text_runs
from reader.work.model import Align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.line import Run
    from reader.layout.piece import Piece
    from reader.work.model import Block

_LABEL = f" {IMAGE} "
_SIDE = 2
"""Cells from the outer edge of a frame to what is in it."""


def boxed_lines(piece: Piece, block: Block, first: int, after: int) -> Iterator[Line]:
    """The lines of a picture's frame from one to just before another."""
    extents = [extent(piece, block.text, row) for row in range(len(piece.begins))]
    inner = max(width(block.text[begin:end]) for begin, end in extents)
    named = bool(block.text) and block.text.casefold() != IMAGE
    room = piece.frame.width - 2 * _SIDE
    inner = max(inner, min(len(_LABEL) + 2 if named else len(IMAGE), room))
    size = min(inner, room) + 2 * _SIDE
    left = piece.frame.left + (piece.frame.width - size if block.align is Align.END else 0)
    if block.align is not Align.END:
        left += (piece.frame.width - size) // 2
    label = _LABEL if named and size >= len(_LABEL) + 4 else ""
    for row in range(first, after):
        if row == 0:
            begin = end = extents[0][0]
            runs = _top(block, left, size, label)
        elif row == piece.rows - 1:
            edge = f"╰{'─' * (size - 2)}╯"
            begin = end = extents[-1][1]
            runs = [ornament(block, left, edge, size, Ornament.FRAME)]
        else:
            begin, end = extents[row - 1]
            runs = _between_sides(piece, block, left, size, begin, end)
        yield Line(tuple(runs), piece.block, piece.start + begin, piece.start + end)


def _top(block: Block, left: int, size: int, label: str) -> list[Run]:
    """The upper edge, in which stands what it is a frame of."""
    if not label:
        return [ornament(block, left, f"╭{'─' * (size - 2)}╮", size, Ornament.FRAME)]
    rest = size - _SIDE - len(label)
    return [
        ornament(block, left, "╭─", _SIDE, Ornament.FRAME),
        ornament(block, left + _SIDE, label, len(label), Ornament.MARKER),
        ornament(block, left + size - rest, "─" * (rest - 1) + "╮", rest, Ornament.FRAME),
    ]


def _between_sides(piece: Piece, block: Block, left: int, size: int, begin: int, end: int) -> list[Run]:
    """One line of the description, in the middle where it is the only one.

    The blanks beside it are the frame's: a click on them is one on the picture.
    """
    spare = size - 2 * _SIDE - (width(block.text[begin:end]) if block.text else len(IMAGE))
    before = spare if block.rtl else spare // 2 if len(piece.begins) == 1 else 0
    column = left + _SIDE + before
    inside = list(text_runs(piece, block, column, begin, end))
    if not block.text:
        inside = [ornament(block, column, IMAGE, len(IMAGE), Ornament.FRAME)]
    sides = ("│" + " " * (_SIDE - 1 + before), " " * (spare - before + _SIDE - 1) + "│")
    return [
        ornament(block, left, sides[0], len(sides[0]), Ornament.FRAME),
        *inside,
        ornament(block, left + size - len(sides[1]), sides[1], len(sides[1]), Ornament.FRAME),
    ]
