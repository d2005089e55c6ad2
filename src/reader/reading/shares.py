"""Shares of a work's story: how much of it lies before a place, and where so much of it lies behind."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.reading.chapters import Chapters


class StoryShares:
    """A work's story as a length from 0 to 1, counted in its characters; notes are no part of it."""

    def __init__(self, chapters: Chapters, story_lengths: Iterable[int]) -> None:
        self._chapters = chapters
        self._before = [0, *accumulate(story_lengths)]
        """The story's characters before each chapter, and in all."""

    def before(self, chapter: int, offset: int) -> float:
        """The share before a text position of a chapter, numbered from 1.

        Where there is no story at all, the last chapter is the end of it.
        """
        total = self._before[-1]
        if not total:
            return 1.0 if chapter >= len(self._before) - 1 else 0.0
        within = self._chapters.story(chapter).characters(offset)
        return min(1.0, (self._before[chapter - 1] + within) / total)

    def place(self, share: float) -> tuple[int, int]:
        """The chapter, and the text position in it, where so much lies behind."""
        target = round(max(0.0, min(share, 1.0)) * self._before[-1])
        number = max(1, min(bisect_right(self._before, target), len(self._before) - 1))
        return number, self._chapters.story(number).position(target - self._before[number - 1])

    def of_chapters(self) -> list[float]:
        """Where each chapter begins."""
        total = self._before[-1] or 1
        return [before / total for before in self._before[:-1]]
