"""The list of works: one row each, in columns that fit the width, under their heads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

from reader.ui.library_rows import MARKER_WIDTH, ColumnKind, Piece, Tone, columns_for, head_pieces, row_pieces
from reader.ui.widgets.pieces import Looks
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual import events
    from textual.strip import Strip

    from reader.library.entries import Entry

_CHOSEN = Piece("▸".ljust(MARKER_WIDTH), Tone.DONE)
_NOT_CHOSEN = Piece(" " * MARKER_WIDTH)


class WorkList(RowList):
    """The works that hold against the filter, in the order in force."""

    @dataclass
    class Opened(Message):
        """A work is to be read."""

        entry: Entry

    def __init__(self, chosen: Callable[[Entry], None], *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        """`chosen` is told which work the cursor came to: at once, so that all of it is in one frame."""
        super().__init__(id=id)
        self._tell_chosen = chosen
        self._entries: Sequence[Entry] = ()
        self._empty: tuple[str, ...] = ()

    @property
    def chosen(self) -> Entry | None:
        """The work under the cursor; None when there are none."""
        return self._entries[self.cursor] if self._entries else None

    def show(self, entries: Sequence[Entry], cursor: int, empty: tuple[str, ...]) -> None:
        """Show works with the cursor on one of them; `empty` is said, a line each, when there are none."""
        self._entries, self._empty = entries, empty
        self.set_count(len(entries), cursor)

    def cursor_moved(self) -> None:
        """Say which work is chosen now."""
        self._tell_chosen(self._entries[self.cursor])

    def clicked(self, index: int, was_cursor: bool) -> None:
        """A click on the chosen work opens it, and so does the second of a double click."""
        if was_cursor:
            self.post_message(self.Opened(self._entries[index]))

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """A work's row."""
        marker = _CHOSEN if index == self.cursor else _NOT_CHOSEN
        return (marker, *row_pieces(self._entries[index], columns_for(width)))

    def render_line(self, y: int) -> Strip:
        """A row, or what there is to do when there is none."""
        if self._entries or not 1 <= y <= len(self._empty):
            return super().render_line(y)
        return self.looks.strip((_NOT_CHOSEN, Piece(self._empty[y - 1], Tone.QUIET)), self.width)


class WorkHeads(Widget):
    """The heads of the list's columns; a click on one sorts by it."""

    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """The head of a column was clicked."""

        column: ColumnKind

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._sorted_by: ColumnKind | None = None
        self._arrow = ""

    def show(self, sorted_by: ColumnKind | None, arrow: str) -> None:
        """Show which column the list is sorted by, if it is by one of them."""
        self._sorted_by, self._arrow = sorted_by, arrow
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The heads, over the columns of a list with a scroll bar of one cell."""
        columns = columns_for(self.size.width - 1)
        return Looks(self).strip(head_pieces(columns, self._sorted_by, self._arrow), self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Say which column's head is under the pointer."""
        for column in columns_for(self.size.width - 1):
            if column.start <= event.x < column.start + column.width:
                self.post_message(self.Clicked(column.kind))
