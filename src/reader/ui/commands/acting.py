"""The commands that select works and say something of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.library_command import LibraryCommand

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.screens.library import LibraryScreen


class SelectWork(LibraryCommand):
    """Select the work, or no more"""

    keys = "space"
    hint = "select"
    other_words = "mark choose several multiple"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.selection.toggle()


class SelectDown(LibraryCommand):
    """Select this work and the next"""

    keys = "shift+down,J"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.selection.step(1)


class SelectUp(LibraryCommand):
    """Select this work and the one before"""

    keys = "shift+up,K"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.selection.step(-1)


class SelectRange(LibraryCommand):
    """Select from here to wherever you go"""

    keys = "v"
    other_words = "visual several multiple"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.selection.toggle_range()


class SelectShown(LibraryCommand):
    """Select all works shown, or none"""

    keys = "asterisk"
    other_words = "everything invert several multiple"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.selection.toggle_all()


class SetStatus(LibraryCommand):
    """Status: unread, reading, paused, finished, dropped"""

    keys = "m"
    other_words = "mark as read caught up abandon shelf"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.acting.ask_status()


class TagWorks(LibraryCommand):
    """Put your own tags on, or take them off"""

    keys = "t"
    other_words = "label shelf collection"

    @staticmethod
    def run(screen: LibraryScreen) -> Awaitable[None]:
        return screen.acting.ask_tags()


class RateWorks(LibraryCommand):
    """Your rating, one to five stars"""

    keys = "R"
    other_words = "stars score favourite"

    @staticmethod
    def run(screen: LibraryScreen) -> None:
        screen.acting.ask_rating()


class NoteWork(LibraryCommand):
    """A private note on the work"""

    keys = "n"
    other_words = "comment review remember"

    @staticmethod
    def run(screen: LibraryScreen) -> Awaitable[None]:
        return screen.acting.ask_note()


class CountReading(LibraryCommand):
    """Read once more than it says"""

    keys = "plus"
    other_words = "times read reread again"

    @staticmethod
    def run(screen: LibraryScreen) -> Awaitable[None]:
        return screen.acting.count_reading(1)


class UncountReading(LibraryCommand):
    """Read once less than it says"""

    keys = "minus"
    other_words = "times read reread"

    @staticmethod
    def run(screen: LibraryScreen) -> Awaitable[None]:
        return screen.acting.count_reading(-1)


class UndoChange(LibraryCommand):
    """Undo: what you said of works or tags, what you took out"""

    keys = "u"
    other_words = "revert bring back removed status tags rating note merge hide shelf"

    @staticmethod
    def run(screen: LibraryScreen) -> Awaitable[None]:
        return screen.undoing.undo()


class RemoveWork(LibraryCommand):
    """Take works out of the library; they can be brought back"""

    keys = "D"
    other_words = "delete remove"

    @staticmethod
    def run(screen: LibraryScreen) -> Awaitable[None]:
        return screen.removing.ask()


SELECTING: tuple[type[LibraryCommand], ...] = (
    SelectWork,
    SelectDown,
    SelectUp,
    SelectRange,
    SelectShown,
)
ACTING: tuple[type[LibraryCommand], ...] = (
    SetStatus,
    TagWorks,
    RateWorks,
    NoteWork,
    CountReading,
    UncountReading,
    UndoChange,
    RemoveWork,
)
