"""The page: shows laid-out lines in the middle of its area, and says what was clicked on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.page_looks import COMPONENTS, PageLooks
from reader.work.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events

    from reader.layout.lines import Line, Run

_WHEEL_REST = 0.18
"""Seconds after a turn by the wheel in which further turns of it do nothing: one flick of a touchpad sends
dozens of events and must not skip a chapter."""
_ROOMY = 14
"""The least height in rows that has room for margins."""


class Highlight(StrEnum):
    """Why a stretch of the page stands out."""

    MARK = "mark"
    MATCH = "match"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A stretch of the chapter's text, in text positions, that stands out."""

    start: int
    end: int
    why: Highlight


class PageView(Widget):
    """One page of a chapter."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    ALLOW_SELECT = False

    @dataclass
    class AreaChanged(Message):
        """The page area has another size, in cells."""

        width: int
        height: int

    @dataclass
    class Turned(Message):
        """The reader turned by mouse."""

        pages: int

    @dataclass
    class LinkClicked(Message):
        """A link on the page was clicked."""

        link: str

    @dataclass
    class PictureClicked(Message):
        """What stands for a picture was clicked."""

        block: int
        """The index of its block in the chapter."""
        pages: int
        """The turn that the click means if there is no picture to be had."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._measure = 1
        self._highlights: tuple[Highlighted, ...] = ()
        self._looks = PageLooks(self.get_component_rich_style)
        self._rested_at = 0.0

    @staticmethod
    def rows(height: int) -> int:
        """Rows for the page's lines in an area so high, with a margin above and below where there is room."""
        return height - 2 if height >= _ROOMY else max(1, height)

    @property
    def margin_above(self) -> int:
        """Blank rows above the text."""
        return 1 if self.size.height >= _ROOMY else 0

    @property
    def page_height(self) -> int:
        """Rows for the page's lines."""
        return self.rows(self.size.height)

    @property
    def left(self) -> int:
        """The column in which the measure begins."""
        return max(0, (self.size.width - self._measure) // 2)

    def show(self, lines: Sequence[Line], measure: int, highlights: tuple[Highlighted, ...] = ()) -> None:
        """Show these lines, set to a measure, with some stretches standing out."""
        self._lines, self._measure, self._highlights = lines, measure, highlights
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Tell the screen, which sets the pages."""
        self.post_message(self.AreaChanged(event.size.width, self.page_height))

    def notify_style_update(self) -> None:
        """Forget colours of the theme before."""
        super().notify_style_update()
        self._looks.forget()

    # -- Drawing ----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        width = self.size.width
        row = y - self.margin_above
        base = self._looks.component("page--text")
        if not 0 <= row < len(self._lines):
            return Strip.blank(width, base)
        segments: list[Segment] = []
        column = 0
        for run in self._lines[row].runs:
            at = self.left + run.column
            if at > column:
                segments.append(Segment(" " * (at - column), base))
            segments.extend(self._run_segments(run, self._lines[row]))
            column = max(at, column) + run.width
        if column < width:
            segments.append(Segment(" " * (width - column), base))
        strip = Strip(segments, max(column, width))
        return strip.crop(0, width) if column > width else strip

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
        """A click on a link follows it, one on a picture opens it; on either half of the page it turns."""
        line = self._line_at(event.y)
        run = self._run_at(event.x, line)
        pages = 1 if event.x >= self.size.width / 2 else -1
        if run is not None and run.link:
            self.post_message(self.LinkClicked(run.link))
        elif run is not None and line is not None and run.kind is BlockKind.IMAGE:
            self.post_message(self.PictureClicked(line.block, pages))
        else:
            self.post_message(self.Turned(pages))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """One page on, then a rest."""
        self._wheel(1, event.time)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """One page back, then a rest."""
        self._wheel(-1, event.time)

    def _wheel(self, pages: int, time: float) -> None:
        rested = time - self._rested_at >= _WHEEL_REST
        self._rested_at = time
        if rested:
            self.post_message(self.Turned(pages))

    def _line_at(self, y: int) -> Line | None:
        row = y - self.margin_above
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _run_at(self, x: int, line: Line | None) -> Run | None:
        column = x - self.left
        runs = line.runs if line else ()
        return next((r for r in runs if r.column <= column < r.column + r.width), None)
