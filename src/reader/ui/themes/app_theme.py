"""The theme of the app: the one of the settings, and from it to the next and the one before."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.ui.terminal.colour_system import has_sixteen
from reader.ui.themes import is_without_colours, step_theme, theme_in_force, theme_names

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


class AppTheme:
    """Changes the theme, says its name and remembers it."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    def show(self) -> None:
        """Show everything in the theme of the settings."""
        theme = theme_in_force(self._app.workspace.settings, self._app.workspace.folders.config)
        self._app.register_theme(theme)
        self._app.theme = theme.name

    def after(self, steps: int) -> str:
        """The name of the theme so many after the one of the settings, the reader's own among them."""
        workspace = self._app.workspace
        return step_theme(workspace.settings.theme, steps, theme_names(workspace.folders.config))

    def step(self, steps: int) -> None:
        """Go so many themes on, back when negative."""
        app = self._app
        say = getattr(app.screen, "say", app.notify)
        if is_without_colours():
            say("There are no colours: NO_COLOR is set")
            return
        if has_sixteen(os.environ):
            say("This terminal has sixteen colours, and one theme is in them")
            return
        name = self.after(steps)
        app.saver.settings.change("theme", name)
        self.show()
        say(f"Theme: {name}")
