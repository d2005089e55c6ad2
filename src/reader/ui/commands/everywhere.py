"""The commands that every screen has."""

from __future__ import annotations

from reader.ui.commands.command import Command


class NextTheme(Command):
    """Next theme"""

    keys = "c"
    other_words = "colour color dark light sepia night black contrast"


class PreviousTheme(Command):
    """Previous theme"""

    keys = "C"
    other_words = "colour color dark light sepia night black contrast"


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


class ShowHelp(Command):
    """Help: all the keys"""

    keys = "question_mark"
    hint = "help"
    other_words = "keys shortcuts manual"


class ShowPalette(Command):
    """Every command, by name"""

    keys = "ctrl+p"
    priority = True
    other_words = "palette commands"


EVERYWHERE: tuple[type[Command], ...] = (ShowHelp, ShowPalette, LeaveMode, Leave, Quit)
