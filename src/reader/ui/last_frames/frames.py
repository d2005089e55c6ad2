"""Page and library as they were left, kept for the next starts once the app has ended."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reader.first_frame.keeping import keep
from reader.library.entries import CatalogueError
from reader.settings import read_settings
from reader.settings.theme_names import theme_file
from reader.state.errors import StateError
from reader.ui.settings.in_force import AT_NEXT_START
from reader.ui.themes import theme_in_force
from reader.workspace import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.ui.app import ReaderApp
    from reader.ui.last_frames.taken import Taken
    from reader.ui.screens.library import LibraryScreen
    from reader.ui.screens.reading import ReadingScreen

_MAY_FAIL = (CatalogueError, StateError, WorkspaceError)
"""What keeps nobody from leaving: the next start begins without a frame then."""


class LastFrames:
    """Takes frames and keeps them. It changes: it remembers what it took until the app has ended."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._workspace = app.workspace
        self._page: Taken | None = None
        self._library: Taken | None = None
        self._is_overtaken = False

    def look(self) -> None:
        """See, before the last save takes it in, whether others changed the state and the library lags."""
        workspace = self._workspace
        self._is_overtaken = workspace.state_is_read and workspace.store.is_overtaken

    def take_page(self, screen: ReadingScreen) -> None:
        """Remember the page of a screen that is shown no more."""
        from reader.ui.last_frames.page import taken_page  # who was in the library alone has none

        self._page = None
        with suppress(*_MAY_FAIL):
            self._page = taken_page(screen)

    def take_library(self, screen: LibraryScreen) -> None:
        """Remember the library, which is shown no more."""
        from reader.ui.last_frames.library import taken_library  # who was on a page alone has none

        if not self._is_overtaken:
            with suppress(*_MAY_FAIL):
                self._library = taken_library(screen)

    def keep(self) -> None:
        """Keep in files what still holds, now that everything is saved; the catalogue is closed by that."""
        with suppress(*_MAY_FAIL):
            true = [taken for taken in (self._page, self._library) if taken is not None and taken.is_true()]
            if not true or not self._has_settings_of_files():
                return
            files = [list(taken.files()) for taken in true]
            self._workspace.close()
            folders = self._workspace.folders
            needs = [*self._needs()]
            for taken, paths in zip(true, files, strict=True):
                keep(
                    taken.frame,
                    folders.data,
                    needs=[*needs, *taken.needs],
                    state=folders.state,
                    files=paths,
                )

    def _has_settings_of_files(self) -> bool:
        """Whether the files say what was in force: an editor may have written them a moment ago."""
        settings, begun_with = self._workspace.settings, self._app.begun_with
        folders = self._workspace.folders
        if any(getattr(settings, name) != getattr(begun_with, name) for name in AT_NEXT_START):
            return False
        if read_settings(folders.settings)[0] != settings:
            return False
        return theme_in_force(settings, folders.config).name == self._app.theme

    def _needs(self) -> Iterator[Path]:
        """What all frames depend on."""
        folders = self._workspace.folders
        yield from (folders.catalogue, folders.catalogue.with_name(f"{folders.catalogue.name}-wal"))
        yield from (folders.settings, folders.state)
        yield theme_file(folders.config, self._workspace.settings.theme)  # a theme of the reader's own
        if folders.shared is not None:
            yield folders.data / folders.state.name  # it would be merged
