"""What the library screen asks in a prompt, and what becomes of the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.entries import CatalogueError
from reader.state.errors import StateError
from reader.ui.library_rows import one_line
from reader.ui.typed_paths import typed_paths
from reader.workspace import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.library.entries import Entry
    from reader.ui.screens.library import LibraryScreen
    from reader.ui.widgets.library_foot import LibraryFoot

_FILTER = "filter"
_ADD = "add"
_REMOVE = "remove"
_QUERY_EXAMPLES = 'filter: words, fandom:"Original Work", -tag:angst, words:50k..'


class LibraryQuestions:
    """Asks one question at a time. It remembers what the question was about."""

    def __init__(self, screen: LibraryScreen, foot: LibraryFoot) -> None:
        self._screen = screen
        self._foot = foot
        self._words_before = ""
        self._in_question: Entry | None = None

    async def ask_filter(self) -> None:
        """Ask for a query, which is in force while it is typed."""
        self._words_before = self._screen.model.words
        await self._foot.ask(_FILTER, _QUERY_EXAMPLES, self._words_before)

    async def ask_paths(self) -> None:
        """Ask for what to add."""
        await self._foot.ask(_ADD, "add files or folders: ~/Downloads/fic")

    async def ask_removal(self, entry: Entry) -> None:
        """Ask whether a work is to go."""
        self._in_question = entry
        await self._foot.ask(
            _REMOVE, f"y takes “{one_line(entry.info.title)}” out of the library, n keeps it"
        )

    async def typed(self, purpose: str, words: str) -> None:
        """Filter by what is typed so far; y or n is answer enough."""
        if purpose == _FILTER:
            self._screen.model.ask(words)
            self._screen.show_all()
        elif purpose == _REMOVE and words:
            await self.answered(purpose, words)

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
        elif purpose == _REMOVE and words.strip().lower().startswith("y"):
            self._remove()

    def _add(self, paths: Sequence[Path]) -> None:
        if paths:
            self._screen.adding.add(paths)

    def _remove(self) -> None:
        entry, self._in_question = self._in_question, None
        if entry is None:
            return
        try:
            self._screen.workspace.remove(entry.info.id)
        except (WorkspaceError, CatalogueError, StateError) as error:
            self._screen.notify(one_line(str(error)), severity="error", timeout=15, markup=False)
        self._screen.loader.all()
