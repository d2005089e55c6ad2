"""Rows with a cursor among them: only what is visible is ever drawn."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.commands.command import bindings
from reader.ui.commands.rows import ROWS
from reader.ui.row_cache import RowCache
from reader.ui.widgets.pieces import Behind, Looks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

    from reader.ui.row_pieces import Piece

_WHEEL_LINES = 3


class _UncutBar(ScrollBar):
    """A scroll bar that is drawn anew where it looks otherwise: in a long list few moves change it."""

    position: Reactive[float] = Reactive(0, repaint=False)

    def __init__(self, *, vertical: bool, thickness: int) -> None:
        super().__init__(vertical=vertical, name="vertical", thickness=thickness)
        self._styles_cache = RowCache()
        self._thumb_at = 0

    def watch_position(self, position: float) -> None:
        """Draw it anew when its thumb has moved, by an eighth of a cell."""
        lines, cells = max(1, self.window_virtual_size), self.size.height
        room = cells - max(1, self.window_size * cells / lines)
        thumb_at = int(8 * room * position / max(1, lines - self.window_size))
        if thumb_at != self._thumb_at:
            self._thumb_at = thumb_at
            self.refresh()


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """A list of any length. What kind of rows it has is up to the lists made of it."""

    BINDINGS: ClassVar = bindings(ROWS)
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._styles_cache = RowCache()
        self._looks: Looks | None = None
        self._count = 0
        self.cursor = 0
        """The chosen row, from 0; meaningless while there are no rows."""
        self.row_height = 1
        """Lines of each row, the last of several blank; `set_count` has it followed."""

    # -- What each list says for itself ------------------------------------------------------------------

    @abstractmethod
    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """One row, at most so many cells wide; of a list of taller rows the first line."""

    def line_pieces(self, index: int, line: int, width: int) -> Iterable[Piece]:
        """One line of a row, from 0."""
        return self.pieces(index, width)

    @abstractmethod
    def clicked(self, index: int, was_cursor: bool) -> None:
        """A row was clicked, and is the chosen one now; `was_cursor` says whether it had been before."""

    def cursor_moved(self) -> None:
        """Another row was chosen."""

    def can_be_chosen(self, index: int) -> bool:
        """Whether the cursor can come to a row; it passes over heads."""
        return True

    # -- Where rows are: of one height, unless a list says otherwise --------------------------------------

    def top_of(self, index: int) -> int:
        """How many lines there are before a row; with the count of rows, how many there are in all."""
        return index * self.row_height

    def row_at(self, line: int) -> tuple[int, int]:
        """The row at a line of the list, or how many there are, and which of its lines it is, from 0."""
        index, of_row = divmod(line, self.row_height)
        return min(index, self._count), of_row

    def lines_chosen(self, index: int) -> int:
        """How many lines of a row the cursor lies on."""
        return max(1, self.row_height - 1)

    # -- Rows -------------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    @property
    def width(self) -> int:
        """Cells of a row, which end where the scroll bar begins."""
        return self.scrollable_content_region.width

    def set_count(self, count: int, cursor: int) -> None:
        """Take so many rows, with the cursor on one of them; the view stays where it can."""
        self._count = count
        self.cursor = self._nearest(max(0, min(cursor, count - 1)), 1)
        self._measure()
        self.refresh()
        self.show_cursor()

    def _measure(self) -> None:
        """Tell the scroll bar how many rows there are, and nobody else.

        To set `virtual_size` would lay out the whole screen anew, and cost a frame, though no widget has
        another size afterwards.
        """
        size = Size(self.width, self.top_of(self._count))
        self.set_reactive(Widget.virtual_size, size)
        self._scroll_update(size)

    def move_to(self, index: int) -> None:
        """Choose a row, or the next one that can be, and bring it into view; heads before it too."""
        index = max(0, min(index, self._count - 1))
        chosen = self._nearest(index, 1 if index >= self.cursor else -1)
        if self._count and chosen != self.cursor:
            self.refresh_row(self.cursor)
            self.cursor = chosen
            self.refresh_row(chosen)
            self.cursor_moved()
        if chosen != index:
            self._show_row(index)
        self.show_cursor()

    def _nearest(self, index: int, step: int) -> int:
        """The next row from here that can be chosen, else the nearest before; the row itself if none can."""
        if not self._count:
            return index
        beyond = range(index, self._count if step > 0 else -1, step)
        before = range(index, -1 if step > 0 else self._count, -step)
        return next((at for way in (beyond, before) for at in way if self.can_be_chosen(at)), index)

    def refresh_row(self, index: int) -> None:
        """Draw a row anew."""
        self.refresh_lines(self.top_of(index), self.top_of(index + 1) - self.top_of(index))

    def show_cursor(self) -> None:
        """Scroll as little as will show the chosen row."""
        self._show_row(self.cursor)

    def _show_row(self, index: int) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if height <= 0 or not self._count:
            return
        first, after = self.top_of(index), self.top_of(index + 1)
        last = min(after, first + height) - 1
        if first < top:
            self.scroll_to(y=first, animate=False)
        elif last >= top + height:
            self.scroll_to(y=last - height + 1, animate=False)

    def action_next_row(self) -> None:
        """One row down."""
        self.move_to(self.cursor + 1)

    def action_previous_row(self) -> None:
        """One row up."""
        self.move_to(self.cursor - 1)

    def action_next_rows(self) -> None:
        """A screenful down."""
        index, _ = self.row_at(self.top_of(self.cursor) + max(0, self.size.height - 1))
        self.move_to(max(index, self.cursor + 1))

    def action_previous_rows(self) -> None:
        """A screenful up."""
        index, of_row = self.row_at(max(0, self.top_of(self.cursor) - max(0, self.size.height - 1)))
        self.move_to(min(index + bool(of_row), self.cursor - 1))

    def action_first_row(self) -> None:
        """To the first row."""
        self.move_to(0)

    def action_last_row(self) -> None:
        """To the last row."""
        self.move_to(self._count - 1)

    # -- Drawing ----------------------------------------------------------------------------------------

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made as Textual makes its own."""
        if self._vertical_scrollbar is None:
            bar = _UncutBar(vertical=True, thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar = bar
            bar.display = False
            self.app._start_widget(self, bar)  # noqa: SLF001  # Textual has no other way to one's own bar
        return self._vertical_scrollbar

    def render_line(self, y: int) -> Strip:
        """The row at a line of the view; blank under the last one."""
        index, line = self.row_at(y + self.scroll_offset.y)
        width = self.width
        if index >= self._count:
            return Strip.blank(width, self.rich_style)
        behind = None
        if index == self.cursor and line < self.lines_chosen(index) and self.can_be_chosen(index):
            behind = Behind.CURSOR if self.has_focus else Behind.RESTING
        return self.looks.strip(self.line_pieces(index, line, width), width, behind)

    @property
    def looks(self) -> Looks:
        """How rows look now."""
        if self._looks is None:
            self._looks = Looks(self)
        return self._looks

    def notify_style_update(self) -> None:
        """Forget colours of the theme before."""
        super().notify_style_update()
        self._looks = None

    def on_resize(self) -> None:
        """Keep the chosen row in view."""
        self._measure()
        self.call_after_refresh(self.show_cursor)

    def on_focus(self) -> None:
        """Show that the keys come here."""
        self.refresh_row(self.cursor)

    def on_blur(self) -> None:
        """Show that they no longer do."""
        self.refresh_row(self.cursor)

    # -- The mouse --------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the pointer."""
        index, _ = self.row_at(event.y + self.scroll_offset.y)
        if 0 <= index < self._count and self.can_be_chosen(index):
            was_cursor = index == self.cursor
            self.move_to(index)
            self.clicked(index, was_cursor)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """A few rows down, at once."""
        self._wheel(event, _WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """A few rows up, at once."""
        self._wheel(event, -_WHEEL_LINES)

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False)
