"""The commands that find words in the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.reading_command import ReadingCommand

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.screens.reading import ReadingScreen


class FindText(ReadingCommand):
    """Find words in the work"""

    keys = "slash"
    hint = "find"
    other_words = "search look for text"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.work.questions.ask_words()


class FindNext(ReadingCommand):
    """Next match"""

    keys = "n"
    other_words = "search result"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.finding.next(screen.count or 1)


class FindPrevious(ReadingCommand):
    """Previous match"""

    keys = "N"
    other_words = "search result"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.finding.next(-(screen.count or 1))


FINDING: tuple[type[ReadingCommand], ...] = (FindText, FindNext, FindPrevious)
