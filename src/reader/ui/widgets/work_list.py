"""The list of works: a row of columns under their heads for each, or a blurb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from reader.ui.row_pieces import MARKER_WIDTH, Piece, Tone, folded_piece
from reader.ui.widgets.pieces import Looks
from reader.ui.widgets.quiet_lines import UncutLines
from reader.ui.widgets.row_list import RowList
from reader.ui.works.columns import ColumnKind, columns_for, head_pieces, row_pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual import events
    from textual.strip import Strip

    from reader.library.entries import Entry
    from reader.ui.library.selection import Selection

_CHOSEN = Piece("▸".ljust(MARKER_WIDTH), Tone.DONE)
_SELECTED = Piece("●".ljust(MARKER_WIDTH), Tone.INCLUDED)
_NOT_CHOSEN = Piece(" " * MARKER_WIDTH)
_MOST_KEPT = 64
"""Blurbs that are kept wrapped: those on the screen, and some."""
_MOST_DRAWN = 128
"""Lines that are kept as they were drawn: when the list scrolls, all but one of them are the same."""


class WorkList(RowList):
    """The works that hold against the filter, in the order in force."""

    class Opened(Message):
        """A work is to be read."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(
        self,
        chosen: Callable[[Entry], None],
        selected: Selection,
        in_full: Callable[[Entry], Entry],
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name
    ) -> None:
        """`chosen` is told which work the cursor came to: at once, so that all of it is in one frame.

        `in_full` gives a work with what lists leave out.
        """
        super().__init__(id=id)
        self._tell_chosen = chosen
        self._selected = selected
        self._in_full = in_full
        self._blurbs: dict[tuple[int, int], list[tuple[Piece, ...]]] = {}
        self._drawn: dict[tuple[int, int, bool, bool, bool], Strip] = {}
        self.entries: Sequence[Entry] = ()
        """The works, in order."""
        self._empty: tuple[str, ...] = ()
        self.reason_for: Callable[[Entry], str] = lambda _: ""
        """Why a work is folded to a line; empty where it is not."""

    @property
    def chosen(self) -> Entry | None:
        """The work under the cursor; None when there are none."""
        return self.entries[self.cursor] if self.entries else None

    def show(
        self,
        entries: Sequence[Entry],
        cursor: int,
        empty: tuple[str, ...],
        reason_for: Callable[[Entry], str] = lambda _: "",
    ) -> None:
        """Show works with the cursor on one of them; `empty` is said, a line each, when there are none.

        A work for which there is a reason is folded to a line that gives it.
        """
        self.entries, self._empty, self.reason_for = entries, empty, reason_for
        self._blurbs.clear()
        self._drawn.clear()
        self.set_count(len(entries), cursor)

    def show_blurbs(self, blurbs: bool) -> None:
        """Show a blurb of each work, or a line; the chosen one stays in sight."""
        self.row_height = 1
        if blurbs:
            from reader.ui.works.blurbs import BLURB_HEIGHT  # only where the reader wants them

            self.row_height = BLURB_HEIGHT
        self._drawn.clear()
        self.set_count(len(self.entries), self.cursor)

    @property
    def first_visible(self) -> int:
        """The row at the top of the view, from 0."""
        return self.scroll_offset.y // self.row_height

    def show_first(self, index: int) -> None:
        """Have a row at the top of the view, as far as the chosen one is in sight."""
        self.scroll_to(y=index * self.row_height, animate=False)
        self.show_cursor()

    def cursor_moved(self) -> None:
        """Say which work is chosen now."""
        self._tell_chosen(self.entries[self.cursor])

    def clicked(self, index: int, was_cursor: bool) -> None:
        """A click on the chosen work opens it, and so does the second of a double click."""
        if was_cursor:
            self.post_message(self.Opened(self.entries[index]))

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """A work's row."""
        reason = self.reason_for(self.entries[index])
        if reason:
            return self._marker(index), folded_piece(reason, width - MARKER_WIDTH)
        return (self._marker(index), *row_pieces(self.entries[index], columns_for(width)))

    def _marker(self, index: int) -> Piece:
        if self.entries[index].info.id in self._selected.ids:
            return _SELECTED
        return _CHOSEN if index == self.cursor else _NOT_CHOSEN

    def line_pieces(self, index: int, line: int, width: int) -> Iterable[Piece]:
        """A work's row, or a line of its blurb."""
        if self.row_height == 1:
            return self.pieces(index, width)
        if self.reason_for(self.entries[index]):
            return () if line else self.pieces(index, width)
        blurb = self._blurb(index, width - 2 * MARKER_WIDTH)
        if line >= len(blurb):
            return ()
        return (_NOT_CHOSEN if line else self._marker(index), *blurb[line])

    def _blurb(self, index: int, width: int) -> list[tuple[Piece, ...]]:
        from reader.ui.works.blurbs import blurb_lines  # as above

        key = (index, width)
        if key not in self._blurbs:
            if len(self._blurbs) >= _MOST_KEPT:
                self._blurbs.clear()
            self._blurbs[key] = blurb_lines(self._in_full(self.entries[index]), width)
        return self._blurbs[key]

    def render_line(self, y: int) -> Strip:
        """A row, or what there is to do when there is none."""
        if self.entries:
            return self._row_line(y)
        if not 1 <= y <= len(self._empty):
            return super().render_line(y)
        return self.looks.strip((_NOT_CHOSEN, Piece(self._empty[y - 1], Tone.QUIET)), self.width)

    def _row_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        index = line // self.row_height
        selected = index < len(self.entries) and self.entries[index].info.id in self._selected.ids
        key = (line, self.width, selected, index == self.cursor, self.has_focus)
        drawn = self._drawn.get(key)
        if drawn is None:
            if len(self._drawn) >= _MOST_DRAWN:
                self._drawn.clear()
            drawn = self._drawn[key] = super().render_line(y)
        return drawn

    def notify_style_update(self) -> None:
        """Draw anew in other colours."""
        super().notify_style_update()
        self._drawn.clear()


class WorkHeads(UncutLines):
    """The heads of the list's columns; a click on one sorts by it."""

    ALLOW_SELECT = False

    class Clicked(Message):
        """The head of a column was clicked."""

        def __init__(self, column: ColumnKind) -> None:
            super().__init__()
            self.column = column

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
