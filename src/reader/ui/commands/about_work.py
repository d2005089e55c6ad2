"""The commands that show what is known of the work, and choose its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.everywhere import ShowVersions
from reader.ui.commands.reading_command import ReadingCommand
from reader.ui.panel.panels import Panel

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.commands.command import Command
    from reader.ui.screens.reading import ReadingScreen


class ShowTags(ReadingCommand):
    """Tags of the work"""

    keys = "T"
    other_words = "fandom relationship ship character rating warning"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.show_panel(Panel.TAGS)


class ToggleRepair(ReadingCommand):
    """Put back lost paragraphs in this work, or leave the text as it is"""

    keys = "P"
    other_words = "repair line breaks broken"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.versions.toggle_repair()


ABOUT_THE_WORK: tuple[type[Command], ...] = (ShowTags, ShowVersions, ToggleRepair)
