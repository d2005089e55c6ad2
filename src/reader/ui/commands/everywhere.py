"""The commands that every screen has."""

from __future__ import annotations

from reader.ui.commands.command import Command


class NextTheme(Command):
    """Next theme"""

    keys = "c"


class PreviousTheme(Command):
    """Previous theme"""

    keys = "C"


class ShowVersions(Command):
    """Files of the work: choose the one to read"""

    keys = "V"


class LeaveMode(Command):
    """Leave the panel, the search, the filter"""

    keys = "escape"


class Leave(Command):
    """Back to the library; from there, quit"""

    keys = "q"


class Quit(Command):
    """Quit at once"""

    keys = "ctrl+q"
    priority = True


class ShowHelp(Command):
    """Help: all the keys"""

    keys = "question_mark"
    hint = "help"


class ShowPalette(Command):
    """Every command, by name"""

    keys = "ctrl+p"
    priority = True


EVERYWHERE: tuple[type[Command], ...] = (ShowHelp, ShowPalette, LeaveMode, Leave, Quit)
