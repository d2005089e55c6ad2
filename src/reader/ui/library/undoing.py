"""What can be undone on the library screen, the last first, whatever it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from reader.ui.screens.library import LibraryScreen

_MOST_UNDONE = 50


class LibraryUndoing:
    """Remembers how to take changes back. It changes with each of them."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._undoable: list[Callable[[], Awaitable[None] | None]] = []

    def remember(self, take_back: Callable[[], Awaitable[None] | None]) -> None:
        """Something was changed that this takes back."""
        self._undoable = [*self._undoable[1 - _MOST_UNDONE :], take_back]

    async def undo(self) -> None:
        """Take the last change back."""
        if not self._undoable:
            self._screen.say("There is nothing to undo")
            return
        doing = self._undoable.pop()()
        if doing is not None:
            await doing
