"""What the settings screen changes: in force at once, in the file soon."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from reader.settings import taken
from reader.settings.rules import keys_taken
from reader.ui.keys.in_force import settled_keys
from reader.ui.keys.telling import written_key
from reader.ui.settings.in_force import AT_NEXT_START, WITH_NEXT_WORK, show_changed
from reader.ui.settings.rows import EntryRow, KeysRow, ListRow, TitleRow, ValueRow, WordsRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from reader.ui.app import ReaderApp
    from reader.ui.asking import Asking
    from reader.ui.settings.rows import SettingRow

_QUESTIONS = {
    "folders": "a folder to look at again",
    "hide": "what you never want to see, as you would look for it",
    "state_folder": "a folder; empty for the data directory",
}


class SettingChanges:
    """Has other settings and keys in force. It changes: it knows what is to be said of the last change."""

    def __init__(self, app: ReaderApp, followed: Callable[[], None]) -> None:
        """`followed` is called after a change that comes later than the key that asked for it."""
        self.said = ""
        """What is not as it was asked for, or is otherwise now as well."""
        self._app = app
        self._followed = followed
        self._saver = app.saver.settings

    @staticmethod
    def when(row: SettingRow) -> str:
        """When a change of a row takes effect, unless that is at once."""
        if isinstance(row, TitleRow):
            return ""
        if row.key in AT_NEXT_START:
            return "Takes effect at the next start."
        return "Takes effect with the next work." if row.key in WITH_NEXT_WORK else ""

    def step(self, row: ValueRow, steps: int) -> None:
        """Have the value so many after the one in force."""
        self._change(row.key, row.look.stepped(self._app.workspace.settings, steps))

    def choose(self, row: ValueRow, value: str) -> None:
        """Have the value that is written so."""
        for known in row.look.values:
            if str(known) == value:
                self._change(row.key, known)

    def reset(self, row: SettingRow) -> None:
        """Have the default."""
        match row:
            case KeysRow():
                self._saver.change_keys(row.key, None)
                show_changed(self._app, {"keys"})
            case ValueRow() | WordsRow() | ListRow():
                self._change(row.key, None)
            case _:
                pass

    def take_away(self, row: SettingRow) -> None:
        """Take an entry out of its list, or all keys from a command."""
        match row:
            case EntryRow(key, text):
                entries = getattr(self._app.workspace.settings, key)
                self._change(key, tuple(entry for entry in entries if entry != text))
            case KeysRow():
                self._give(row, [])
            case _:
                pass

    async def ask(self, row: SettingRow, asking: Asking, screen: Screen[Any]) -> None:
        """Ask for what can't be gone through."""
        match row:
            case KeysRow():
                from reader.ui.screens.key_catcher import KeyCatcher  # only when asked for

                self._app.push_screen(KeyCatcher(row.name), partial(self._caught, row))
            case WordsRow(key) | ListRow(key) | EntryRow(key):
                now = getattr(self._app.workspace.settings, key)
                words = now if isinstance(now, str) else ""
                await asking.ask(key, _QUESTIONS.get(key, ""), words, into=screen.query_one("#settings"))
            case _:
                pass

    def answer(self, key: str, words: str) -> None:
        """Take what was typed for a setting: a new entry of its list, or all of it."""
        now = getattr(self._app.workspace.settings, key)
        words = words.strip()
        if isinstance(now, str):
            self._change(key, words)
        elif words and words not in now:
            self._change(key, (*now, words))

    def _change(self, key: str, value: Any) -> None:
        try:
            if value is not None:
                taken(key, list(value) if isinstance(value, tuple) else value)
        except ValueError as error:
            self.said = str(error)
            return
        self._saver.change(key, value)
        show_changed(self._app, {key})

    def _caught(self, row: KeysRow, key: str | None) -> None:
        if key is not None:
            now = settled_keys(self._app.workspace.settings).keys[row.key]
            advertised = [name for name in now if name not in row.command.more_keys.split(",")]
            self._give(row, [written_key(name) for name in dict.fromkeys([*advertised, key])])
            self._followed()

    def _give(self, row: KeysRow, keys: list[str]) -> None:
        """Give a command keys, unless one of them can't be; tell which command has lost one by it."""
        settings = self._app.workspace.settings
        before = settled_keys(settings)
        after = settled_keys(replace(settings, keys={**settings.keys, row.key: keys_taken(keys)}))
        problems = [problem.words for problem in after.problems if problem not in before.problems]
        if problems:
            self.said = " · ".join(problems)
            return
        lost = [loss for loss in after.losses if loss not in before.losses]
        self.said = " · ".join(f"{loss.key} is no longer {loss.command} {loss.where}" for loss in lost)
        self._saver.change_keys(row.key, keys)
        show_changed(self._app, {"keys"})
