"""The list of the settings screen: settings and commands under their heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from reader.ui.settings.pieces import setting_pieces, value_column
from reader.ui.settings.row_kinds import TitleRow, ValueRow
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual import events

    from reader.settings import Settings
    from reader.ui.row_pieces import Piece
    from reader.ui.settings.row_kinds import SettingRow


class SettingList(RowList):
    """The settings under their heads."""

    class Moved(Message):
        """Another row was chosen."""

    class Clicked(Message):
        """The value of the chosen row was clicked, or before it; `steps` is 0 where there is none to step."""

        def __init__(self, steps: int) -> None:
            super().__init__()
            self.steps = steps

    def __init__(self) -> None:
        super().__init__(id="setting-rows")
        self._rows: Sequence[SettingRow] = ()
        self._lines: Mapping[tuple[str | int, ...], int] = {}
        self._settings: Settings | None = None
        self._clicked_at = 0

    @property
    def chosen(self) -> SettingRow | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if self._rows else None

    def show(
        self, rows: Sequence[SettingRow], settings: Settings, lines: Mapping[tuple[str | int, ...], int]
    ) -> None:
        """Show rows; the cursor stays on its row while that is there, else where it can."""
        chosen = self.chosen
        cursor = rows.index(chosen) if chosen in rows else self.cursor
        self._rows, self._settings, self._lines = rows, settings, lines
        self.set_count(len(rows), cursor)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """A head or a setting."""
        assert self._settings is not None  # noqa: S101  # there are rows only with settings
        row, is_chosen = self._rows[index], index == self.cursor
        return setting_pieces(row, self._settings, self._lines, width, is_chosen=is_chosen)

    def can_be_chosen(self, index: int) -> bool:
        """All but heads."""
        return not isinstance(self._rows[index], TitleRow)

    def cursor_moved(self) -> None:
        """Have it said what the row is."""
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        """Remember where; the rest is done by what `RowList` does with a click, which comes after this."""
        self._clicked_at = event.x

    def clicked(self, index: int, was_cursor: bool) -> None:
        """A click on a value goes to the next, on the arrow before it to the one before."""
        at = self._clicked_at - value_column(self.width)
        if isinstance(self._rows[index], ValueRow) and at >= 0:
            self.post_message(self.Clicked(1 if at > 1 else -1))
        elif was_cursor:
            self.post_message(self.Clicked(0))
