"""What comes into the library while its screen is shown: asked for, or looked for in the known folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.tally import tally_of
from reader.ui.adding.adder import Adder
from reader.ui.keys.sentences import told
from reader.ui.problems import tell_problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.ui.screens.library import LibraryScreen

_LOOK_AFTER = 0.5
"""Seconds after the first frame until the known folders are looked at."""


class LibraryAdding:
    """Adds, and says what came of it."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._foot = screen.foot
        self._adder = Adder(screen.foot, screen.workspace)
        self.rest, self.go_on, self.stop = self._adder.rest, self._adder.go_on, self._adder.stop

    def look_at_start(self) -> None:
        """Look soon at the known folders, unless the reader does not want that."""
        settings = self._screen.workspace.settings
        if settings.look_at_start and settings.folders:
            self._screen.set_timer(_LOOK_AFTER, self._adder.look_quietly)

    def look_again(self) -> None:
        """Look at the known folders and files now."""
        if self._screen.workspace.settings.folders or any(entry.path for entry in self._screen.model.entries):
            self.add(None)
        else:
            said = "There is nothing to look at again yet: {add-files} adds files and folders."
            self._screen.notify(told(said, self._screen.workspace.settings), markup=False)

    def add(self, paths: Sequence[Path] | None) -> None:
        """Add files and folders, or look at all known ones for None, while everything else goes on."""
        self._foot.show_begun()
        self._adder.ask(paths)

    def finished(self, event: Adder.Finished) -> None:
        """Show what was added, and say what came of it."""
        tally = tally_of(event.results)
        news = tally.news() if event.quiet else ""
        self._screen.line.tell_news(news)
        if news or not event.quiet:
            self._screen.loader.all()
        if event.quiet:
            return
        if event.problem:
            tell_problem(self._screen.app, event.problem)
        if self._foot.added is None:
            self._screen.app.notify(tally.told(), timeout=6, markup=False)

    def interrupt(self) -> bool:
        """Stop what was asked for; False when there is nothing to stop."""
        busy = self._adder.busy
        if busy:
            self.stop()
        return busy
