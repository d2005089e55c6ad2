"""The page, or two facing ones: shows laid-out lines where they stand, and says what was clicked on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import chop_cells
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from reader.layout.line import Ornament
from reader.ui.page.drawing import PageDrawing
from reader.ui.page.geometry import Geometry
from reader.ui.page.run_styles import COMPONENTS, RunStyles
from reader.work.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from reader.layout.line import Line, Run
    from reader.ui.page.drawing import Highlighted

_WHEEL_REST = 0.18
"""Seconds after a turn by the wheel in which further turns of it do nothing: one flick of a touchpad sends
dozens of events and must not skip a chapter."""


class PageView(Widget):
    """One page of a chapter, or two side by side."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    ALLOW_SELECT = False

    class AreaChanged(Message):
        """The page area has another size, in cells."""

        def __init__(self, width: int, height: int) -> None:
            super().__init__()
            self.width = width
            self.height = height

    class Turned(Message):
        """The reader turned by mouse, on or back."""

        def __init__(self, times: int) -> None:
            super().__init__()
            self.times = times

    class Dragged(Message):
        """The mouse was drawn over the page, from one text position to another."""

        def __init__(self, start: int, end: int) -> None:
            super().__init__()
            self.start = start
            self.end = end

    class LinkClicked(Message):
        """A link on the page was clicked."""

        def __init__(self, link: str) -> None:
            super().__init__()
            self.link = link

    class PictureClicked(Message):
        """What stands for a picture was clicked."""

        def __init__(self, block: int, times: int) -> None:
            super().__init__()
            self.block = block
            """The index of its block in the chapter."""
            self.times = times
            """The turn that the click means if there is no picture to be had."""

    class FoldClicked(Message):
        """The line was clicked that stands for folded notes."""

        def __init__(self, start: int) -> None:
            super().__init__()
            self.start = start
            """The text position at which they begin."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._columns: Sequence[Sequence[Line]] = ()
        self._geometry = Geometry(1, 1)
        self._looks = RunStyles(self.get_component_rich_style)
        self._drawing = PageDrawing(self._looks, (), self._geometry)
        self._rows: dict[tuple[int, int], Strip] = {}
        """Those drawn of what is shown, by their row and width."""
        self._rested_at = 0.0
        self._pressed: int | None = None
        """The text position where the button was pressed."""
        self._dragged = False

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
        before = self._drawing
        self._columns, self._geometry = columns, geometry
        self._drawing = PageDrawing(self._looks, columns, geometry, highlights, numbers)
        self._rows.clear()
        if geometry == before.geometry:  # the right margin is not sent again; the left one Textual sends
            self.refresh(Region(0, 0, max(before.right, self._drawing.right), self.size.height))
        else:
            self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Tell the screen, which sets the pages."""
        self.post_message(self.AreaChanged(event.size.width, event.size.height))

    def notify_style_update(self) -> None:
        """Forget colours of the theme before."""
        super().notify_style_update()
        self._looks.forget()
        self._rows.clear()

    # -- Drawing ----------------------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows of the screen as they are drawn: a page has no border and no room around it.

        Textual looks for these for each row: a fifth of the time that a page turn takes.
        """
        strips = [self.render_line(y) for y in crop.line_range]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, self.background_colors[1]) for strip in strips]
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        width = self.size.width
        if (y, width) not in self._rows:
            self._rows[y, width] = self._drawing.row(y, width)
        return self._rows[y, width]

    # -- The mouse --------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A passage may begin here."""
        self._dragged = False
        self._pressed = self._position(event.x, event.y) if event.button == 1 else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """With the button pressed, choose what is drawn over."""
        if self._pressed is None or event.button != 1:
            return
        position = self._position(event.x, event.y)
        if position is not None and (self._dragged or position != self._pressed):
            self._dragged = True
            self.post_message(self.Dragged(self._pressed, position))

    def on_mouse_up(self, _: events.MouseUp) -> None:
        """The passage ends here."""
        self._pressed = None

    def on_click(self, event: events.Click) -> None:
        """A click on a link follows it, one on a picture opens it; elsewhere it turns.

        Two pages turn on where the right one is clicked and back where the left one is, one page likewise by
        its halves.
        """
        if self._dragged:
            return
        line, run = self._hit(event.x, event.y)
        times = 1 if 2 * event.x >= self.size.width else -1
        if run is not None and run.link:
            self.post_message(self.LinkClicked(run.link))
        elif run is not None and line is not None and run.kind is BlockKind.IMAGE:
            self.post_message(self.PictureClicked(line.block, times))
        elif run is not None and line is not None and run.ornament is Ornament.FOLD:
            self.post_message(self.FoldClicked(line.start))
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

    def _position(self, x: int, y: int) -> int | None:
        """The text position at a place on the widget; None where there is no text."""
        _, run = self._hit(x, y)
        if run is None or run.start < 0:
            return None
        column = x - self._geometry.lefts[self._geometry.page_at(x)] - run.column
        return run.start + len(chop_cells(run.text, max(1, column + 1))[0]) - 1 if run.text else run.start

    def _hit(self, x: int, y: int) -> tuple[Line | None, Run | None]:
        """The line and the run at a place on the widget."""
        page, row = self._geometry.page_at(x), y - self._geometry.top
        lines = self._columns[page] if page < len(self._columns) else ()
        if not 0 <= row < len(lines):
            return None, None
        line = lines[row]
        column = x - self._geometry.lefts[page]
        return line, next((r for r in line.runs if r.column <= column < r.column + r.width), None)
