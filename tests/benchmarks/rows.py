"""The table of all figures: what was measured on what input, median, worst, budget, and whether it is met."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HEAD = "| what | input | median | worst | beside | budget | |\n|---|---|---|---|---|---|---|"


@dataclass(frozen=True, slots=True)
class Against:
    """What a figure is measured beside in the same run."""

    name: str
    values: Sequence[float]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure."""

    what: str
    input: str
    values: Sequence[float]
    """One for each run, in the unit."""
    unit: str = "ms"
    against: Against | None = None
    ratio: float | None = None
    """At most so many times the median of what it is measured beside."""
    median: float | None = None
    """At most so much."""
    worst: float | None = None
    """No run more than this."""

    @property
    def is_met(self) -> bool | None:
        """Whether it keeps to its budget; None where it has none."""
        checks = [self.median is None or statistics.median(self.values) <= self.median]
        checks.append(self.worst is None or max(self.values) <= self.worst)
        if self.ratio is not None:
            if self.against is None:
                return None
            checks.append(self._times <= self.ratio)
        return all(checks) if (self.median, self.worst, self.ratio) != (None, None, None) else None

    @property
    def _times(self) -> float:
        if self.against is None:
            return 0.0
        return statistics.median(self.values) / statistics.median(self.against.values)

    @property
    def markdown(self) -> str:
        """A row of the table."""
        met = self.is_met
        cells = [
            self.what,
            self.input,
            _number(statistics.median(self.values), self.unit),
            _number(max(self.values), self.unit) if len(self.values) > 1 else "–",
            self._beside,
            self._budget,
            "" if met is None else "met" if met else "**over**",
        ]
        return f"| {' | '.join(cells)} |"

    @property
    def _beside(self) -> str:
        if self.against is None:
            return "–"
        theirs = _number(statistics.median(self.against.values), self.unit)
        return f"{self._times:.2f} × {self.against.name} ({theirs})"

    @property
    def _budget(self) -> str:
        said = []
        if self.ratio is not None:
            said.append(f"{self.ratio:g} ×")
        if self.median is not None:
            said.append(f"{self.median:g} {self.unit}")
        if self.worst is not None:
            said.append(f"worst {self.worst:g} {self.unit}")
        return ", ".join(said) or "–"


def markdown(rows: Iterable[Row]) -> str:
    """The table."""
    return "\n".join([_HEAD, *(row.markdown for row in rows)])


def _number(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}"
