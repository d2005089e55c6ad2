"""The lines of a page, made only when it is to be shown: runs of text of one look, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.layout.breaking import shown_end
from reader.layout.cells import SOFT_HYPHEN, has_clusters, is_boundary, visible, width
from reader.work.model import Align, BlockKind, Role, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.pieces import Piece
    from reader.work.model import Block

_RULE = "─"
_SCENE_BREAK = "* * *"
"""What stands for a scene break whose author typed nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line that looks the same throughout."""

    column: int
    """Cells from the left edge of the measure."""
    text: str
    """As many code points as of the chapter's text from `start` on: a tab is a space, a soft hyphen "-"."""
    width: int
    """Cells that it takes."""
    start: int
    """The text position of its first code point; -1 when it is an ornament that is not in the text."""
    style: Style = Style.PLAIN
    link: str = ""
    role: Role = Role.STORY
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, its runs from left to right."""

    runs: tuple[Run, ...]
    block: int
    """The index of the block it shows; -1 for a blank line."""
    start: int
    """The text position of the first that it shows."""
    end: int
    """Just past the last."""


def blank_line(position: int) -> Line:
    """A line with nothing on it, before what stands at a text position."""
    return Line((), -1, position, position)


def lines_of(piece: Piece, block: Block, first: int, after: int) -> Iterator[Line]:
    """The lines of a piece from one to just before another."""
    if piece.cells:
        for row in range(first, after):
            yield _table_line(piece, block, row)
        return
    for row in range(first, after):
        begin, end = extent(piece, block.text, row)
        yield Line(
            tuple(_placed(piece, block, row, begin, end)), piece.block, piece.start + begin, piece.start + end
        )


def extent(piece: Piece, text: str, row: int) -> tuple[int, int]:
    """The offsets in the block's text at which what is shown of a piece's line begins and ends."""
    return _extent(piece.begins, piece.end, row, text, plain=piece.plain)


def _extent(begins: list[int], end: int, row: int, text: str, *, plain: bool) -> tuple[int, int]:
    begin = begins[row]
    if row + 1 < len(begins):
        end = begins[row + 1]
        if plain or text[end - 1] != SOFT_HYPHEN:
            end = shown_end(text, begin, end, plain=plain)
    return begin, end


def _placed(piece: Piece, block: Block, row: int, begin: int, end: int) -> Iterator[Run]:
    """A line's runs in their columns, with what stands before its first and after its last."""
    frame = piece.frame
    stretches = _stretches(block, begin, end, plain=piece.plain)
    lead = frame.lead if row == 0 else ""
    tail = frame.tail if row == piece.rows - 1 else ""
    if block.kind is BlockKind.SCENE_BREAK and begin == end:
        lead = _SCENE_BREAK if frame.width >= len(_SCENE_BREAK) else "*"
    before = width(lead)
    total = sum(size for _, size, *_ in stretches) + (0 if frame.rtl else before) + len(tail)
    indent = 0 if lead and not frame.rtl else frame.first if row == 0 else frame.rest
    if frame.align is Align.CENTRE:
        column = frame.left + max(0, (frame.width - total) // 2)
    elif frame.align is Align.END:
        column = frame.left + max(0, frame.width - total - indent)
    else:
        column = frame.left + indent
    if lead and not frame.rtl:
        yield _ornament(block, column, lead, before)
        column += before
    for text, size, start, style, link in stretches:
        yield Run(column, text, size, piece.start + start, style, link, block.role, block.kind, block.level)
        column += size
    if tail:
        yield _ornament(block, column, tail, len(tail))
    if lead and frame.rtl:
        yield _ornament(block, column, lead, before)


def _ornament(block: Block, column: int, text: str, size: int) -> Run:
    return Run(column, text, size, -1, Style.PLAIN, "", block.role, block.kind, block.level)


def _table_line(piece: Piece, block: Block, row: int) -> Line:
    """One line of a table's row, across its cells, or the rule under them."""
    start, end = piece.start + piece.begins[0], piece.start + piece.end
    if piece.rule and row == piece.rows - 1:
        rule = _ornament(block, piece.frame.left, _RULE * piece.rule, piece.rule)
        return Line((rule,), piece.block, end, end)
    runs = []
    for cell in piece.cells:
        if row >= len(cell.begins):
            continue
        column = piece.frame.left + cell.column
        begin, stop = _extent(cell.begins, cell.end, row, block.text, plain=False)
        for text, size, offset, style, link in _stretches(block, begin, stop, plain=False):
            position = piece.start + offset
            runs.append(Run(column, text, size, position, style, link, block.role, block.kind, block.level))
            column += size
    return Line(tuple(runs), piece.block, start, end)


def _stretches(block: Block, begin: int, end: int, *, plain: bool) -> list[tuple[str, int, int, Style, str]]:
    """What is shown between two offsets, cut where the look changes: text, cells, offset, style, link."""
    found: list[tuple[str, int, int, Style, str]] = []
    for start, stop, style, link in _looks(block, begin, end, plain=plain):
        if plain:
            found.append((block.text[start:stop], stop - start, start, style, link))
            continue
        for part, after in visible(block.text, start, stop):
            text = block.text[part:after].replace("\t", " ")
            found.append((text, width(text), part, style, link))
        if stop == end and block.text[stop - 1] == SOFT_HYPHEN:
            found.append(("-", 1, stop - 1, style, link))
    return found


def _looks(block: Block, begin: int, end: int, *, plain: bool) -> Iterator[tuple[int, int, Style, str]]:
    """The stretches between two offsets that the spans make; a cluster looks as its first code point."""
    text = block.text
    clustered = not plain and bool(block.spans) and has_clusters(text)
    at = begin
    for span in block.spans:
        start, stop = max(span.start, at), min(span.end, end)
        while clustered and start < end and not is_boundary(text, start):
            start += 1
        while clustered and stop < end and not is_boundary(text, stop):
            stop += 1
        if start >= stop:
            continue
        if start > at:
            yield at, start, Style.PLAIN, ""
        yield start, stop, span.style, span.link
        at = stop
    if at < end:
        yield at, end, Style.PLAIN, ""
