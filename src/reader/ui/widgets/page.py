"""The page, or two facing ones: shows laid-out lines where they stand, and says what was clicked on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.page_geometry import Geometry
from reader.ui.page_looks import COMPONENTS, PageLooks
from reader.work.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events

    from reader.layout.lines import Line, Run

_WHEEL_REST = 0.18
"""Seconds after a turn by the wheel in which further turns of it do nothing: one flick of a touchpad sends
dozens of events and must not skip a chapter."""


class Highlight(StrEnum):
    """Why a stretch of the page stands out."""

    MARK = "mark"
    MATCH = "match"
    CURRENT = "current"
    """The match that the search came to."""
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A stretch of the chapter's text, in text positions, that stands out."""

    start: int
    end: int
    why: Highlight


class PageView(Widget):
    """One page of a chapter, or two side by side."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    ALLOW_SELECT = False

    @dataclass
    class AreaChanged(Message):
        """The page area has another size, in cells."""

        width: int
        height: int

    @dataclass
    class Turned(Message):
        """The reader turned by mouse, on or back."""

        times: int

    @dataclass
    class LinkClicked(Message):
        """A link on the page was clicked."""

        link: str

    @dataclass
    class PictureClicked(Message):
        """What stands for a picture was clicked."""

        block: int
        """The index of its block in the chapter."""
        times: int
        """The turn that the click means if there is no picture to be had."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._columns: Sequence[Sequence[Line]] = ()
        self._geometry = Geometry(1, 1)
        self._highlights: tuple[Highlighted, ...] = ()
        self._numbers: tuple[int, ...] = ()
        self._looks = PageLooks(self.get_component_rich_style)
        self._rested_at = 0.0

    def show(
        self,
        columns: Sequence[Sequence[Line]],
        geometry: Geometry,
        highlights: tuple[Highlighted, ...] = (),
        numbers: tuple[int, ...] = (),
    ) -> None:
        """Show the lines of each page where the geometry has it, with some stretches standing out.

        `numbers` are those of the pages, for two that stand beside each other.
        """
        self._columns, self._geometry = columns, geometry
        self._highlights, self._numbers = highlights, numbers
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Tell the screen, which sets the pages."""
        self.post_message(self.AreaChanged(event.size.width, event.size.height))

    def notify_style_update(self) -> None:
        """Forget colours of the theme before."""
        super().notify_style_update()
        self._looks.forget()

    # -- Drawing ----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        width = self.size.width
        base = self._looks.component("page--text")
        if y == self._geometry.foot and self._numbers:
            return self._foot(width)
        row = y - self._geometry.top
        if not 0 <= row < self._geometry.height:
            return Strip.blank(width, base)
        segments: list[Segment] = []
        column = 0
        for lines, left in zip(self._columns, self._geometry.lefts, strict=False):
            if row >= len(lines):
                continue
            for run in lines[row].runs:
                at = left + run.column
                if at > column:
                    segments.append(Segment(" " * (at - column), base))
                segments.extend(self._run_segments(run, lines[row]))
                column = max(at, column) + run.width
        if column < width:
            segments.append(Segment(" " * (width - column), base))
        strip = Strip(segments, max(column, width))
        return strip.crop(0, width) if column > width else strip

    def _foot(self, width: int) -> Strip:
        """The row with the pages' numbers, each below the middle of its page."""
        row = ""
        for number, left in zip(self._numbers, self._geometry.lefts, strict=False):
            words = str(number)
            row = row.ljust(left + (self._geometry.measure - len(words)) // 2) + words
        return Strip([Segment(row.ljust(width), self._looks.component("page--ornament"))], width)

    def _run_segments(self, run: Run, line: Line) -> Iterator[Segment]:
        style = self._looks.of_run(run)
        if run.start < 0 or not self._highlights:
            chosen = run.kind is BlockKind.IMAGE and self._is_chosen(line)
            shown = run.text + run.tail
            yield Segment(shown, style + self._looks.component("page--chosen") if chosen else style)
            return
        cuts = {0, len(run.text)}
        for stretch in self._highlights:
            cuts.update(
                cut - run.start
                for cut in (stretch.start, stretch.end)
                if run.start < cut < run.start + len(run.text)
            )
        edges = sorted(cuts)
        for start, end in pairwise(edges):
            position = run.start + start
            behind = [h.why for h in self._highlights if h.start <= position < h.end]
            looked = style + self._looks.component(f"page--{behind[-1]}") if behind else style
            tail = run.tail if end == len(run.text) else ""
            yield Segment(run.text[start:end] + tail, looked)

    def _is_chosen(self, line: Line) -> bool:
        """Whether all of a line is chosen: a picture's, of which most may be no text."""
        return any(
            h.why is Highlight.CHOSEN and h.start <= line.start and line.end <= h.end
            for h in self._highlights
        )

    # -- The mouse --------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """A click on a link follows it, one on a picture opens it; elsewhere it turns.

        Two pages turn on where the right one is clicked and back where the left one is, one page likewise by
        its halves.
        """
        line, run = self._hit(event.x, event.y)
        times = 1 if 2 * event.x >= self.size.width else -1
        if run is not None and run.link:
            self.post_message(self.LinkClicked(run.link))
        elif run is not None and line is not None and run.kind is BlockKind.IMAGE:
            self.post_message(self.PictureClicked(line.block, times))
        else:
            self.post_message(self.Turned(times))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """One page on, then a rest."""
        self._wheel(1, event.time)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """One page back, then a rest."""
        self._wheel(-1, event.time)

    def _wheel(self, times: int, time: float) -> None:
        rested = time - self._rested_at >= _WHEEL_REST
        self._rested_at = time
        if rested:
            self.post_message(self.Turned(times))

    def _hit(self, x: int, y: int) -> tuple[Line | None, Run | None]:
        """The line and the run at a place on the widget."""
        page, row = self._geometry.page_at(x), y - self._geometry.top
        lines = self._columns[page] if page < len(self._columns) else ()
        if not 0 <= row < len(lines):
            return None, None
        line = lines[row]
        column = x - self._geometry.lefts[page]
        return line, next((r for r in line.runs if r.column <= column < r.column + r.width), None)
