"""The commands that change how the page is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.everywhere import NextTheme, PreviousTheme, ShowVersions
from reader.ui.commands.reading_command import ReadingCommand

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.commands.command import Command
    from reader.ui.screens.reading import ReadingScreen


class NarrowMeasure(ReadingCommand):
    """Shorter lines"""

    keys = "minus"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.settings.widen(-1)


class WidenMeasure(ReadingCommand):
    """Longer lines"""

    keys = "plus"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.settings.widen(1)


class ResetMeasure(ReadingCommand):
    """Lines of the usual length"""

    keys = "equals_sign"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.settings.reset_measure()


class ToggleSpread(ReadingCommand):
    """Two pages side by side: where there is room, always, never"""

    keys = "d"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.settings.toggle_spread()


class ShowLook(ReadingCommand):
    """How the page looks: line length, margins, theme …"""

    keys = "D"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.work.look.toggle()


class OnlyPage(ReadingCommand):
    """Nothing but the page, and back"""

    keys = "z"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.only_page.toggle()


class ToggleNotes(ReadingCommand):
    """Show, fold or hide summaries and notes"""

    keys = "x"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.settings.toggle_notes()


class ToggleRepair(ReadingCommand):
    """Put back lost paragraphs in this work, or leave the text as it is"""

    keys = "P"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.versions.toggle_repair()


SETTING: tuple[type[Command], ...] = (
    ShowLook,
    OnlyPage,
    NarrowMeasure,
    WidenMeasure,
    ResetMeasure,
    ToggleSpread,
    NextTheme,
    PreviousTheme,
    ToggleNotes,
    ToggleRepair,
    ShowVersions,
)
