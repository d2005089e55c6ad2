"""Where on a bar of the whole work its chapters begin, and what a click on the bar means."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""Where there is no room for all chapters' ticks, those of one step apart have one: the 10th, 20th …"""
_CELLS_EACH = 2
"""Cells of the bar for each tick, at least."""
_FAR_APART = 5
"""Cells between ticks from which on a click beside one is taken for a click on it."""


class ChapterStarts(NamedTuple):
    """Where each chapter of a work begins, as a share from 0 to 1 in order, and what it is called."""

    shares: Sequence[float] = ()
    title: Callable[[int], str] = str
    """By the chapter's number, from 1; empty where it has none."""


class Target(NamedTuple):
    """What a cell of the bar leads to."""

    chapter: int
    """From 1."""
    share: float | None
    """The share of the work, from 0 to 1; None for the chapter's start."""

    def name(self, title: str) -> str:
        """What it is called: "Chapter 4 · The Ledger", with the share where it is within the chapter."""
        share = "" if self.share is None else f"{int(self.share * 100)} %"
        return " · ".join(part for part in (f"Chapter {self.chapter}", title, share) if part)


class ChapterTicks(NamedTuple):
    """The ticks on a bar of so many cells. Made once for a bar, however many chapters there are."""

    starts: Sequence[float]
    """Where each chapter begins, as a share from 0 to 1, in order."""
    cells: dict[int, int]
    """The cells that have a tick, from 0, in order, each with the number of its chapter, from 1."""
    width: int
    near: int
    """How many cells beside a tick still mean it."""

    def target(self, cell: int) -> Target:
        """What a cell leads to: the start of a chapter with a tick there, or begun there; else a share."""
        for beside in sorted(range(-self.near, self.near + 1), key=abs):
            if cell + beside in self.cells:
                return Target(self.cells[cell + beside], None)
        begun = bisect_right(self.starts, (cell - 0.5) / self.width) + 1
        if begun <= len(self.starts) and self.starts[begun - 1] <= (cell + 0.5) / self.width:
            return Target(begun, None)
        share = cell / self.width if cell < self.width - 1 else 1.0
        return Target(max(1, bisect_right(self.starts, share)), share)


def chapter_ticks(starts: Sequence[float], width: int) -> ChapterTicks:
    """The ticks of chapters that begin at these shares of a work, on a bar of so many cells."""
    if width <= 0 or len(starts) < 2:
        return ChapterTicks(starts, {}, width, 0)
    room = -(-width // _CELLS_EACH)
    step = next((step for step in _STEPS if len(starts) // step + (step > 1) <= room), len(starts))
    numbers = sorted({1, *range(step, len(starts) + 1, step)})
    cells: dict[int, int] = {}
    for number in numbers:
        cells.setdefault(min(width - 1, round(starts[number - 1] * width)), number)
    places = list(cells)
    closest = min((b - a for a, b in pairwise(places)), default=width)
    return ChapterTicks(starts, cells, width, 1 if closest >= _FAR_APART else 0)
