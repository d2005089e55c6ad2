"""What the state and all that reads it need, loaded once the page is there, between the keys that come."""

from __future__ import annotations

import asyncio
import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.screens.reading import ReadingScreen

_PARTS = (
    "reader.state.records",
    "reader.state.document",
    "reader.state.store",
    "reader.reading.passages",
    "reader.reading.keeping",
    "reader.workspace.watched_store",
    "tomllib",
    "reader.ui.panel.showing",
    "reader.reading.page_search",
    "reader.ui.page.clock",
    "reader.ui.help.session_hints",
)
"""Each takes some milliseconds, a key that waits for all of them forty."""


class Waking:
    """Loads one part after the other, and has its screen go on with the state. It changes: it gets on.

    A place moved to before that is put into the state later, but before anything is saved.
    """

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._parts = iter(_PARTS)
        self.is_done = False
        """Whether the page shows what the state says. Until then it does as if that were not read, even if it
        had to be to know the place."""
        self.has_moved = False
        """Whether the reader has moved before that."""

    def go_on(self) -> None:
        """Load what comes next; keys that came meanwhile are first."""
        missing = next((part for part in self._parts if part not in sys.modules), None)
        if missing is None:
            self._screen.call_later(self._screen.take_up)
            return
        import_module(missing)
        asyncio.get_running_loop().call_soon(
            self._screen.call_later, self.go_on
        )  # a round for the app's keys

    def owe(self) -> None:
        """The reader has moved."""
        if not self.has_moved:
            self.has_moved = True
            self._screen.app.saver.owed_by(self._screen.work.keep_place)
