"""The commands that go to a place which is typed or picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.reading_command import ReadingCommand
from reader.ui.panel.panels import Panel

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.screens.reading import ReadingScreen


class GoTo(ReadingCommand):
    """Go to a page (12, +3), a share (40%), a chapter (ch 7, ch ledger)"""

    keys = "colon"
    other_words = "jump page number percent title"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.work.questions.ask_place()


class GoToShare(ReadingCommand):
    """A share of the work; after 50, its middle"""

    keys = "percent_sign"
    other_words = "percent"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None] | None:
        if screen.count is None:
            return screen.work.questions.ask_place()
        screen.jump(screen.reading.at_share(screen.count / 100))
        return None


class GoFurther(ReadingCommand):
    """Where another of your machines was further"""

    keys = "F"
    other_words = "device sync laptop furthest place"

    @staticmethod
    def run(screen: ReadingScreen) -> None:
        from reader.ui.reading.further import go_further  # only when asked for

        go_further(screen)


class ShowContents(ReadingCommand):
    """Contents: every chapter"""

    keys = "t"
    hint = "contents"
    other_words = "table toc chapters list outline"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None]:
        return screen.show_panel(Panel.CONTENTS)


GOING: tuple[type[ReadingCommand], ...] = (GoTo, GoToShare, GoFurther, ShowContents)
