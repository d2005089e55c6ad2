"""What the settings screen changes: in force at once, in the file soon."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from reader.settings import taken
from reader.settings.rules import keys_taken
from reader.ui.keys.in_force import settled_keys
from reader.ui.keys.telling import written_key
from reader.ui.settings.in_force import AT_NEXT_START, WITH_NEXT_WORK, show_changed

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.settings import Settings
    from reader.ui.app import ReaderApp
    from reader.ui.asking import Asking
    from reader.ui.settings.row_kinds import KeysRow, SettingRow

_QUESTIONS = {
    "folders": "a folder to look at again",
    "hide": "what you never want to see, as you would look for it",
    "state_folder": "a folder; empty for the data directory",
}


class SettingChanges:
    """Has other settings and keys in force. It changes: it knows what is to be said of the last change."""

    def __init__(self, app: ReaderApp, asking: Asking, followed: Callable[[], None]) -> None:
        """`followed` is called after a change that comes later than the key that asked for it."""
        self.said = ""
        """What is not as it was asked for, or is otherwise now as well."""
        self._app = app
        self._asking = asking
        self._followed = followed
        self._saver = app.saver.settings

    @property
    def settings(self) -> Settings:
        """Those in force."""
        return self._app.workspace.settings

    @staticmethod
    def when(row: SettingRow) -> str:
        """When a change of a row takes effect, unless that is at once."""
        if row.key in AT_NEXT_START:
            return "Takes effect at the next start."
        return "Takes effect with the next work." if row.key in WITH_NEXT_WORK else ""

    # -- Settings ---------------------------------------------------------------------------------------

    def change(self, key: str, value: Any) -> None:
        """Have another value, None for the default; or say why that can't be."""
        try:
            if value is not None:
                taken(key, list(value) if isinstance(value, tuple) else value)
        except ValueError as error:
            self.said = str(error)
            return
        self._saver.change(key, value)
        show_changed(self._app, {key})

    async def ask_words(self, key: str) -> None:
        """Ask for a new entry of a list, or for all of a setting that is typed."""
        now = getattr(self.settings, key)
        words = now if isinstance(now, str) else ""
        await self._asking.ask(
            key, _QUESTIONS.get(key, ""), words, into=self._app.screen.query_one("#settings")
        )

    def answer(self, key: str, words: str) -> None:
        """Take what was typed for a setting: a new entry of its list, or all of it."""
        now = getattr(self.settings, key)
        words = words.strip()
        if isinstance(now, str):
            self.change(key, words)
        elif words and words not in now:
            self.change(key, (*now, words))

    # -- Keys -------------------------------------------------------------------------------------------

    def ask_key(self, row: KeysRow) -> None:
        """Ask for one more key of a command."""
        from reader.ui.screens.key_catcher import KeyCatcher  # only when asked for

        self._app.push_screen(KeyCatcher(row.name), partial(self._caught, row))

    def reset_keys(self, row: KeysRow) -> None:
        """Have the keys that a command has by itself."""
        self._saver.change_keys(row.key, None)
        show_changed(self._app, {"keys"})

    def _caught(self, row: KeysRow, key: str | None) -> None:
        if key is not None:
            now = settled_keys(self.settings).keys[row.key]
            advertised = [name for name in now if name not in row.command.more_keys.split(",")]
            self.give(row, [written_key(name) for name in dict.fromkeys([*advertised, key])])
            self._followed()

    def give(self, row: KeysRow, keys: list[str]) -> None:
        """Give a command keys, unless one of them can't be; tell which command has lost one by it."""
        settings = self.settings
        before = settled_keys(settings)
        after = settled_keys(settings._replace(keys={**settings.keys, row.key: keys_taken(keys)}))
        problems = [problem.words for problem in after.problems if problem not in before.problems]
        if problems:
            self.said = " · ".join(problems)
            return
        lost = [loss for loss in after.losses if loss not in before.losses]
        self.said = " · ".join(f"{loss.key} is no longer {loss.command} {loss.where}" for loss in lost)
        self._saver.change_keys(row.key, keys)
        show_changed(self._app, {"keys"})
