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


class TakeOption(Command):
    """Choose the row"""

    keys = "enter"


class DeleteChosen(Command):
    """Delete the chosen bookmark"""

    keys = "d,delete"


class EditNote(Command):
    """Edit the note of the chosen bookmark"""

    keys = "e"


class NextColour(Command):
    """Give the chosen bookmark the next colour, or with 1 to 6 one of them"""

    keys = "c"


class SortMarks(Command):
    """Sort the bookmarks by place or by date"""

    keys = "s"


class FilterMarks(Command):
    """Show only bookmarks of a colour, with words or a #tag"""

    keys = "slash,f"


class PlaceHere(Command):
    """Choose where the chosen bookmark belongs, if its words were not found"""

    keys = "p"


ROWS: tuple[type[Command], ...] = (NextRow, PreviousRow, NextRows, PreviousRows, FirstRow, LastRow)
OF_MARKS: tuple[type[Command], ...] = (EditNote, NextColour, SortMarks, FilterMarks, PlaceHere)
SIDE_PANEL: tuple[type[Command], ...] = (*ROWS, TakeOption, DeleteChosen, *OF_MARKS)
