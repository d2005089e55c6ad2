"""Series as the works of a library give them: their parts in order, those missing, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.work.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.work.facts import SeriesPart, WorkInfo

_MOST_MISSING = 500
"""Parts beyond which a number is taken for a year or a slip, and no list of missing ones is made."""


def part_of(info: WorkInfo, title: str) -> float | None:
    """Which part of a series a work is; None where it does not say, or is none of it."""
    key = fold(title)
    return next((part.part for part in info.series if fold(part.title) == key), None)


def missing_parts(parts: Iterable[float | None]) -> list[int]:
    """The whole numbers from 1 to the greatest part that no part has."""
    there = {int(part) for part in parts if part is not None}
    greatest = max(there, default=0)
    return (
        [] if greatest > _MOST_MISSING else [number for number in range(1, greatest) if number not in there]
    )


def part_numbers(parts: Sequence[int]) -> str:
    """Parts in words, in their order: "part 3", "parts 2–4 and 7"; empty for none."""
    if not parts:
        return ""
    runs: list[list[int]] = []
    for number in parts:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    *most, last = (f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"part{'' if len(parts) == 1 else 's'} {', '.join(most)}{' and ' if most else ''}{last}"


def next_of(info: WorkInfo, part: SeriesPart, others: Iterable[WorkInfo]) -> WorkInfo | None:
    """The work that comes after one in a series, of those that are there; None where none does."""
    if part.part is None:
        return None
    numbered = [(part_of(other, part.title), other) for other in others if other.id != info.id]
    later = [(number, other) for number, other in numbered if number is not None and number > part.part]
    return min(later, key=lambda found: (found[0], found[1].id))[1] if later else None
