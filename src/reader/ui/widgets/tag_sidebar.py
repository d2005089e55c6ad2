"""The tag sidebar: shelves, kinds of tags that fold, tags with counts, what the filter wants of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.message import Message

from reader.ui.commands.command import bindings
from reader.ui.commands.library import TAG_SIDEBAR
from reader.ui.commands.tagging import TAGGING, WITH_SHELF, WITH_TAG, ToggleEither
from reader.ui.library.sidebar_rows import HeadRow, MoreRow, ShelfRow, TagRow, head_label, sidebar_pieces
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from textual import events

    from reader.library.queries.facets import Facet
    from reader.ui.commands.command import Command
    from reader.ui.library.sidebar_rows import SidebarRow
    from reader.ui.row_pieces import Piece


class TagSidebar(RowList):
    """Shows rows and says what is wanted of them; what they are is decided elsewhere."""

    BINDINGS: ClassVar = bindings((*TAG_SIDEBAR, *TAGGING))

    class Chosen(Message):
        """A tag is to be included, excluded or left alone, whichever comes next; or a shelf is chosen."""

        def __init__(self, row: TagRow | ShelfRow) -> None:
            super().__init__()
            self.row = row

    class Wanted(Message):
        """A command, by its name, is to be carried out with a row."""

        def __init__(self, command: str, row: SidebarRow) -> None:
            super().__init__()
            self.command = command
            self.row = row

    class Pointed(Message):
        """The cursor is on a row now, or the keys went elsewhere."""

        def __init__(self, row: SidebarRow | None) -> None:
            super().__init__()
            self.row = row

    class Folded(Message):
        """A facet, or the shelves, are to be opened, or closed if they are open."""

        def __init__(self, section: str) -> None:
            super().__init__()
            self.section = section

    class Widened(Message):
        """All tags of a facet are to be shown."""

        def __init__(self, facet: Facet) -> None:
            super().__init__()
            self.facet = facet

    class FindWanted(Message):
        """A tag is to be found by name."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._rows: Sequence[SidebarRow] = ()
        self._alike: AbstractSet[str] = frozenset()

    def show(self, rows: Sequence[SidebarRow], alike: AbstractSet[str] = frozenset()) -> None:
        """Show rows, `alike` those with these keys as tags that mean others as well.

        The cursor stays on the row it was on, wherever that is now.
        """
        cursor = self._whereabouts(rows)
        self._rows, self._alike = rows, alike
        self.set_count(len(rows), cursor)
        self._point()

    def _whereabouts(self, rows: Sequence[SidebarRow]) -> int:
        if self.cursor >= len(self._rows):
            return self.cursor
        key = self._rows[self.cursor].key
        return next((index for index, row in enumerate(rows) if row.key == key), self.cursor)

    def cursor_moved(self) -> None:
        """Say which row that is."""
        self._point()

    def on_focus(self) -> None:
        """Say which row the keys are for."""
        self._point()

    def on_blur(self) -> None:
        """Say that they are for none."""
        self.post_message(self.Pointed(None))

    def _point(self) -> None:
        if self.has_focus:
            self.post_message(self.Pointed(self.row))

    @property
    def row(self) -> SidebarRow | None:
        """The row under the cursor; None before there are any."""
        return self._rows[self.cursor] if self._rows else None

    def choose(self, key: str) -> None:
        """Put the cursor on the row with this key, wherever it is; nothing happens where there is none."""
        self.move_to(next((index for index, row in enumerate(self._rows) if row.key == key), self.cursor))

    def move_to_first_tag(self) -> None:
        """Choose the first tag there is."""
        self.move_to(next((index for index, row in enumerate(self._rows) if isinstance(row, TagRow)), 0))

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """A head or a tag."""
        return sidebar_pieces(self._rows[index], width, self._alike)

    def on_click(self, event: events.Click) -> None:
        """A click right of a head's name is one on its scope; the list sees to all others."""
        index = event.y + self.scroll_offset.y
        row = self._rows[index] if 0 <= index < len(self._rows) else None
        if isinstance(row, HeadRow) and row.scope and event.x > cell_len(head_label(row)):
            event.prevent_default()
            self.post_message(self.Wanted(ToggleEither.id(), row))

    def clicked(self, index: int, was_cursor: bool) -> None:
        """A click does what the keys do to a row."""
        self._act_on(self._rows[index])

    def action_cycle_tag(self) -> None:
        """Include the tag, exclude it, or leave it alone; a head opens and closes."""
        if self._rows:
            self._act_on(self._rows[self.cursor])

    def action_fold_facet(self) -> None:
        """Open or close the facet under the cursor, or the one that its tag belongs to."""
        if not self._rows:
            return
        row = self._rows[self.cursor]
        if isinstance(row, MoreRow | ShelfRow):
            self._act_on(row)
        else:
            self.move_to(self._head_of(row.section))
            self.post_message(self.Folded(row.section))

    def action_find_tag(self) -> None:
        """Ask for a tag's name."""
        self.post_message(self.FindWanted())

    @property
    def commands(self) -> tuple[type[Command], ...]:
        """What can be done with the row under the cursor, to be hinted at."""
        if isinstance(self.row, ShelfRow):
            return (*WITH_SHELF, *TAG_SIDEBAR)
        return (*TAG_SIDEBAR, *WITH_TAG)

    def action_with_row(self, command: str) -> None:
        """Have a command carried out with the row under the cursor."""
        if self.row is not None:
            self.post_message(self.Wanted(command, self.row))

    def _head_of(self, section: str) -> int:
        heads = (index for index, row in enumerate(self._rows) if isinstance(row, HeadRow))
        return next(index for index in heads if self._rows[index].section == section)

    def _act_on(self, row: SidebarRow) -> None:
        match row:
            case HeadRow():
                self.post_message(self.Folded(row.section))
            case MoreRow():
                self.post_message(self.Widened(row.section))
            case TagRow() | ShelfRow():
                self.post_message(self.Chosen(row))
