"""What the library screen asks in a prompt, and what becomes of the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.typed_paths import typed_paths

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.ui.screens.library import LibraryScreen
    from reader.ui.widgets.library_foot import LibraryFoot

_FILTER = "filter"
_ADD = "add"
_QUERY_EXAMPLES = 'filter: words, fandom:"Original Work", -tag:angst, words:50k..'


class LibraryQuestions:
    """Asks one question at a time. It remembers the query before."""

    def __init__(self, screen: LibraryScreen, foot: LibraryFoot) -> None:
        self._screen = screen
        self._foot = foot
        self._words_before = ""

    async def ask_filter(self) -> None:
        """Ask for a query, which is in force while it is typed."""
        self._words_before = self._screen.model.words
        await self._foot.ask(_FILTER, _QUERY_EXAMPLES, self._words_before)

    async def ask_paths(self) -> None:
        """Ask for what to add."""
        await self._foot.ask(_ADD, "add files or folders: ~/Downloads/fic")

    async def typed(self, purpose: str, words: str) -> None:
        """Filter by what is typed so far."""
        if purpose == _FILTER:
            self._screen.model.ask(words)
            self._screen.show_all()

    async def left(self, purpose: str) -> None:
        """Without an answer everything is as it was."""
        await self._foot.close_prompt()
        if purpose == _FILTER:
            self._screen.model.ask(self._words_before)
            self._screen.show_all()

    async def answered(self, purpose: str, words: str) -> None:
        """Do what was asked for."""
        await self._foot.close_prompt()
        if purpose == _ADD:
            self._add(typed_paths(words))

    def _add(self, paths: Sequence[Path]) -> None:
        if paths:
            self._screen.adding.add(paths)
