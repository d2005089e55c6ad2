"""How far adding is, in a line at the bottom; and afterwards a line for each file that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.widget import Widget

from reader.ui.row_pieces import Piece, Tone, bar_pieces, fitted, one_line
from reader.ui.widgets.pieces import Looks
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.strip import Strip

_BAR_WIDEST = 30


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


class FailureList(RowList):
    """One line for each file that could not be added, under a line that says so."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._lines: Sequence[tuple[str, str]] = ()

    def show(self, failures: Sequence[tuple[str, str]]) -> None:
        """Show paths and why each failed."""
        many = f"{len(failures):,} files were" if len(failures) > 1 else "1 file was"
        self._lines = [(f"{many} not added", "esc closes this"), *failures]
        self.set_count(len(self._lines), 0)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """A path and a reason; the start of the path gives way, because its end says more."""
        path, reason = (one_line(text) for text in self._lines[index])
        room = max(12, width * 2 // 5)
        while cell_len(path) > room:
            path = "…" + path[max(2, cell_len(path) - room) :]
        tone = Tone.WARNING if index == 0 else Tone.PLAIN
        return (Piece(f" {path}  ", tone), Piece(fitted(reason, width - cell_len(path) - 4), Tone.QUIET))

    def clicked(self, index: int, was_cursor: bool) -> None:
        """There is nothing to do with a failure but to read it."""
