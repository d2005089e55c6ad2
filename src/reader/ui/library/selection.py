"""The works that were selected to do something with. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.library.entries import Entry


class Selection:
    """Works by their ids, and a range that follows the cursor until it ends. It changes.

    It outlives filters: what was selected stays so while other works are shown.
    """

    def __init__(self) -> None:
        self.ids: set[str] = set()
        self._before: frozenset[str] = frozenset()
        self._start: int | None = None

    @property
    def is_range(self) -> bool:
        """Whether the cursor takes the works it passes."""
        return self._start is not None

    def toggle(self, work_id: str) -> None:
        """Select a work, or no more."""
        self.end_range()
        self.ids ^= {work_id}

    def begin_range(self, shown: Sequence[Entry], index: int) -> None:
        """Select from a row, counted from 0, to wherever the cursor goes."""
        self._before = frozenset(self.ids)
        self._start = index
        self.reach(shown, index)

    def end_range(self) -> None:
        """Let the cursor go without taking works along."""
        self._start = None

    def reach(self, shown: Sequence[Entry], index: int) -> bool:
        """The cursor is on a row now; whether the selection follows it."""
        if self._start is None:
            return False
        self.ids = {*self._before}
        self.select(shown, self._start, index)
        return True

    def select(self, shown: Sequence[Entry], one: int, other: int) -> None:
        """Select from one row to another."""
        first, last = sorted((one, other))
        self.ids.update(entry.info.id for entry in shown[first : last + 1])

    def toggle_all(self, shown: Sequence[Entry]) -> None:
        """Select all works that are shown; when they are, none of them."""
        self.end_range()
        ids = {entry.info.id for entry in shown}
        self.ids = self.ids - ids if ids <= self.ids else self.ids | ids

    def keep(self, ids: Collection[str]) -> None:
        """Let go what is no longer in the library."""
        self.ids &= set(ids)

    def clear(self) -> bool:
        """Select nothing; False when nothing was."""
        had = bool(self.ids)
        self.end_range()
        self.ids = set()
        return had
