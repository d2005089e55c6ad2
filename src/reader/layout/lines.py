"""The lines of a page, made only when it is to be shown: runs of text of one look, and where they stand."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.layout.cells import SOFT_HYPHEN, has_clusters, is_boundary, visible, width
from reader.layout.extents import extent, extent_of
from reader.layout.glyphs import glyphs
from reader.layout.tails import Tails
from reader.work.model import Align, BlockKind, Role, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.pieces import Piece
    from reader.work.model import Block

_RULE = "─"
_SCENE_BREAK = "* * *"
"""What stands for a scene break whose author typed nothing."""


class Ornament(StrEnum):
    """What is shown that is not in the text."""

    SCENE_BREAK = "scene-break"
    MARKER = "marker"
    """Of a list item."""
    RULE = "rule"
    """Under the heads of a table."""
    FRAME = "frame"
    """Round a picture's description."""
    TURN = "turn"
    """Before the rest of a line of preformatted text that was too long."""
    FOLD = "fold"
    """For matter that is folded; its line goes from the first to the last text position of that."""


class Run(NamedTuple):
    """A stretch of a line that looks the same throughout."""

    column: int
    """Cells from the left edge of the measure."""
    text: str
    """As many code points as of the chapter's text from `start` on: a tab is a space, a soft hyphen "-",
    a bracket that is turned round its mirror image, and `glyphs` has the rest."""
    width: int
    """Cells that it takes, `tail` included."""
    start: int
    """The text position of its first code point; -1 when it is an ornament that is not in the text."""
    style: Style = Style.PLAIN
    link: str = ""
    role: Role = Role.STORY
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    tail: str = ""
    """What is shown after it, looks like it and is not in the text: the hyphen of a divided word, or the
    cells by which the space at its end is wider."""
    ornament: Ornament | None = None
    """What it is, when it is not in the text."""


class Line(NamedTuple):
    """One line of a page, its runs from left to right."""

    runs: tuple[Run, ...]
    block: int
    """The index of the block it shows; -1 for a blank line."""
    start: int
    """The text position of the first that it shows."""
    end: int
    """Just past the last."""


class _Stretch(NamedTuple):
    """What becomes a run; `start` is an offset in the block's text, the rest is as there."""

    text: str
    width: int
    start: int
    style: Style
    link: str
    tail: str = ""


def blank_line(position: int) -> Line:
    """A line with nothing on it, before what stands at a text position."""
    return Line((), -1, position, position)


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
    stretches = _stretches(block, begin, end, plain=piece.plain)
    if tails:
        stretches = list(_with_tails(stretches, tails))
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
    runs = list(_runs(piece, block, column, stretches))
    column += sum([run.width for run in runs])
    if piece.turned:
        from reader.layout.direction import as_seen  # few works need it

        runs = as_seen(runs, rtl=frame.rtl)
    yield from runs
    if tail:
        yield ornament(block, column, tail, len(tail), what)
    if lead and frame.rtl:
        yield ornament(block, column, lead, before, what)


def _runs(piece: Piece, block: Block, column: int, stretches: list[_Stretch]) -> Iterator[Run]:
    for text, size, start, style, link, after in stretches:
        position = piece.start + start
        yield Run(column, text, size, position, style, link, block.role, block.kind, block.level, after)
        column += size


def text_runs(piece: Piece, block: Block, column: int, begin: int, end: int) -> Iterator[Run]:
    """The text between two offsets of a block, from a column on."""
    return _runs(piece, block, column, _stretches(block, begin, end, plain=piece.plain))


def ornament(block: Block, column: int, text: str, size: int, what: Ornament) -> Run:
    """What is shown of a block that is not in its text."""
    return Run(column, text, size, -1, Style.PLAIN, "", block.role, block.kind, block.level, "", what)


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
        stretches = _stretches(block, begin, stop, plain=False)
        if cell.to_right:
            column += cell.to_right - sum([stretch.width for stretch in stretches])
        runs += _runs(piece, block, column, stretches)
    return Line(tuple(runs), piece.block, start, end)


def _stretches(block: Block, begin: int, end: int, *, plain: bool) -> list[_Stretch]:
    """What is shown between two offsets, cut where the look changes."""
    found: list[_Stretch] = []
    for start, stop, style, link in _looks(block, begin, end, plain=plain):
        if plain:
            text = block.text[start:stop]
            shown = glyphs(text, style)
            found.append(_Stretch(shown, stop - start, start, style, link))
            continue
        for part, after in visible(block.text, start, stop):
            text = block.text[part:after].replace("\t", " ")
            shown = glyphs(text, style)
            found.append(_Stretch(shown, width(text), part, style, link))
        if stop == end and block.text[stop - 1] == SOFT_HYPHEN:
            found.append(_Stretch("-", 1, stop - 1, style, link))
    return found


def _with_tails(stretches: list[_Stretch], tails: dict[int, str]) -> Iterator[_Stretch]:
    """The stretches, cut where there is something to be shown after them."""
    cuts = iter([*tails.items(), (-1, "")])
    cut, tail = next(cuts)
    for text, size, start, style, link, _ in stretches:
        done, end = start, start + len(text)
        while done < cut <= end:
            part = text[done - start : cut - start]
            cells = size if len(part) == len(text) else width(part)
            yield _Stretch(part, cells + len(tail), done, style, link, tail)
            done = cut
            cut, tail = next(cuts)
        if done < end:
            rest = text[done - start :]
            yield _Stretch(rest, size if done == start else width(rest), done, style, link)


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
