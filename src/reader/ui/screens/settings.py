"""Every setting with its value, its choices and where it comes from; and the keys of every command."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.containers import Vertical
from textual.widgets import Static

from reader.settings import lines_of
from reader.ui.asking import Asking
from reader.ui.commands.command import bindings
from reader.ui.commands.settings import SETTINGS
from reader.ui.keys.in_force import keys_in_force
from reader.ui.library.words import hint_part, hint_parts
from reader.ui.row_pieces import Piece, Tone, one_line
from reader.ui.screens.framed import FramedScreen
from reader.ui.settings.changes import SettingChanges
from reader.ui.settings.pieces import choice_lines
from reader.ui.settings.row_kinds import ValueRow
from reader.ui.settings.rows import has_words, setting_rows
from reader.ui.settings.watch import stamp_of
from reader.ui.themes import theme_names
from reader.ui.widgets.clickable_line import ClickableLine, Part
from reader.ui.widgets.hint_line import HintLine
from reader.ui.widgets.setting_list import SettingList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.widgets import Input

    from reader.settings import Settings
    from reader.ui.app import ReaderApp
    from reader.ui.settings.row_kinds import SettingRow
    from reader.ui.settings.watch import Stamp
    from reader.ui.widgets.prompt import Prompt

_FIND = "find"
_FIND_WORDS = "words of a setting or a command, a key"
_LOOK_EVERY = 0.5
"""Seconds between two looks whether the file has been written, by this screen or an editor."""
_MOST_WARNINGS = 3
_WIDEST, _AROUND = 112, 4
"""Cells of the screen's frame, as in its style sheet, and of what is free in that."""


class SettingsScreen(FramedScreen[None]):
    """Shows settings, and hands what is to be changed to `SettingChanges`."""

    CSS_PATH: ClassVar = ["../styles/rows.tcss", "../styles/framed.tcss", "../styles/settings.tcss"]
    AUTO_FOCUS = "#setting-rows"
    BINDINGS: ClassVar = bindings(SETTINGS)
    app: ReaderApp

    def __init__(self, app: ReaderApp) -> None:
        super().__init__()
        self._workspace = app.workspace
        self._asking = Asking(self)
        self._changes = SettingChanges(app, self._asking, self._follow)
        self._words = ""
        self._seen: tuple[Settings, Stamp | None, list[str]] | None = None
        self._lines: Mapping[tuple[str | int, ...], int] = {}

    def compose(self) -> ComposeResult:
        """What is wrong, the settings, and what is said of the chosen one."""
        with Vertical(id="settings", classes="framed"):
            yield Static("Settings", id="settings-title", markup=False)
            yield Static(id="settings-warnings", markup=False)
            yield SettingList()
            yield Static(id="setting-about", markup=False)
            yield ClickableLine(id="setting-choices")
            yield ClickableLine(id="more-choices")
            yield HintLine(id="settings-hints", gap=3)

    def on_mount(self) -> None:
        """Show what there is, and whatever becomes of it."""
        self._look()
        self.set_interval(_LOOK_EVERY, self._look)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.is_mounted  # a key may come before the widgets are there

    # -- Showing ----------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Show the settings if they, their file or what is wrong with it have changed."""
        path = self._workspace.folders.settings
        now = (self._workspace.settings, stamp_of(path), list(self._workspace.warnings))
        if now != self._seen:
            self._seen = now
            self._lines = lines_of(path)
            self._show()

    def _follow(self) -> None:
        """Show what has come of a key or a click."""
        self._look()
        self._show_chosen()

    def _show(self) -> None:
        settings = self._workspace.settings
        rows = setting_rows(settings, theme_names(self._workspace.folders.config))
        if self._words:
            rows = [row for row in rows if has_words(row, self._words, settings)]
        self.query_one(SettingList).show(rows, settings, self._lines)
        found = f"{'Settings' if rows else 'No setting'} with “{self._words}” · "
        title = found if self._words else "Settings · "
        room = max(0, min(self.app.size.width, _WIDEST) - _AROUND - cell_len(title))
        path = str(self._workspace.folders.settings)
        path = path if cell_len(path) <= room else f"…{path[len(path) - room + 1 :]}"
        self.query_one("#settings-title", Static).update(title + one_line(path))
        self._show_warnings()
        self._show_chosen()

    def _show_hints(self, row: SettingRow | None) -> None:
        keymap = keys_in_force(self._workspace.settings)
        parts = [hint_part(command, words, keymap) for command, words in (row.hints if row else ())]
        self.query_one("#settings-hints", HintLine).show([*parts, *hint_parts(SETTINGS, keymap)])

    def _show_warnings(self) -> None:
        here = f"{self._workspace.folders.settings}, "
        told = [warning.removeprefix(here) for warning in self._workspace.warnings[:_MOST_WARNINGS]]
        more = len(self._workspace.warnings) - len(told)
        if more:
            told[-1:] = [f"and {more + 1} more: reader config shows all"]
        widget = self.query_one("#settings-warnings", Static)
        widget.display = bool(told)
        widget.update("\n".join(told))

    def _show_chosen(self) -> None:
        row, settings = self.query_one(SettingList).chosen, self._workspace.settings
        said = [] if row is None else [row.about(settings), self._changes.when(row)]
        said = [self._changes.said] if self._changes.said else said
        self.query_one("#setting-about", Static).update(" ".join(filter(None, said)))
        lines = self._choice_lines(row) if isinstance(row, ValueRow) else []
        self._show_hints(row)
        for number, widget in enumerate(self.query("#setting-choices, #more-choices").results(ClickableLine)):
            widget.show(lines[number] if number < len(lines) else [])

    def _choice_lines(self, row: ValueRow) -> list[list[Part]]:
        if not row.look.round:
            return []
        words = {row.words_of(value): value for value in row.look.values}
        current = row.value(self._workspace.settings)
        width = self.query_one("#setting-choices").size.width - 2
        return [
            [
                Part((Piece(choice, Tone.INCLUDED if is_current else Tone.QUIET),), str(words[choice]))
                for choice, is_current in line
            ]
            for line in choice_lines(tuple(words), current, width)
        ]

    def on_resize(self, event: events.Resize) -> None:
        """Put the choices into lines anew."""
        if event.size == self.app.size and self.is_mounted:
            self.call_after_refresh(self._show_chosen)

    # -- Keys and mouse ---------------------------------------------------------------------------------

    def on_setting_list_moved(self) -> None:
        """Say what the row is."""
        self._changes.said = ""
        self._show_chosen()

    async def on_setting_list_clicked(self, event: SettingList.Clicked) -> None:
        """Go to the next value, or ask for one."""
        if event.steps:
            self._step(event.steps)
        else:
            await self.action_change_setting()

    def on_clickable_line_pressed(self, event: ClickableLine.Pressed) -> None:
        """Take the choice that was clicked."""
        event.stop()
        if isinstance(row := self._chosen, ValueRow):
            row.choose(self._changes, event.key)
            self._follow()

    @property
    def _chosen(self) -> SettingRow | None:
        return next((listing.chosen for listing in self.query(SettingList)), None)

    def action_next_value(self) -> None:
        """The next value."""
        self._step(1)

    def action_previous_value(self) -> None:
        """The value before."""
        self._step(-1)

    def _step(self, steps: int) -> None:
        row = self._chosen
        if row is not None:
            row.step(self._changes, steps)
            self._follow()

    def action_reset_value(self) -> None:
        """As it was made."""
        if (row := self._chosen) is not None:
            row.reset(self._changes)
            self._follow()

    def action_take_away(self) -> None:
        """Take the entry, or the keys of the command, away."""
        if (row := self._chosen) is not None:
            row.take_away(self._changes)
            self._follow()

    async def action_change_setting(self) -> None:
        """The next value; or ask for words, or for a key."""
        row = self._chosen
        if row is not None:
            await row.ask(self._changes)
            self._follow()

    async def action_find_setting(self) -> None:
        """Ask for words."""
        await self._asking.ask(_FIND, _FIND_WORDS, self._words, into=self._frame)

    @property
    def _frame(self) -> Vertical:
        return self.query_one("#settings", Vertical)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is meant as it is typed."""
        if event.input.placeholder == _FIND_WORDS:
            self._find(event.value)

    def _find(self, words: str) -> None:
        self._words = " ".join(words.split())
        self._show()
        self.query_one(SettingList).move_to(0)

    async def on_prompt_left(self, event: Prompt.Left) -> None:
        """Ask no more."""
        if event.purpose == _FIND:
            self._words = ""
        await self._stop_asking()

    async def on_prompt_answered(self, event: Prompt.Answered) -> None:
        """Show what is meant, or take what was typed."""
        if event.purpose == _FIND:
            self._find(event.words)
        else:
            self._changes.answer(event.purpose, event.words)
        await self._stop_asking()

    async def _stop_asking(self) -> None:
        await self._asking.stop()
        self.set_focus(self.query_one(SettingList))
        self._look()
        self._show()

    def action_close_settings(self) -> None:
        """Close it; first show everything again."""
        if self._words:
            self._words = ""
            self._show()
        else:
            self.leave()
