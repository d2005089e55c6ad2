"""The commands of the screen that searches all texts. Its letters go to the line that is typed in."""

from __future__ import annotations

from reader.ui.commands.command import Command, CommandGroups
from reader.ui.commands.everywhere import Quit, ShowPalette
from reader.ui.commands.typed_line import AMONG_RESULTS


class OpenPassage(Command):
    """Read from the passage; or show all passages of the work"""

    keys = "enter"
    hint = "read there"


class NextFoundWork(Command):
    """Next work"""

    keys = "ctrl+down"
    more_keys = "shift+down"
    hint = "next work"


class PreviousFoundWork(Command):
    """Previous work"""

    keys = "ctrl+up"
    more_keys = "shift+up"


class ChangeScope(Command):
    """Search in all works, or only in those the list shows"""

    keys = "tab"


class CloseSearch(Command):
    """Back to the library"""

    keys = "escape"
    hint = "back"


SEARCHING: tuple[type[Command], ...] = (
    OpenPassage,
    *AMONG_RESULTS,
    NextFoundWork,
    PreviousFoundWork,
    ChangeScope,
    CloseSearch,
)
SEARCH_GROUPS: CommandGroups = (("Search in everything", SEARCHING), ("Everywhere", (ShowPalette, Quit)))
