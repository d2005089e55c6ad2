"""Stretches of a block's text as runs: cut where the look changes and where something is shown after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.layout.cells import SOFT_HYPHEN, has_clusters, is_boundary, visible, width
from reader.layout.glyphs import glyphs
from reader.layout.line import Run
from reader.work.model import Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.line import Ornament
    from reader.layout.piece import Piece
    from reader.work.model import Block


class Stretch(NamedTuple):
    """What becomes a run; `start` is an offset in the block's text, the rest is as there."""

    text: str
    width: int
    start: int
    style: Style
    link: str
    tail: str = ""


def runs_of(piece: Piece, block: Block, column: int, stretches: list[Stretch]) -> Iterator[Run]:
    """Stretches of a piece's block side by side, from a column on."""
    for text, size, start, style, link, after in stretches:
        position = piece.start + start
        yield Run(column, text, size, position, style, link, block.role, block.kind, block.level, after)
        column += size


def text_runs(piece: Piece, block: Block, column: int, begin: int, end: int) -> Iterator[Run]:
    """The text between two offsets of a block, from a column on."""
    return runs_of(piece, block, column, stretches_of(block, begin, end, plain=piece.plain))


def ornament(block: Block, column: int, text: str, size: int, what: Ornament) -> Run:
    """What is shown of a block that is not in its text."""
    return Run(column, text, size, -1, Style.PLAIN, "", block.role, block.kind, block.level, "", what)


def stretches_of(block: Block, begin: int, end: int, *, plain: bool) -> list[Stretch]:
    """What is shown between two offsets, cut where the look changes."""
    found: list[Stretch] = []
    for start, stop, style, link in _looks(block, begin, end, plain=plain):
        if plain:
            text = block.text[start:stop]
            shown = glyphs(text, style)
            found.append(Stretch(shown, stop - start, start, style, link))
            continue
        for part, after in visible(block.text, start, stop):
            text = block.text[part:after].replace("\t", " ")
            shown = glyphs(text, style)
            found.append(Stretch(shown, width(text), part, style, link))
        if stop == end and block.text[stop - 1] == SOFT_HYPHEN:
            found.append(Stretch("-", 1, stop - 1, style, link))
    return found


def with_tails(stretches: list[Stretch], tails: dict[int, str]) -> Iterator[Stretch]:
    """The stretches, cut where there is something to be shown after them."""
    cuts = iter([*tails.items(), (-1, "")])
    cut, tail = next(cuts)
    for text, size, start, style, link, _ in stretches:
        done, end = start, start + len(text)
        while done < cut <= end:
            part = text[done - start : cut - start]
            cells = size if len(part) == len(text) else width(part)
            yield Stretch(part, cells + len(tail), done, style, link, tail)
            done = cut
            cut, tail = next(cuts)
        if done < end:
            rest = text[done - start :]
            yield Stretch(rest, size if done == start else width(rest), done, style, link)


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
