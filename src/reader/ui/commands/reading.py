"""The commands of the reading screen, besides those that move."""

from __future__ import annotations

from reader.ui.commands.command import Command, CommandGroups
from reader.ui.commands.everywhere import EVERYWHERE, NextTheme, ShowVersions
from reader.ui.commands.motions import MOTIONS


class GoTo(Command):
    """Go to 12 (page), 40% or ch 7"""

    keys = "colon"


class ShowContents(Command):
    """Contents"""

    keys = "t"
    hint = "contents"


class ShowBookmarks(Command):
    """Bookmarks"""

    keys = "apostrophe"
    hint = "bookmarks"


class ShowTags(Command):
    """Tags of the work"""

    keys = "T"


class ToggleMark(Command):
    """Mark this place, or take the mark away"""

    keys = "m"
    hint = "mark"


class MarkWithNote(Command):
    """Mark this place with a note"""

    keys = "M"


class FindText(Command):
    """Find in the work"""

    keys = "slash"
    hint = "find"


class FindNext(Command):
    """Next match"""

    keys = "n"


class FindPrevious(Command):
    """Previous match"""

    keys = "N"


class NarrowMeasure(Command):
    """Shorter lines"""

    keys = "minus"


class WidenMeasure(Command):
    """Longer lines"""

    keys = "plus"


class ResetMeasure(Command):
    """Lines as long as the settings say"""

    keys = "equals_sign"


class ToggleNotes(Command):
    """Show or hide summaries and notes"""

    keys = "x"


class ToggleRepair(Command):
    """Put back lost paragraphs in this work, or leave the text as it is"""

    keys = "P"


class Undo(Command):
    """Undo the last deletion"""

    keys = "u"


class NextLink(Command):
    """Next link or note on the page"""

    keys = "tab"


class FollowLink(Command):
    """Follow the link"""

    keys = "enter"


FOLLOWING: tuple[type[Command], ...] = (GoTo, NextLink, FollowLink)
MARKING: tuple[type[Command], ...] = (ToggleMark, MarkWithNote, Undo, ShowBookmarks)
FINDING: tuple[type[Command], ...] = (FindText, FindNext, FindPrevious, ShowContents, ShowTags)
SETTING: tuple[type[Command], ...] = (
    NarrowMeasure,
    WidenMeasure,
    ResetMeasure,
    NextTheme,
    ToggleNotes,
    ToggleRepair,
    ShowVersions,
)

READING_GROUPS: CommandGroups = (
    ("Moving", (*MOTIONS, *FOLLOWING)),
    ("Finding", FINDING),
    ("Marking", MARKING),
    ("The page", SETTING),
    ("Everywhere", EVERYWHERE),
)
"""What help shows of the reading screen, in this order."""
