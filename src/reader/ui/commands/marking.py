"""The commands that mark places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.reading_command import ReadingCommand
from reader.ui.panel.panels import Panel

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.screens.reading import ReadingScreen


class ToggleMark(ReadingCommand):
    """Mark this place, or take the mark away"""

    keys = "m"
    hint = "mark"
    other_words = "bookmark highlight remember"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.work.marking.toggle()


class MarkWithNote(ReadingCommand):
    """Mark this place with a note, or change the note of its mark"""

    keys = "M"
    other_words = "bookmark comment annotate"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.work.questions.ask_note()


class ChoosePassage(ReadingCommand):
    """Choose a passage, from the first word on the page"""

    keys = "v"
    other_words = "select highlight quotation visual"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.work.passage.begin()


class Undo(ReadingCommand):
    """Undo the last deletion"""

    keys = "u"
    other_words = "bring back mark bookmark"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.work.marking.undo()


class ShowBookmarks(ReadingCommand):
    """Bookmarks"""

    keys = "apostrophe"
    hint = "bookmarks"
    other_words = "marks annotations list"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.show_panel(Panel.BOOKMARKS)


MARKING: tuple[type[ReadingCommand], ...] = (ToggleMark, MarkWithNote, ChoosePassage, Undo, ShowBookmarks)
