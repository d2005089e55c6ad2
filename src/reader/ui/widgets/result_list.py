"""What a search of all texts has found, in rows, and the chosen passage with what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

from reader.ui.row_pieces import Piece, Tone, fitted
from reader.ui.search.rows import passage_head, passage_lines, row_pieces
from reader.ui.widgets.pieces import Looks
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.strip import Strip

    from reader.library.entries import Entry
    from reader.ui.search.results import ResultRow

_WIDEST = 80
"""Cells of a line of the passage: longer ones are hard to read."""


class ResultList(RowList, can_focus=False):
    """Works and their passages; letters go to the line above it."""

    class Clicked(Message):
        """The chosen row was clicked again."""

    def __init__(
        self, entry_of: Callable[[str], Entry | None], chosen: Callable[[ResultRow | None, int], None]
    ) -> None:
        """`entry_of` gives what is known of a work; `chosen` is told at once where the cursor came to."""
        super().__init__(id="results")
        self._entry_of = entry_of
        self._tell_chosen = chosen
        self._rows: Sequence[ResultRow] = ()
        self._advice: Sequence[Sequence[Piece]] = ()

    @property
    def chosen(self) -> ResultRow | None:
        """The row under the cursor; None when there are none."""
        return self._rows[self.cursor] if self._rows else None

    def show(self, rows: Sequence[ResultRow], cursor: int, advice: Sequence[Sequence[Piece]] = ()) -> None:
        """Show rows with the cursor on one of them; `advice` is said, a line each, when there are none."""
        self._rows, self._advice = rows, advice
        self.set_count(len(rows), cursor)
        self._tell_chosen(self.chosen, self.cursor)

    def cursor_moved(self) -> None:
        """Say which row is chosen now."""
        self._tell_chosen(self.chosen, self.cursor)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """A work, a passage, or what is left."""
        row = self._rows[index]
        return row_pieces(row, self._entry_of(row.found.id), width)

    def clicked(self, index: int, was_cursor: bool) -> None:
        """A click on the chosen row opens it."""
        if was_cursor:
            self.post_message(self.Clicked())

    def render_line(self, y: int) -> Strip:
        """A row, or what there is to do when there is none."""
        if self._rows or not 0 <= y < len(self._advice):
            return super().render_line(y)
        return self.looks.strip(self._advice[y], self.width)


class PassageView(Widget):
    """The chosen passage, with as much of the text around it as there is room for."""

    ALLOW_SELECT = False

    def __init__(self, entry_of: Callable[[str], Entry | None]) -> None:
        super().__init__(id="passage")
        self._entry_of = entry_of
        self._row: ResultRow | None = None
        self._set: tuple[object, list[list[Piece]]] = (None, [])

    def show(self, row: ResultRow | None) -> None:
        """Show the passage of a row."""
        if row is not self._row:
            self._row = row
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of it, under a line that says where it is from."""
        width = self.size.width
        lines = self._lines(min(width, _WIDEST), self.size.height - 1)
        pieces: Sequence[Piece] = ()
        if y == 0 and self._row is not None:
            head = passage_head(self._row, self._entry_of(self._row.found.id))
            pieces = (Piece(fitted(head, width), Tone.QUIET),)
        elif 1 <= y <= len(lines):
            pieces = lines[y - 1]
        return Looks(self).strip(pieces, width)

    def _lines(self, width: int, height: int) -> list[list[Piece]]:
        if self._row is None or width <= 0 or height <= 0:
            return []
        key = (self._row, width, height)
        if self._set[0] != key:
            self._set = (key, passage_lines(self._row.passage, width, height))
        return self._set[1]
