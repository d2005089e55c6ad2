"""Asking for words on a screen, one question at a time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

    from reader.ui.widgets.prompt import Prompt


class Asking:
    """Puts a `Prompt` on a screen and takes it away, one step after the other however fast keys come.

    A screen has one of these, so that two of its parts never ask at once.
    """

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._prompt: Prompt | None = None
        self._turn = asyncio.Lock()

    async def ask(
        self,
        purpose: str,
        placeholder: str,
        words: str = "",
        *,
        into: Widget | None = None,
        first: bool = False,
    ) -> bool:
        """Ask; the answer comes as `Prompt.Answered` with the purpose. A question before this one is dropped.

        The prompt goes to the end of `into`, or with `first` to its beginning; without it, of the screen.
        False when the screen was left meanwhile.
        """
        from reader.ui.widgets.prompt import Prompt  # not needed to show a page

        async with self._turn:
            await self._stop()
            holder = into or self._screen
            if not holder.is_attached:
                return False
            self._prompt = Prompt(purpose, placeholder, words)
            await holder.mount(self._prompt, before=0 if first else None)
            self._screen.set_focus(self._prompt)  # at once: what is typed next belongs to it
            return True

    async def stop(self, purpose: str | None = None) -> bool:
        """Stop asking, or only what was asked for a purpose; False when nothing was asked."""
        async with self._turn:
            if self._prompt is not None and purpose not in (None, self._prompt.purpose):
                return False
            return await self._stop()

    async def _stop(self) -> bool:
        if self._prompt is None:
            return False
        prompt, self._prompt = self._prompt, None
        await prompt.remove()
        self._screen.set_focus(None)
        return True
