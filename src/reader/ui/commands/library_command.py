"""Commands of the library screen: each says itself what it does there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.command import Command

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.screens.library import LibraryScreen


class LibraryCommand(Command):
    """Something that can be done with the works of the list."""

    done_by = "do"

    @staticmethod
    def run(screen: LibraryScreen) -> Awaitable[None] | None:
        """Do it; what is returned, if anything, is awaited."""
        raise NotImplementedError
