"""Which pages are shown together, and where turning them leads: one page, or two facing, through chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Turning:
    """The leaves of a work; each chapter begins a new one. It changes: pages may come to face each other.

    `page_count` says how many pages a chapter has; chapters are numbered from 1, their pages from 0.
    """

    def __init__(self, page_count: Callable[[int], int], chapter_count: int) -> None:
        self._page_count = page_count
        self._chapter_count = chapter_count
        self.facing = False
        """Whether two pages are shown side by side; a chapter begins on the left one."""

    @property
    def _step(self) -> int:
        """How many pages one turn passes."""
        return 2 if self.facing else 1

    def shown_with(self, chapter: int, index: int) -> range:
        """The pages that are shown where one of them is; none where the chapter has no such page."""
        first = index - index % self._step
        return range(max(first, 0), min(first + self._step, self._page_count(chapter)))

    def turned(self, chapter: int, index: int, times: int) -> tuple[int, int]:
        """The chapter and its page that turning so often from a page leads to, back when negative."""
        turn = index // self._step + times
        while turn >= self._turns(chapter) and chapter < self._chapter_count:
            turn -= self._turns(chapter)
            chapter += 1
        while turn < 0 and chapter > 1:
            chapter -= 1
            turn += self._turns(chapter)
        return chapter, self._step * max(0, min(turn, self._turns(chapter) - 1))

    def _turns(self, chapter: int) -> int:
        """How many turns a chapter takes."""
        return -(-self._page_count(chapter) // self._step)
