"""The commands of the library screen."""

from __future__ import annotations

from reader.ui.commands.command import Command, CommandGroups
from reader.ui.commands.everywhere import EVERYWHERE, NextTheme, ShowVersions
from reader.ui.commands.rows import ROWS


class ReadWork(Command):
    """Read the chosen work"""

    keys = "enter"
    hint = "read"


class ContinueReading(Command):
    """Go on where you stopped last"""

    keys = "C"


class FilterWorks(Command):
    """Filter the list as you type"""

    keys = "slash"
    hint = "find"


class SearchTexts(Command):
    """Search in the text of all works, or of those shown"""

    keys = "f"
    hint = "search texts"


class CycleTag(Command):
    """Include, exclude, leave out of the filter"""

    keys = "space"
    hint = "include/exclude"


class FindTag(Command):
    """Find a tag"""

    keys = "slash"
    hint = "find a tag"


class FoldFacet(Command):
    """Open or close a kind of tag"""

    keys = "enter"


class NextPane(Command):
    """From the list to the tags and back"""

    keys = "tab"
    hint = "tags/list"


class PreviousPane(Command):
    """Previous pane"""

    keys = "shift+tab"


class AddFiles(Command):
    """Add files or a folder"""

    keys = "a"
    hint = "add"


class SortWorks(Command):
    """Sort by something else"""

    keys = "s"
    hint = "sort"


class ReverseSort(Command):
    """Turn the order round"""

    keys = "S"


class LookAgain(Command):
    """Look at the known folders again"""

    keys = "r"


class RemoveWork(Command):
    """Take the work out of the library"""

    keys = "D"


class ClearFilter(Command):
    """Clear the whole filter"""

    keys = "X"


LIBRARY: tuple[type[Command], ...] = (
    ReadWork,
    ContinueReading,
    FilterWorks,
    SearchTexts,
    NextPane,
    PreviousPane,
    AddFiles,
    LookAgain,
    SortWorks,
    ReverseSort,
    ClearFilter,
    ShowVersions,
    RemoveWork,
    NextTheme,
)
TAG_SIDEBAR: tuple[type[Command], ...] = (CycleTag, FoldFacet, FindTag)

LIBRARY_GROUPS: CommandGroups = (
    ("The list", (*ROWS, *LIBRARY)),
    ("Tags", TAG_SIDEBAR),
    ("Everywhere", EVERYWHERE),
)
"""What help shows of the library, in this order."""
