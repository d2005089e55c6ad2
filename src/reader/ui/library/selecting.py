"""Selecting works on the library screen with keys, and which works a command is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.library.selection import Selection
from reader.ui.problems import tell_problem
from reader.ui.row_pieces import one_line
from reader.ui.widgets.work_list import WorkList
from reader.ui.widgets.work_pane import WorkPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.entries import Entry
    from reader.ui.screens.library import LibraryScreen


class LibrarySelecting:
    """Changes the selection of a library screen, and has the screen show it."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self.works = Selection()

    @property
    def meant(self) -> list[Entry]:
        """The works that a command is for: those selected, else the one under the cursor."""
        if self.works.ids:
            return [entry for entry in self._screen.model.entries if entry.info.id in self.works.ids]
        chosen = self._screen.query_one(WorkPane).chosen
        return [chosen] if chosen else []

    def to_change(self) -> list[Entry]:
        """The works meant; none, and the reason said, where nothing of the reader's can be kept."""
        works = self.meant
        refusal = self._screen.workspace.store.refusal if works else None
        if refusal:
            tell_problem(self._screen, refusal)
        return [] if refusal else works

    def toggle(self) -> None:
        """Select the chosen work, or no more, and go on to the next."""
        works = self._screen.query_one(WorkList)
        if works.chosen is not None:
            self.works.toggle(works.chosen.info.id)
            works.move_to(works.cursor + 1)
            self._show()

    def step(self, rows: int) -> None:
        """Select the chosen work and the one so many rows further, which is chosen then."""
        works = self._screen.query_one(WorkList)
        if works.chosen is None:
            return
        first = works.cursor
        works.move_to(first + rows)
        self.works.select(works.entries, first, works.cursor)
        self._show()

    def toggle_range(self) -> None:
        """Have the cursor select what it passes, or no longer."""
        works = self._screen.query_one(WorkList)
        if self.works.is_range:
            self.works.end_range()
        elif works.chosen is not None:
            self.works.begin_range(works.entries, works.cursor)
        self._show()

    def toggle_all(self) -> None:
        """Select all works that are shown, or none of them."""
        self.works.toggle_all(self._screen.model.shown)
        self._show()

    def follow(self) -> None:
        """Let go of what is in the library no longer."""
        if self.works.ids:
            self.works.keep({entry.info.id for entry in self._screen.model.entries})
            self._show()

    def clear(self) -> bool:
        """Select nothing; False when nothing was."""
        cleared = self.works.clear()
        if cleared:
            self._show()
        return cleared

    def _show(self) -> None:
        self._screen.query_one(WorkList).refresh()
        self._screen.hints.show()


def in_words(works: Sequence[Entry]) -> str:
    """Which works are meant: the title of one, of several how many they are."""
    return f"“{one_line(works[0].info.title)}”" if len(works) == 1 else f"{len(works):,} works"
