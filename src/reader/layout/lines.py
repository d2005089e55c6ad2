"""The lines of a page, made from its pieces only when it is to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.cells import width
from reader.layout.extents import extent, extent_of
from reader.layout.line import Line, Ornament, Run
from reader.layout.runs import ornament, runs_of, stretches_of, with_tails
from reader.layout.tails import Tails
from reader.work.model import Align, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.piece import Piece
    from reader.work.model import Block

_RULE = "─"
_SCENE_BREAK = "* * *"
"""What stands for a scene break whose author typed nothing."""


def lines_of(piece: Piece, block: Block, first: int, after: int) -> Iterator[Line]:
    """The lines of a piece from one to just before another."""
    if piece.cells:
        for row in range(first, after):
            yield _table_line(piece, block, row)
        return
    if piece.folded:
        size = width(piece.folded)
        sign = Run(piece.frame.left, piece.folded, size, -1, role=block.role, ornament=Ornament.FOLD)
        yield Line((sign,), piece.block, piece.start, piece.start + piece.end)
        return
    if piece.frame.boxed:
        from reader.layout.boxes import boxed_lines  # few chapters have a picture

        yield from boxed_lines(piece, block, first, after)
        return
    tails = Tails(piece, block.text, first)
    for row in range(first, after):
        begin, end = extent(piece, block.text, row)
        runs = _placed(piece, block, row, begin, end, tails.of(row, begin, end))
        yield Line(tuple(runs), piece.block, piece.start + begin, piece.start + end)


def _placed(
    piece: Piece, block: Block, row: int, begin: int, end: int, tails: dict[int, str]
) -> Iterator[Run]:
    """A line's runs in their columns, with what stands before its first and after its last."""
    frame = piece.frame
    stretches = stretches_of(block, begin, end, plain=piece.plain)
    if tails:
        stretches = list(with_tails(stretches, tails))
    lead = frame.turn if row else frame.lead
    tail = frame.tail if row == piece.rows - 1 else ""
    what = Ornament.TURN if row else Ornament.MARKER
    if block.kind is BlockKind.IMAGE:
        what = Ornament.FRAME
    if block.kind is BlockKind.SCENE_BREAK and begin == end:
        what = Ornament.SCENE_BREAK
        lead = _SCENE_BREAK if frame.width >= len(_SCENE_BREAK) else "*"
    before = width(lead)
    total = sum([stretch.width for stretch in stretches]) + (0 if frame.rtl else before) + len(tail)
    indent = 0 if lead and not frame.rtl else frame.first if row == 0 else frame.rest
    if frame.align is Align.CENTRE:
        column = frame.left + max(0, (frame.width - total) // 2)
    elif frame.align is Align.END:
        column = frame.left + max(0, frame.width - total - indent)
    else:
        column = frame.left + indent
    if lead and not frame.rtl:
        yield ornament(block, column, lead, before, what)
        column += before
    runs = list(runs_of(piece, block, column, stretches))
    column += sum([run.width for run in runs])
    if piece.turned:
        from reader.layout.direction import as_seen  # few works need it

        runs = as_seen(runs, rtl=frame.rtl)
    yield from runs
    if tail:
        yield ornament(block, column, tail, len(tail), what)
    if lead and frame.rtl:
        yield ornament(block, column, lead, before, what)


def _table_line(piece: Piece, block: Block, row: int) -> Line:
    """One line of a table's row, across its cells, or the rule under them."""
    start, end = piece.start + piece.begins[0], piece.start + piece.end
    runs: list[Run] = []
    if piece.rule and row == piece.rows - 1:
        rule = ornament(block, piece.frame.left, _RULE * piece.rule, piece.rule, Ornament.RULE)
        return Line((rule,), piece.block, end, end)
    for cell in piece.cells:
        if row >= len(cell.begins):
            continue
        column = piece.frame.left + cell.column
        begin, stop = extent_of(cell.begins, cell.end, row, block.text, plain=False)
        stretches = stretches_of(block, begin, stop, plain=False)
        if cell.to_right:
            column += cell.to_right - sum([stretch.width for stretch in stretches])
        runs += runs_of(piece, block, column, stretches)
    return Line(tuple(runs), piece.block, start, end)
