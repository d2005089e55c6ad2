"""Settings changed while someone reads: in force at once, written when the keys have come to rest."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from typing import TYPE_CHECKING, Any, TypeVar

from reader.settings import Settings, SettingsError, save_settings
from reader.settings.rules import keys_taken

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from reader.settings.file import Written
    from reader.ui.app import ReaderApp
    from reader.workspace import Workspace

Value = TypeVar("Value")

_REST = 0.7
"""Seconds without a further change after which changes are written, all at once."""


class SettingSaver:
    """Changes settings. It changes: it knows what is not in the file yet.

    `failed` is called with a line for people when the file can't be written, once for each new reason.
    """

    def __init__(self, app: ReaderApp, workspace: Workspace, failed: Callable[[str], None]) -> None:
        self._app = app
        self._workspace = workspace
        self._failed = failed
        self._unwritten: deque[tuple[str, Written | None]] = deque()
        self._unwritten_keys: deque[tuple[str, list[str] | None]] = deque()
        self._writing = threading.Lock()
        self._timer: Timer | None = None
        self._reason = ""
        self._is_watching = False

    async def watch(self) -> None:
        """From now on, have in force what is changed in the files."""
        if self._is_watching:
            return
        self._is_watching = True
        from reader.ui.settings.watch import SettingsWatch  # not needed to show a page

        await SettingsWatch(self._app).begin()

    @property
    def is_behind(self) -> bool:
        """Whether something was changed that is not in the file yet."""
        return bool(self._unwritten or self._unwritten_keys) or self._writing.locked()

    def change(self, key: str, value: str | bool | int | tuple[str, ...] | None) -> None:
        """Have a setting in force now, and in the file soon; None is for its default, and takes it out."""
        now: Any = getattr(Settings(), key) if value is None else value
        self._workspace.settings = self._workspace.settings._replace(**{key: now})
        self._unwritten.append((key, list(value) if isinstance(value, tuple) else value))
        self._write_soon()

    def change_keys(self, command: str, keys: list[str] | None) -> None:
        """Have these keys for a command; an empty list for none, None for those it has by itself."""
        own = {other: own for other, own in self._workspace.settings.keys.items() if other != command}
        if keys is not None:
            own[command] = keys_taken(keys)
        self._workspace.settings = self._workspace.settings._replace(keys=own)
        self._unwritten_keys.append((command, keys))
        self._write_soon()

    def _write_soon(self) -> None:
        self._rest()
        self._timer = self._app.set_timer(_REST, self.written)

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    async def written(self) -> None:
        """Write on a thread what is not written yet."""
        self._rest()
        if self._unwritten or self._unwritten_keys:
            self._answered(await asyncio.to_thread(self._write))

    def now(self) -> None:
        """Write before this returns."""
        self._rest()
        if self._unwritten or self._unwritten_keys:
            self._answered(self._write())

    def _write(self) -> str:
        """Write what was changed so far; what went wrong, in a line for people.

        What can't be written is tried again with the next change.
        """
        with self._writing:
            changes, keys = _drained(self._unwritten), _drained(self._unwritten_keys)
            try:
                save_settings(self._workspace.folders.settings, changes, keys)
            except SettingsError as error:
                self._unwritten.extendleft(changes.items())
                self._unwritten_keys.extendleft(keys.items())
                return str(error)
        return ""

    def _answered(self, reason: str) -> None:
        if reason and reason != self._reason:
            self._failed(reason)
        self._reason = reason


def _drained(unwritten: deque[tuple[str, Value]]) -> dict[str, Value]:
    """What is not written, the last of each; nothing is left."""
    found: dict[str, Value] = {}
    while unwritten:
        key, value = unwritten.popleft()
        found[key] = value
    return found
