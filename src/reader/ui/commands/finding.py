"""The commands that find something in the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.reading_command import ReadingCommand
from reader.ui.panels import Panel

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.screens.reading import ReadingScreen


class FindText(ReadingCommand):
    """Find in the work"""

    keys = "slash"
    hint = "find"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.work.questions.ask_words()


class FindNext(ReadingCommand):
    """Next match"""

    keys = "n"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.finding.next(screen.count or 1)


class FindPrevious(ReadingCommand):
    """Previous match"""

    keys = "N"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.finding.next(-(screen.count or 1))


class ShowContents(ReadingCommand):
    """Contents"""

    keys = "t"
    hint = "contents"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.show_panel(Panel.CONTENTS)


class ShowTags(ReadingCommand):
    """Tags of the work"""

    keys = "T"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.show_panel(Panel.TAGS)


FINDING: tuple[type[ReadingCommand], ...] = (FindText, FindNext, FindPrevious, ShowContents, ShowTags)
