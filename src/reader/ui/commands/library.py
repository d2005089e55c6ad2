"""The commands of the library screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.acting import ACTING, SELECTING
from reader.ui.commands.command import Command, CommandGroups, by_id
from reader.ui.commands.everywhere import EVERYWHERE, NextTheme, ShowVersions
from reader.ui.commands.keeping import KEEPING
from reader.ui.commands.library_command import LibraryCommand
from reader.ui.commands.listing import LISTING
from reader.ui.commands.rows import ROWS
from reader.ui.commands.tagging import TAGGING

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.screens.library import LibraryScreen


class ReadWork(LibraryCommand):
    """Read the chosen work"""

    keys = "enter"
    hint = "read"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.opening.read_chosen()


class ContinueReading(LibraryCommand):
    """Go on where you stopped last"""

    keys = "C"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.opening.go_on()


class FilterWorks(LibraryCommand):
    """Filter the list as you type"""

    keys = "slash"
    hint = "find"

    @staticmethod
    def run(screen: LibraryScreen) -> Awaitable[None]:
        return screen.questions.ask_filter()


class SearchTexts(LibraryCommand):
    """Search in the text of all works, or of those shown"""

    keys = "f"
    hint = "search"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.opening.search_texts()


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
    hint = "tags"


class PreviousPane(Command):
    """Previous pane"""

    keys = "shift+tab"


class AddFiles(LibraryCommand):
    """Add files or a folder by their paths"""

    keys = "a"
    other_words = "import paste drop"

    @staticmethod
    def run(screen: LibraryScreen) -> Awaitable[None]:
        return screen.questions.ask_paths()


class BrowseFiles(LibraryCommand):
    """Look through your folders for works to add"""

    keys = "O"
    other_words = "file browser open add import disk"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.files.browse()


class AddDownloads(LibraryCommand):
    """Add what is in your downloads folder"""

    keys = "w"
    other_words = "import new files"

    @staticmethod
    def run(screen: LibraryScreen) -> Awaitable[None]:
        return screen.files.ask_downloads()


class LookAgain(LibraryCommand):
    """Look again at the known folders and files"""

    keys = "r"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.adding.look_again()


class ClearFilter(LibraryCommand):
    """Clear the whole filter"""

    keys = "X"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.filtering.clear()


class ShowAllBookmarks(LibraryCommand):
    """Bookmarks of all works"""

    keys = "B"
    other_words = "marks annotations highlights notes"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.opening.show_bookmarks()


class ReadAdded(Command):
    """Read the work that was added"""

    keys = "enter"


LISTED: tuple[type[Command], ...] = (
    ReadWork,
    ContinueReading,
    FilterWorks,
    SearchTexts,
    NextPane,
    PreviousPane,
    *LISTING,
    AddFiles,
    BrowseFiles,
    AddDownloads,
    LookAgain,
    ClearFilter,
    ShowVersions,
    ShowAllBookmarks,
    NextTheme,
)
LIBRARY: tuple[type[Command], ...] = (*LISTED, *KEEPING, *SELECTING, *ACTING)
TAG_SIDEBAR: tuple[type[Command], ...] = (CycleTag, FoldFacet, FindTag)
ADDED: tuple[type[Command], ...] = (ReadAdded,)
"""Those of the list of what was added last."""

LIBRARY_GROUPS: CommandGroups = (
    ("The list", (*ROWS, *LISTED, *KEEPING)),
    ("What you say of works", (*SELECTING, *ACTING)),
    ("Tags", (*TAG_SIDEBAR, *TAGGING)),
    ("What was just added", ADDED),
    ("Everywhere", EVERYWHERE),
)
"""What help shows of the library, in this order."""
LIBRARY_COMMANDS = by_id(LibraryCommand, LIBRARY)
"""Those that say themselves what they do."""
