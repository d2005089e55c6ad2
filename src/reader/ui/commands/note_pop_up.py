"""The commands of the pop-up that shows a note."""

from __future__ import annotations

from reader.ui.commands.command import Command, CommandGroups


class GoToNote(Command):
    """Go to where the note stands, or follow the chosen link in it"""

    keys = "enter"


class NextInNote(Command):
    """Next page of a long note; close it at its end"""

    keys = "space,right,l,pagedown,j,down"


class PreviousInNote(Command):
    """Previous page of a long note"""

    keys = "b,left,h,pageup,k,up"


class NextLinkInNote(Command):
    """Next link in the note"""

    keys = "tab"


class PreviousLinkInNote(Command):
    """Previous link in the note"""

    keys = "shift+tab"


class CloseNote(Command):
    """Close the note"""

    keys = "escape,q"


NOTES: tuple[type[Command], ...] = (
    GoToNote,
    NextInNote,
    PreviousInNote,
    NextLinkInNote,
    PreviousLinkInNote,
    CloseNote,
)
NOTE_GROUPS: CommandGroups = (("The note", NOTES),)
"""What help shows of the pop-up."""
