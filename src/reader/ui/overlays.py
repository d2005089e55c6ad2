"""What can be opened over any screen: help, the palette, the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


class Overlays:
    """Opens each of them, loaded when it is asked for."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    def show_help(self) -> None:
        """Show the keys that work here."""
        from reader.ui.screens.help import HelpScreen

        app = self._app
        if not isinstance(app.screen, HelpScreen):
            app.push_screen(HelpScreen.of(app.screen, app.workspace.settings))

    def show_palette(self) -> None:
        """Show every command by name."""
        from reader.ui.palette.opening import show_palette

        show_palette(self._app)

    def show_settings(self) -> None:
        """Show how everything is, to be changed."""
        from reader.ui.screens.settings import SettingsScreen

        if not self._app.screen.is_modal:
            self._app.push_screen(SettingsScreen(self._app))
