"""The commands that every screen has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.command import Command, by_id

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


class AppCommand(Command):
    """Something that the app does, whatever it shows."""

    done_by = "do_anywhere"

    @staticmethod
    def run(app: ReaderApp) -> None:
        """Do it."""
        raise NotImplementedError


class NextTheme(AppCommand):
    """Next theme"""

    keys = "c"
    other_words = "colour color dark light sepia night black contrast"

    @staticmethod
    def run(app: ReaderApp) -> None:
        app.themes.step(1)


class PreviousTheme(AppCommand):
    """Previous theme"""

    keys = "C"
    other_words = "colour color dark light sepia night black contrast"

    @staticmethod
    def run(app: ReaderApp) -> None:
        app.themes.step(-1)


class ShowVersions(Command):
    """Files of the work: choose the one to read"""

    keys = "V"
    other_words = "versions editions formats"


class LeaveMode(Command):
    """Leave the panel, the search, the filter"""

    keys = "escape"
    other_words = "close cancel"


class Leave(Command):
    """Back to the library; from there, quit"""

    keys = "q"
    other_words = "close work book"


class Quit(Command):
    """Quit at once"""

    keys = "ctrl+q"
    priority = True
    other_words = "exit"


class ShowHelp(AppCommand):
    """Help: all the keys"""

    keys = "question_mark"
    hint = "help"
    other_words = "keys shortcuts manual"

    @staticmethod
    def run(app: ReaderApp) -> None:
        app.overlays.show_help()


class ShowSettings(AppCommand):
    """Settings: how everything is, keys and themes too"""

    keys = "comma"
    other_words = "options preferences configuration config keymap rebind shortcuts colours"

    @staticmethod
    def run(app: ReaderApp) -> None:
        app.overlays.show_settings()


class ShowPalette(AppCommand):
    """Every command, by name"""

    keys = "ctrl+p"
    priority = True
    other_words = "palette commands"

    @staticmethod
    def run(app: ReaderApp) -> None:
        app.overlays.show_palette()


class CloseNotice(AppCommand):
    """Take away the notice at the top"""

    keys = "ctrl+l"
    other_words = "banner warning dismiss hide"

    @staticmethod
    def run(app: ReaderApp) -> None:
        app.notices.close(app.screen)


EVERYWHERE: tuple[type[Command], ...] = (
    ShowHelp,
    ShowPalette,
    ShowSettings,
    LeaveMode,
    CloseNotice,
    Leave,
    Quit,
)
APP_COMMANDS = by_id(AppCommand, (ShowHelp, ShowPalette, ShowSettings, CloseNotice, NextTheme, PreviousTheme))
"""Those that the app carries out."""
