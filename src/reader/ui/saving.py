"""Saving while someone reads: soon after a page turn and off the main thread, at once when it matters."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from reader.state.errors import StateError
from reader.ui.settings.saver import SettingSaver

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from reader.ui.app import ReaderApp
    from reader.workspace import Workspace

_SOON = 0.4
"""Seconds between a change and its being saved; a position must be on disk within one second."""


class Saver:
    """Saves the workspace. It changes: it remembers whether a save is due, and what went wrong last.

    `failed` is called with a line for people when a save fails, once for each new reason.
    """

    def __init__(self, app: ReaderApp, workspace: Workspace, failed: Callable[[str], None]) -> None:
        self._app = app
        self._workspace = workspace
        self._failed = failed
        self._timer: Timer | None = None
        self.settings = SettingSaver(app, workspace, failed)
        """What the reader likes, which is saved at its own pace."""
        self._owed: Callable[[], None] | None = None
        self.reason: str | None = None
        """Why the last save failed, in a line for people; None when it did not."""

    def owed_by(self, put: Callable[[], None]) -> None:
        """Have this put into the state what it lacks, before each save, in place of what did so until now."""
        self._gather()
        self._owed = put

    def owed_no_more(self, put: Callable[[], None]) -> None:
        """Have this done for the last time, unless something else is in its place."""
        if self._owed == put:
            self._gather()
            self._owed = None

    def _gather(self) -> None:
        if self._owed is not None:
            self._owed()

    def soon(self) -> None:
        """Save within a second. A save that is due already stays due when it was."""
        if self._timer is None:
            self._timer = self._app.set_timer(_SOON, self._due)

    async def _due(self) -> None:
        self._timer = None
        await self.saved()

    async def saved(self) -> bool:
        """Save on a thread; whether everything is on disk afterwards."""
        self._gather()
        saved = await self._save_on_thread()
        if self._app.screen_stack:  # and not ended meanwhile
            await self._app.notices.show(self._app.screen)  # the file may have turned out to be broken
        return saved

    async def _save_on_thread(self) -> bool:
        try:
            await asyncio.to_thread(self._workspace.save)
        except StateError as error:
            self._say(str(error))
            return False
        self.reason = None
        return True

    def now(self) -> None:
        """Save before this returns: at quitting, and when the terminal goes away."""
        self.settings.now()
        self._gather()
        try:
            self._workspace.save()
        except StateError as error:
            self._say(str(error))
        else:
            self.reason = None

    def _say(self, reason: str) -> None:
        if reason != self.reason:
            self.reason = reason
            self._failed(reason)
