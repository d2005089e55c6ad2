"""How the cells that a justified line lacks are spread over its gaps, so that the eye finds no river.

A river is white space that runs down through several lines. Wide gaps are kept apart in a line and away from
those of the line above, and stand first after punctuation, where a rest is looked for anyway.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.gaps import Gap

WIDEST_GAP = 3
"""Cells of the widest gap that a justified line may have; one that would need wider ones is not spread."""
_UNDER_WIDE = 6
_UNDER_NARROW = 2
_NEXT_TO_WIDE = 4
"""How much is against a wide gap under a wide gap, under any other, and right after a wide one."""


def can_spread(lacking: int, gaps: int) -> bool:
    """Whether a line may be spread by so many cells without a gap that is too wide."""
    return 0 < lacking <= (WIDEST_GAP - 1) * gaps


def spread(gaps: Sequence[Gap], lacking: int, row: int, above: dict[int, int]) -> list[int]:
    """The cells that each gap gets besides its own; `above` is what `gap_columns` said of the line above.

    The gaps that get one more than others are one in each of as many stretches of equal numbers of gaps, so
    that they are all over the line: the one in the middle, but for what is against it.
    """
    each, odd = divmod(lacking, len(gaps))
    extra = [each] * len(gaps)
    last = -2
    for number in range(odd):
        first, after = number * len(gaps) // odd, (number + 1) * len(gaps) // odd
        middle = (first + after) // 2 if row % 2 else (first + after - 1) // 2
        merits = {
            index: _merit(gaps[index], index * each + number, each + 2, above, close=index == last + 1)
            - abs(index - middle) / len(gaps)
            for index in range(first, after)
        }
        last = max(merits, key=merits.__getitem__)
        extra[last] += 1
    return extra


def _merit(gap: Gap, shift: int, size: int, above: dict[int, int], *, close: bool) -> int:
    column = gap.column + shift
    wide = max(above.get(column, 0), above.get(column + 1, 0), above.get(column + size - 1, 0))
    against = _UNDER_WIDE if wide > 1 else _UNDER_NARROW if wide else 0
    return gap.pause - against - (_NEXT_TO_WIDE if close else 0)


def gap_columns(gaps: Sequence[Gap], extra: Sequence[int]) -> dict[int, int]:
    """The columns that are white in a line, and how wide the gap is that each belongs to."""
    columns: dict[int, int] = {}
    shift = 0
    for gap, more in zip(gaps, extra, strict=True):
        columns[gap.column + shift] = more + 1
        for _ in range(more):
            shift += 1
            columns[gap.column + shift] = more + 1
    return columns
