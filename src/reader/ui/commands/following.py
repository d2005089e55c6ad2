"""The commands that go to a place: one that is typed, one that a link leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.reading_command import ReadingCommand

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.screens.reading import ReadingScreen


class GoTo(ReadingCommand):
    """Go to 12 (page), 40% or ch 7"""

    keys = "colon"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.work.questions.ask_place()


class NextLink(ReadingCommand):
    """Next link or note on the page"""

    keys = "tab"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.following.choose(1)


class PreviousLink(ReadingCommand):
    """Previous link or note on the page"""

    keys = "shift+tab"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.following.choose(-1)


class FollowLink(ReadingCommand):
    """Follow the chosen link; show the chosen note"""

    keys = "enter"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.work.following.follow(screen.work.links.meant())


class ToEndNotes(ReadingCommand):
    """To the notes at the end of the chapter, and back"""

    keys = "e"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.end_notes.toggle()


FOLLOWING: tuple[type[ReadingCommand], ...] = (GoTo, NextLink, PreviousLink, FollowLink, ToEndNotes)
