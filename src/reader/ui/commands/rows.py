"""The commands of lists: of works, of tags, of the panel beside a page."""

from __future__ import annotations

from reader.ui.commands.command import Command


class NextRow(Command):
    """Next row"""

    keys = "j,down"


class PreviousRow(Command):
    """Previous row"""

    keys = "k,up"


class NextRows(Command):
    """A screenful of rows down"""

    keys = "pagedown"
    more_keys = "ctrl+f"


class PreviousRows(Command):
    """A screenful of rows up"""

    keys = "pageup"
    more_keys = "ctrl+b"


class FirstRow(Command):
    """First row"""

    keys = "home,g"


class LastRow(Command):
    """Last row"""

    keys = "end,G"


class DeleteChosen(Command):
    """Delete the chosen bookmark"""

    keys = "d,delete"


ROWS: tuple[type[Command], ...] = (NextRow, PreviousRow, NextRows, PreviousRows, FirstRow, LastRow)
SIDE_PANEL: tuple[type[Command], ...] = (NextRow, PreviousRow, DeleteChosen)
