"""The commands that change how the page is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.everywhere import NextTheme, PreviousTheme
from reader.ui.commands.reading_command import ReadingCommand

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.commands.command import Command
    from reader.ui.screens.reading import ReadingScreen


class NarrowMeasure(ReadingCommand):
    """Shorter lines"""

    keys = "minus"
    other_words = "narrower font width measure column text size"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.settings.widen(-1)


class WidenMeasure(ReadingCommand):
    """Longer lines"""

    keys = "plus"
    other_words = "wider font width measure column text size"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.settings.widen(1)


class ResetMeasure(ReadingCommand):
    """Lines of the usual length"""

    keys = "equals_sign"
    other_words = "reset default font width measure"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.settings.reset_measure()


class ToggleSpread(ReadingCommand):
    """Two pages side by side: where there is room, always, never"""

    keys = "d"
    other_words = "spread columns facing double book"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.settings.toggle_spread()


class ShowLook(ReadingCommand):
    """How the page looks: lines, margins, theme"""

    keys = "D"
    other_words = "settings options font width measure spacing indent justify hyphenation colour color"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.work.look_panel.toggle()


class OnlyPage(ReadingCommand):
    """Nothing but the page, and back"""

    keys = "z"
    other_words = "zen focus mode distraction-free full screen fullscreen hide lines"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.only_page.toggle()


class ToggleNotes(ReadingCommand):
    """Show, fold or hide summaries and notes"""

    keys = "x"
    other_words = "footnotes author's collapse"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        screen.work.settings.toggle_notes()


PAGE_LOOK: tuple[type[Command], ...] = (
    ShowLook,
    OnlyPage,
    NarrowMeasure,
    WidenMeasure,
    ResetMeasure,
    ToggleSpread,
    NextTheme,
    PreviousTheme,
)
