"""Commands of the reading screen: each says itself what it does there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.command import Command

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.screens.reading import ReadingScreen


class ReadingCommand(Command):
    """Something that can be done with a page."""

    done_by = "do"

    @staticmethod
    def run(screen: ReadingScreen) -> Awaitable[None] | None:
        """Do it; what is returned, if anything, is awaited.

        `screen.count` is the number typed before the key.
        """
        raise NotImplementedError
