"""The commands that order and shape the list of works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.library_command import LibraryCommand

if TYPE_CHECKING:
    from reader.ui.screens.library import LibraryScreen


class SortWorks(LibraryCommand):
    """Sort by something else"""

    keys = "s"
    hint = "sort"
    other_words = "order arrange title author fandom series rating words updated added"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.sorting.ask()


class ReverseSort(LibraryCommand):
    """Turn the order round"""

    keys = "S"
    other_words = "sort descending ascending"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.sorting.reverse()


class ChangeListView(LibraryCommand):
    """A line for each work, or all that is said of it"""

    keys = "b"
    other_words = "view compact full blurb summary columns details"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.sorting.change_view()


class ShowSeries(LibraryCommand):
    """All of the work's series, in order"""

    keys = "p"
    other_words = "parts next sequel prequel"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.gathering.series()


class ShowAuthor(LibraryCommand):
    """All works by the work's author"""

    keys = "A"
    other_words = "writer creator same"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.gathering.author()


LISTING: tuple[type[LibraryCommand], ...] = (
    SortWorks,
    ReverseSort,
    ChangeListView,
    ShowSeries,
    ShowAuthor,
)
