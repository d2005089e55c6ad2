"""The commands that choose links, notes and pictures and go where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.reading_command import ReadingCommand

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.screens.reading import ReadingScreen


class NextLink(ReadingCommand):
    """Next link, note or picture on the page"""

    keys = "tab"
    other_words = "footnote endnote url image"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.following.choose(1)


class PreviousLink(ReadingCommand):
    """Previous link, note or picture"""

    keys = "shift+tab"
    other_words = "footnote endnote url image link"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.following.choose(-1)


class FollowLink(ReadingCommand):
    """Follow the chosen link; open the chosen note; at the end, the next part of a series"""

    keys = "enter"
    other_words = "footnote endnote link open pop-up popup picture image"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        if screen.work.links.chosen is None and screen.work.next_part.is_offered:
            return screen.work.next_part.open()
        return screen.work.following.follow(screen.work.links.meant())


class ToEndNotes(ReadingCommand):
    """To the notes at the chapter's end, and back"""

    keys = "e"
    other_words = "footnotes endnotes author's"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.end_notes.toggle()


FOLLOWING: tuple[type[ReadingCommand], ...] = (NextLink, PreviousLink, FollowLink, ToEndNotes)
