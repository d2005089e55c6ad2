"""How far adding is, in a line at the bottom; and afterwards what came of each file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.message import Message
from textual.widget import Widget

from reader.ui.adding.added_rows import added_pieces
from reader.ui.commands.command import bindings
from reader.ui.commands.library import ADDED
from reader.ui.row_pieces import Piece, Tone, bar_pieces, fitted, one_line
from reader.ui.widgets.pieces import Looks
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.strip import Strip

    from reader.ui.adding.added_rows import AddedRow
    from reader.ui.app import ReaderApp

_BAR_WIDEST = 30
_SHARE = 3
"""The summary takes the third part of the screen at most."""
_HOW = "{next-pane} goes here · {leave-mode} closes"


class AddingLine(Widget):
    """A bar, and the work that was taken in last."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._done, self._total, self._title = 0, 0, ""

    def show(self, done: int, total: int, title: str) -> None:
        """So many files of so many are done."""
        self._done, self._total, self._title = done, total, title
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row."""
        width = self.size.width
        words = f" Adding {self._done:,} of {self._total:,} " if self._total else " Looking for files "
        bar = max(0, min(_BAR_WIDEST, width // 3, width - cell_len(words)))
        share = self._done / self._total if self._total else 0.0
        rest = max(0, width - cell_len(words) - bar - 2)
        title = fitted(one_line(self._title), rest)
        pieces = (Piece(words), *bar_pieces(share, bar), Piece(f" {title}", Tone.QUIET))
        return Looks(self).strip(pieces, width)


class AddedList(RowList):
    """What came of adding: the sum, and a line for each file."""

    @dataclass
    class Opened(Message):
        """The work that a file holds is to be read."""

        work_id: str

    BINDINGS: ClassVar = bindings(ADDED)
    app: ReaderApp

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._sum = ""
        self._rows: Sequence[AddedRow] = ()

    def show(self, told: str, rows: Sequence[AddedRow]) -> None:
        """Show the sum in words, and the rows."""
        self._sum, self._rows = told, rows
        self.display = True
        self.styles.height = min(len(rows) + 1, max(3, self.screen.size.height // _SHARE))
        self.set_count(len(rows) + 1, 0)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """The sum with how to get on, then the files."""
        if index:
            return added_pieces(self._rows[index - 1], width)
        from reader.ui.keys.sentences import told  # not before something was added

        how = f"{told(_HOW, self.app.workspace.settings)} "
        words = fitted(f" {self._sum}", max(0, width - cell_len(how)))
        return Piece(words, Tone.HEAD), Piece(fitted(how, min(width, cell_len(how))), Tone.QUIET)

    def action_read_added(self) -> None:
        """Read the work under the cursor."""
        if self.cursor and (work_id := self._rows[self.cursor - 1].work_id):
            self.post_message(self.Opened(work_id))

    def clicked(self, index: int, was_cursor: bool) -> None:
        """As in the list of works: a second click reads it."""
        if was_cursor:
            self.action_read_added()
