"""How a page is drawn: its rows, from laid-out lines, where they stand, and what stands out on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from functools import cached_property
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment

from reader.layout.cells import is_boundary
from reader.layout.line import Ornament
from reader.ui.page.run_styles import MARKS
from reader.ui.uncut_strip import UncutStrip
from reader.work.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.style import Style as RichStyle
    from textual.strip import Strip

    from reader.layout.line import Line, Run
    from reader.ui.page.geometry import Geometry
    from reader.ui.page.run_styles import RunStyles


class Highlight(StrEnum):
    """Why a stretch of the page stands out."""

    MARK = "mark"
    MATCH = "match"
    CURRENT = "current"
    """The match that the search came to."""
    CHOSEN = "chosen"


class Highlighted(NamedTuple):
    """A stretch of the chapter's text, in text positions, that stands out."""

    start: int
    end: int
    why: Highlight
    colour: str = ""
    """The colour of a mark; of one we do not know it is yellow."""

    @property
    def component(self) -> str:
        """The component class that it looks like."""
        coloured = f"page--{self.why}-{self.colour}"
        return coloured if coloured in MARKS else f"page--{self.why}"


class PageDrawing:
    """The rows of one page, or of two side by side, in the looks of the theme. It never changes."""

    def __init__(
        self,
        looks: RunStyles,
        columns: Sequence[Sequence[Line]],
        geometry: Geometry,
        highlights: Iterable[Highlighted] = (),
        numbers: Sequence[int] = (),
    ) -> None:
        self._looks = looks
        self._columns = columns
        self.geometry = geometry
        self._numbers = numbers
        self._behind = _by_line(columns, highlights)

    @cached_property
    def right(self) -> int:
        """The column from which on all is blank."""
        ends = [left + self.geometry.measure for left in self.geometry.lefts]
        for lines, left in zip(self._columns, self.geometry.lefts, strict=False):
            ends.extend(left + run.column + run.width for line in lines for run in line.runs)
        return max(ends)

    def row(self, y: int, width: int) -> Strip:
        """A row of the area, from 0 at its top, in so many cells."""
        base = self._looks.component("page--text")
        if y == self.geometry.foot and self._numbers:
            return self._foot(width)
        row = y - self.geometry.top
        if not 0 <= row < self.geometry.height:
            return UncutStrip.blank(width, base)
        parts: list[tuple[str, RichStyle]] = []
        column = 0
        for page, (lines, left) in enumerate(zip(self._columns, self.geometry.lefts, strict=False)):
            if row >= len(lines):
                continue
            behind = self._behind.get((page, row), ())
            for run in lines[row].runs:
                at = left + run.column
                if at > column:
                    parts.append((" " * (at - column), base))
                if behind:
                    parts.extend(self._looked(run, lines[row], behind))
                else:
                    parts.append((run.text + run.tail, self._looks.of_run(run)))
                column = max(at, column) + run.width
        parts.append((" " * (width - column), base))
        strip = UncutStrip(_segments(parts), max(column, width))
        return strip.crop(0, width) if column > width else strip

    def _foot(self, width: int) -> Strip:
        """The row with the pages' numbers, each below the middle of its page."""
        row = ""
        for number, left in zip(self._numbers, self.geometry.lefts, strict=False):
            words = str(number)
            row = row.ljust(left + (self.geometry.measure - len(words)) // 2) + words
        return UncutStrip([Segment(row.ljust(width), self._looks.component("page--ornament"))], width)

    def _looked(self, run: Run, line: Line, behind: Sequence[Highlighted]) -> Iterator[tuple[str, RichStyle]]:
        """A run's text with its tail, cut where something behind it begins or ends."""
        style = self._looks.of_run(run)
        if run.start < 0:
            whole = run.kind is BlockKind.IMAGE or run.ornament is Ornament.FOLD
            chosen = whole and _is_chosen(line, behind)
            yield run.text + run.tail, style + self._looks.component("page--chosen") if chosen else style
            return
        length = len(run.text)
        cuts = {cut - run.start for stretch in behind for cut in (stretch.start, stretch.end)}
        edges = [
            0,
            *sorted({_boundary(run.text, cut) for cut in cuts if 0 < cut < length} - {length}),
            length,
        ]
        for start, end in pairwise(edges):
            position = run.start + start
            here = [stretch for stretch in behind if stretch.start <= position < stretch.end]
            looked = style + self._laid_over(here) if here else style
            yield run.text[start:end] + (run.tail if end == length else ""), looked

    def _laid_over(self, here: Sequence[Highlighted]) -> RichStyle:
        """The look of the last of what stands out in one place; where several marks do, that is seen."""
        look = self._looks.component(here[-1].component)
        several = sum(stretch.why is Highlight.MARK for stretch in here) > 1
        return look + self._looks.component("page--marks") if several else look


def _by_line(
    columns: Sequence[Sequence[Line]], highlights: Iterable[Highlighted]
) -> dict[tuple[int, int], list[Highlighted]]:
    """What stands out on each line, by the index of its page and its row: no line need look at all of it."""
    lines = [(page, row, line) for page, shown in enumerate(columns) for row, line in enumerate(shown)]
    starts, ends = [line.start for _, _, line in lines], [line.end for _, _, line in lines]
    found: dict[tuple[int, int], list[Highlighted]] = {}
    for stretch in highlights:
        for page, row, _ in lines[bisect_left(ends, stretch.start) : bisect_right(starts, stretch.end)]:
            found.setdefault((page, row), []).append(stretch)
    return found


def _boundary(text: str, cut: int) -> int:
    """The first place from one on where the text may be cut: what stands out does so by whole clusters."""
    while not is_boundary(text, cut):
        cut += 1
    return cut


def _is_chosen(line: Line, behind: Iterable[Highlighted]) -> bool:
    """Whether all of a line is chosen: a picture's, of which most may be no text."""
    return any(h.why is Highlight.CHOSEN and h.start <= line.start and line.end <= h.end for h in behind)


def _segments(parts: Iterable[tuple[str, RichStyle]]) -> list[Segment]:
    """Texts with their looks, neighbours of one look put together, so that the terminal is sent less."""
    segments = []
    for _, alike in groupby(parts, key=lambda part: id(part[1])):
        texts, styles = zip(*alike, strict=True)
        if text := "".join(texts):
            segments.append(Segment(text, styles[0]))
    return segments
