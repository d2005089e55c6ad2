"""The tag sidebar: kinds of tags that fold, tags with counts, and what the filter wants of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from reader.ui.commands.command import bindings
from reader.ui.commands.library import TAG_SIDEBAR
from reader.ui.sidebar_rows import FacetRow, MoreRow, TagRow, sidebar_pieces
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.queries.facets import Facet
    from reader.library.queries.filters import Choice
    from reader.ui.library_rows import Piece
    from reader.ui.sidebar_rows import SidebarRow


class TagSidebar(RowList):
    """Shows rows and says what is wanted of them; what they are is decided elsewhere."""

    BINDINGS: ClassVar = bindings(TAG_SIDEBAR)

    @dataclass
    class Cycled(Message):
        """A tag is to be included, excluded or left alone, whichever comes next."""

        choice: Choice

    @dataclass
    class Folded(Message):
        """A facet is to be opened, or closed if it is open."""

        facet: Facet

    @dataclass
    class Widened(Message):
        """All tags of a facet are to be shown."""

        facet: Facet

    @dataclass
    class FindWanted(Message):
        """A tag is to be found by name."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._rows: Sequence[SidebarRow] = ()

    def show(self, rows: Sequence[SidebarRow]) -> None:
        """Show rows. The cursor stays on the row it was on, wherever that is now."""
        cursor = self._whereabouts(rows)
        self._rows = rows
        self.set_count(len(rows), cursor)

    def _whereabouts(self, rows: Sequence[SidebarRow]) -> int:
        if self.cursor >= len(self._rows):
            return self.cursor
        key = _key(self._rows[self.cursor])
        return next((index for index, row in enumerate(rows) if _key(row) == key), self.cursor)

    def move_to_first_tag(self) -> None:
        """Choose the first tag there is."""
        self.move_to(next((index for index, row in enumerate(self._rows) if isinstance(row, TagRow)), 0))

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """A head or a tag."""
        return sidebar_pieces(self._rows[index], width)

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
        if isinstance(row, MoreRow):
            self._act_on(row)
        else:
            self.move_to(self._head_of(row.facet))
            self.post_message(self.Folded(row.facet))

    def action_find_tag(self) -> None:
        """Ask for a tag's name."""
        self.post_message(self.FindWanted())

    def _head_of(self, facet: Facet) -> int:
        return next(
            index for index, row in enumerate(self._rows) if isinstance(row, FacetRow) and row.facet == facet
        )

    def _act_on(self, row: SidebarRow) -> None:
        match row:
            case FacetRow():
                self.post_message(self.Folded(row.facet))
            case MoreRow():
                self.post_message(self.Widened(row.facet))
            case TagRow():
                self.post_message(self.Cycled(row.choice))


def _key(row: SidebarRow) -> tuple[str, str, str]:
    return type(row).__name__, row.facet, row.choice.key if isinstance(row, TagRow) else ""
