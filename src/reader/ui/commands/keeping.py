"""The commands of the library screen that keep something: shelves, and rules of the reader's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.library_command import LibraryCommand

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.screens.library import LibraryScreen


class DropFilter(LibraryCommand):
    """Take away one of the tags in force, or the query"""

    keys = "x"
    other_words = "filter remove list in force"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.filtering.ask_drop()


class SaveShelf(LibraryCommand):
    """Keep the filter as a shelf"""

    keys = "W"
    other_words = "save search query saved searches write"

    @staticmethod
    def run(screen: LibraryScreen) -> Awaitable[None] | None:
        return screen.shelving.ask_name()


class ShowHidden(LibraryCommand):
    """Show what you never want to see, for now"""

    keys = "h"
    other_words = "hidden works reveal unhide"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.hiding.peek()


class ShowRules(LibraryCommand):
    """Your rules: what is hidden, which tags mean the same"""

    keys = "M"
    other_words = "hide rules aliases synonyms parents merged tags.toml"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.hiding.show_rules()


KEEPING: tuple[type[LibraryCommand], ...] = (DropFilter, SaveShelf, ShowHidden, ShowRules)
