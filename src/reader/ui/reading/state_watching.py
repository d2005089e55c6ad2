"""Watching the state for what other windows, machines and hands make of it, and showing that."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from reader.state.conflict_copies import copies_beside
from reader.state.errors import StateError
from reader.workspace import WorkspaceError
from reader.workspace.catching_up import catch_up

if TYPE_CHECKING:
    from reader.reading.other_places import OtherPlace
    from reader.ui.app import ReaderApp
    from reader.ui.screens.reading import ReadingScreen

_LOOK_EVERY = 2.0
"""Seconds between two looks at the state file, of which each is two calls of the system."""


class StateWatch:
    """Looks at the state from time to time. It changes: it remembers which places it has offered."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._offered: set[tuple[str, OtherPlace]] = set()

    def begin(self) -> None:
        """Begin to look, which is nothing until something has read the state."""
        self._app.set_interval(_LOOK_EVERY, self.look)

    async def look(self) -> None:
        """Take in what is new, tell of it, and show it."""
        from reader.ui.screens.reading import ReadingScreen  # may not be what is shown

        app, workspace = self._app, self._app.workspace
        if not workspace.state_is_read:
            return
        changed = False
        folders = workspace.folders
        if workspace.store.is_overtaken or copies_beside(folders.state, folders.data):
            try:
                changed = await asyncio.to_thread(catch_up, workspace)
            except (StateError, WorkspaceError):  # it is met again, and told, when something is to be saved
                return
        if not app.screen_stack:  # ended meanwhile
            return
        for remark in workspace.store.take_remarks():
            app.notify(remark, timeout=10, markup=False)
        if changed:
            await app.notices.show(app.screen)
        if isinstance(screen := app.screen, ReadingScreen) and screen.is_there:
            if changed:
                screen.show_marks()
            self._offer(screen)

    def _offer(self, screen: ReadingScreen) -> None:
        """Tell once of a place further on that another machine left."""
        from reader.ui.reading.further import further

        other = None if screen.visit else further(screen)
        if other is not None and (screen.reading.info.id, other) not in self._offered:
            self._offered.add((screen.reading.info.id, other))
            screen.say(_further_words(other, screen))


def _further_words(other: OtherPlace, screen: ReadingScreen) -> str:
    """What is said of it: "kitchen was further: chapter 7, 61 % · F goes there"."""
    from reader.ui.keys.sentences import told  # not before there is one

    reading, workspace = screen.reading, screen.workspace
    place, _ = reading.find(other.position.locator)
    who = "You were" if other.device == workspace.store.device else f"{_host(other.device)} was"
    chapter = f"chapter {place.chapter}, " if reading.chapter_count > 1 else ""
    there = f"{chapter}{int(other.position.progress * 100)} %"
    return told("{who} further: {there} · {go-further} goes there", workspace.settings, who=who, there=there)


def _host(device: str) -> str:
    """The name that people know a device by: "kitchen" of "kitchen-3f2a"."""
    host, _, digits = device.rpartition("-")
    return host if host and len(digits) == 4 else device
