"""Asking for words at the bottom of a screen, one question at a time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    from reader.ui.widgets.prompt import Prompt


class Asking:
    """Puts a `Prompt` on a screen and takes it away, one step after the other however fast keys come."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._prompt: Prompt | None = None
        self._turn = asyncio.Lock()

    async def ask(self, purpose: str, placeholder: str, words: str = "") -> None:
        """Ask; the answer comes as `Prompt.Answered` with the purpose."""
        from reader.ui.widgets.prompt import Prompt  # not needed to show a page

        async with self._turn:
            await self._stop()
            if not self._screen.is_attached:  # it was left meanwhile
                return
            self._prompt = Prompt(purpose, placeholder, words)
            await self._screen.mount(self._prompt)
            self._screen.set_focus(self._prompt)  # at once: what is typed next belongs to it

    async def stop(self) -> bool:
        """Stop asking; False when nothing was asked."""
        async with self._turn:
            return await self._stop()

    async def _stop(self) -> bool:
        if self._prompt is None:
            return False
        prompt, self._prompt = self._prompt, None
        await prompt.remove()
        self._screen.set_focus(None)
        return True
