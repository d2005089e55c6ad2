"""Medians, worst cases and the table they are printed in."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Figure:
    """Times of one thing in milliseconds (or another unit, named where it is printed)."""

    name: str
    values: Sequence[float]

    @property
    def median(self) -> float:
        """The middle value."""
        return statistics.median(self.values)

    @property
    def worst(self) -> float:
        """The largest value."""
        return max(self.values)


def print_table(
    title: str, figures: Iterable[Figure], *, unit: str = "ms", against: Figure | None = None
) -> None:
    """Print a row a figure; with `against`, the ratio of the medians too."""
    print(f"\n{title}")
    for figure in figures:
        ratio = f"   {figure.median / against.median:5.2f} × {against.name}" if against else ""
        print(
            f"  {figure.name:<46} median {figure.median:8.1f} {unit}   worst {figure.worst:8.1f} {unit}"
            f"{ratio}   ({len(figure.values)} runs)"
        )
