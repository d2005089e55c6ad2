"""Asking for words at the bottom of a screen, one question at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from textual.screen import Screen


class Asking:
    """Puts a `Prompt` on a screen and takes it away."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen

    async def ask(self, purpose: str, placeholder: str, words: str = "") -> None:
        """Ask; the answer comes as `Prompt.Answered` with the purpose."""
        await self.stop()
        prompt = Prompt(purpose, placeholder, words)
        await self._screen.mount(prompt)
        self._screen.set_focus(prompt)  # at once: what is typed next belongs to it

    async def stop(self) -> bool:
        """Stop asking; False when nothing was asked."""
        asked = self._screen.query(Prompt)
        asking = bool(asked)
        await asked.remove()
        if asking:
            self._screen.set_focus(None)
        return asking
