"""The line below the page while a passage is chosen: it says what can be done, and has the keys for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from reader.ui.commands.command import bindings
from reader.ui.commands.passage import PASSAGE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual import events


class PassageLine(Static, can_focus=True):
    """Takes the keys. `do` carries a command out; `pick` is asked whether it takes a digit as a colour."""

    BINDINGS: ClassVar = bindings(PASSAGE)

    def __init__(self, do: Callable[[str], Awaitable[None]], pick: Callable[[str], bool]) -> None:
        super().__init__(id="passage-line", markup=False)
        self._do = do
        self._pick = pick

    def on_key(self, event: events.Key) -> None:
        """A digit may be a colour."""
        if self._pick(event.character or ""):
            event.stop()
            event.prevent_default()

    async def action_passage(self, command: str) -> None:
        """Carry out a command, named by its id."""
        await self._do(command)
