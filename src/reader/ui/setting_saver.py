"""Settings changed while someone reads: in force at once, written when the keys have come to rest."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.settings import SettingsError, save_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from reader.settings.file import Written
    from reader.ui.app import ReaderApp
    from reader.workspace import Workspace

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
        self._unwritten: deque[tuple[str, Written]] = deque()
        self._writing = threading.Lock()
        self._timer: Timer | None = None
        self._reason = ""

    async def watch(self) -> None:
        """From now on, have in force what is changed in the files."""
        from reader.ui.settings_watch import SettingsWatch  # not needed to show a page

        await SettingsWatch(self._app).begin()

    @property
    def is_behind(self) -> bool:
        """Whether something was changed that is not in the file yet."""
        return bool(self._unwritten) or self._writing.locked()

    def change(self, key: str, value: str | bool | int | tuple[str, ...]) -> None:
        """Have a setting in force now, and in the file soon."""
        self._workspace.settings = replace(self._workspace.settings, **{key: value})  # type: ignore[arg-type]  # checked when it is written
        self._unwritten.append((key, list(value) if isinstance(value, tuple) else value))
        self._rest()
        self._timer = self._app.set_timer(_REST, self.written)

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    async def written(self) -> None:
        """Write on a thread what is not written yet."""
        self._rest()
        if self._unwritten:
            self._answered(await asyncio.to_thread(self._write))

    def now(self) -> None:
        """Write before this returns."""
        self._rest()
        if self._unwritten:
            self._answered(self._write())

    def _write(self) -> str:
        """Write what was changed so far; what went wrong, in a line for people.

        What can't be written is tried again with the next change.
        """
        with self._writing:
            changes: dict[str, Written] = {}
            while self._unwritten:
                key, value = self._unwritten.popleft()
                changes[key] = value
            try:
                save_settings(self._workspace.folders.settings, changes)
            except SettingsError as error:
                self._unwritten.extendleft(changes.items())
                return str(error)
        return ""

    def _answered(self, reason: str) -> None:
        if reason and reason != self._reason:
            self._failed(reason)
        self._reason = reason
