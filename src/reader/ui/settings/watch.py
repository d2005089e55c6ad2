"""Watching the settings for what an editor makes of them while the app runs, and having that in force."""

from __future__ import annotations

import asyncio
import os
import time
from typing import TYPE_CHECKING

from reader.settings import CHOICES, read_settings
from reader.settings.theme_names import theme_file
from reader.ui.settings.in_force import show_changed, take

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.app import ReaderApp

_LOOK_EVERY = 1.5
"""Seconds between two looks at the file of the settings and that of a theme, each a call of the system."""

_FRESH = 30.0
"""Seconds after which a file that was written is sure to have been read since."""

Stamp = tuple[int, int, int]


class SettingsWatch:
    """Looks at the settings from time to time. It changes: it remembers how the files were.

    What is wrong in them is told in a banner, and no longer when it is right.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._workspace = app.workspace
        self._told: list[str] = list(app.workspace.warnings)
        """What is wrong with the settings file."""
        self._all_told = self._told
        stamp = stamp_of(self._path)
        self._settings_stamp = None if stamp is None or _is_fresh(stamp) else stamp
        self._theme_stamp = stamp_of(self._theme)

    @property
    def _path(self) -> Path:
        return self._workspace.folders.settings

    @property
    def _theme(self) -> Path | None:
        """The file of the theme, where that is one of the reader's own."""
        name = self._workspace.settings.theme
        return None if name in CHOICES["theme"] else theme_file(self._workspace.folders.config, name)

    async def begin(self) -> None:
        """Tell what is wrong at the start, and begin to look."""
        self._app.set_interval(_LOOK_EVERY, self.look)
        await self._tell(self._told)

    async def look(self) -> None:
        """Have in force what has changed since the last look."""
        if self._app.saver.settings.is_behind:
            return  # what the reader changed in the app is not in the file yet
        stamp = stamp_of(self._path)
        if stamp != self._settings_stamp:
            self._settings_stamp = stamp
            settings, warnings = await asyncio.to_thread(read_settings, self._path, self._workspace.settings)
            if not self._app.screen_stack or self._app.saver.settings.is_behind:
                return
            if settings != self._workspace.settings:
                take(self._app, settings)
                self._theme_stamp = stamp_of(self._theme)
            await self._tell(warnings)
        theme_stamp = stamp_of(self._theme)
        if theme_stamp != self._theme_stamp:
            self._theme_stamp = theme_stamp
            show_changed(self._app, {"theme"})
            await self._tell(self._told)

    async def _tell(self, of_file: list[str]) -> None:
        """Have among the warnings what is wrong with file, keys and theme, in place of what was so before."""
        warnings = self._workspace.warnings
        kept = [warning for warning in warnings if warning not in self._all_told]
        self._told = of_file
        self._all_told = [*of_file, *self._of_keys(), *self._of_theme()]
        warnings[:] = [*self._all_told, *kept]
        if self._app.screen_stack:
            await self._app.notices.show(self._app.screen)

    def _of_keys(self) -> list[str]:
        if not self._workspace.settings.keys:
            return []
        from reader.ui.keys.telling import key_warnings  # only for who has keys of their own

        return key_warnings(self._workspace.settings, self._path)

    def _of_theme(self) -> list[str]:
        if self._theme is None:
            return []
        from reader.ui.themes.own import own_colours

        return own_colours(self._workspace.folders.config, self._workspace.settings.theme)[1]


def _is_fresh(stamp: Stamp) -> bool:
    """Whether the file may have been written after the app had read it."""
    return time.time() - stamp[0] / 1e9 < _FRESH


def stamp_of(path: Path | None) -> Stamp | None:
    """What is another when a file was written; None for no file."""
    if path is None:
        return None
    try:
        found = os.stat(path)  # noqa: PTH116  # a stamp of a path, cheaply
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
