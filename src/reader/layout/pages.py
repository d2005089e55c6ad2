"""A chapter in pages: where each begins and ends in the text, and its lines when they are wanted."""

from __future__ import annotations

from bisect import bisect_right
from time import perf_counter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.layout.extents import extent
from reader.layout.line import blank_line
from reader.layout.lines import lines_of
from reader.layout.pagination import Slice, paginate
from reader.layout.paragraph_breaks import is_running
from reader.layout.pieces import pieces_of
from reader.work.model import BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence

    from reader.layout.breaking import Breaks
    from reader.layout.line import Line
    from reader.layout.piece import Piece
    from reader.layout.style import PageStyle
    from reader.work.model import Chapter

_STEP = 0.001
"""Seconds of work between two pauses."""


class Page(NamedTuple):
    """A page's place in its chapter, in text positions."""

    start: int
    """Of the first that is shown."""
    end: int
    """Just past the last that is shown. Never less than `start` + 1, but where the chapter is empty."""


class ChapterLayout:
    """A chapter set into pages. It never changes; lines are made anew each time they are asked for."""

    __slots__ = ("_ends", "_pieces", "_slices", "chapter", "pages", "style")

    def __init__(
        self, chapter: Chapter, style: PageStyle, pieces: Sequence[Piece], slices: Sequence[Slice]
    ) -> None:
        self.chapter = chapter
        self.style = style
        self._pieces = pieces
        self._slices = slices
        self.pages = tuple(map(self._page, slices)) or (Page(0, 0),)
        self._ends = [page.end for page in self.pages]

    def page_at(self, position: int) -> int:
        """The index, from 0, of the page that shows a text position.

        What is not shown belongs to the page of what is shown next, or to the last one.
        """
        return min(bisect_right(self._ends, position), len(self.pages) - 1)

    def lines(self, index: int) -> tuple[Line, ...]:
        """A page's lines from the top, blank ones between them included, none below the last."""
        if not self._slices:
            return ()
        part = self._slices[index]
        made: list[Line] = []
        for number in range(part.first, part.last + 1):
            piece = self._pieces[number]
            first = part.from_line if number == part.first else 0
            after = part.to_line if number == part.last else piece.rows
            above = part.lead if number == part.first else piece.gap
            made += [blank_line(piece.start + piece.begins[0])] * above
            lines = lines_of(piece, self.chapter.blocks[piece.block], first, after)
            made += lines if piece.step == 1 else _spaced(lines, piece.step)
        return tuple(made)

    def breaks(self) -> dict[int, Breaks]:
        """The breaks of each running block that has several lines, or takes more than a look to have one."""
        return {
            piece.block: (piece.begins, piece.hyphens)
            for piece in self._pieces
            if (len(piece.begins) > 1 or not piece.plain) and is_running(self.chapter.blocks[piece.block])
        }

    def _page(self, part: Slice) -> Page:
        first, last = self._pieces[part.first], self._pieces[part.last]
        start = first.start + first.begins[part.from_line]
        end = max(last.end, last.begins[-1] + 1)
        if part.to_line < last.rows:
            _, end = extent(last, self.chapter.blocks[last.block].text, part.to_line - 1)
        return Page(start, last.start + end)


def lay_out(
    chapter: Chapter, style: PageStyle, kept: Mapping[int, Breaks] = MappingProxyType({})
) -> ChapterLayout:
    """The chapter in pages, all at once; blocks of which breaks were kept get those."""
    steps = _steps(chapter, style, kept)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            layout: ChapterLayout = done.value
            return layout


def lay_out_in_steps(
    chapter: Chapter, style: PageStyle, kept: Mapping[int, Breaks] = MappingProxyType({})
) -> Generator[None, None, ChapterLayout]:
    """The same, with a pause after about every millisecond of work; what the generator returns is the layout.

    One block is never parted, so that a paragraph of a megabyte takes longer.
    """
    steps = _steps(chapter, style, kept)
    resumed = perf_counter()
    while True:
        try:
            next(steps)
        except StopIteration as done:
            layout: ChapterLayout = done.value
            return layout
        if perf_counter() - resumed >= _STEP:
            yield
            resumed = perf_counter()


def _steps(
    chapter: Chapter, style: PageStyle, kept: Mapping[int, Breaks]
) -> Generator[None, None, ChapterLayout]:
    if style.hyphenation and not kept:
        from reader.layout.hyphenation import load  # only hyphenated pages need it

        for language in {style.language, *(block.lang for block in chapter.blocks)}:
            yield from load(language)
    pieces: list[Piece] = []
    for few in pieces_of(chapter, style, kept):
        pieces += few
        yield
    slices = yield from paginate(pieces, style.height, _lead(chapter, pieces, style))
    return ChapterLayout(chapter, style, pieces, slices)


def _spaced(lines: Iterable[Line], step: int) -> Iterator[Line]:
    """The lines with blank ones between them, so that each stands so many rows below the one before."""
    for number, line in enumerate(lines):
        if number:
            yield from [blank_line(line.start)] * (step - 1)
        yield line


def _lead(chapter: Chapter, pieces: Sequence[Piece], style: PageStyle) -> int:
    """How far down the first page begins: some rows for a title page, none for any other."""
    if not pieces:
        return 0
    block = chapter.blocks[pieces[0].block]
    title = block.kind is BlockKind.HEADING and block.role is Role.TITLE and block.level == 1
    return style.height // 5 // style.spacing * style.spacing if title else 0
