"""How the page fits its area: the measure the reader wants, in the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.settings import DEFAULT_MEASURE, GREATEST_MEASURE, LEAST_MEASURE

if TYPE_CHECKING:
    from reader.reading.reading import Reading

_STEP = 4
_MARGIN = 2
"""Cells left free on either side of the measure, unless the area is very narrow."""
_VERY_NARROW = 24


class PageArea:
    """The area of one reading's page. It changes: it knows its size and the wanted measure, in cells."""

    def __init__(self, reading: Reading, measure: int) -> None:
        self._reading = reading
        self._measure = measure
        self._size = (measure + 2 * _MARGIN, reading.style.height)

    def resize(self, width: int, height: int) -> bool:
        """Set the pages for another area; False when it is the same."""
        changed = (width, height) != self._size
        self._size = (width, height)
        self._set()
        return changed

    def widen(self, steps: int) -> int:
        """Make the lines longer, shorter when negative; the measure wanted then."""
        return self._want(self._reading.style.measure + steps * _STEP)

    def reset(self) -> int:
        """Make the lines as long as they are by default."""
        return self._want(DEFAULT_MEASURE)

    def _want(self, measure: int) -> int:
        self._measure = max(LEAST_MEASURE, min(measure, GREATEST_MEASURE))
        self._set()
        return self._measure

    def _set(self) -> None:
        width, height = self._size
        room = width - 2 * _MARGIN if width > _VERY_NARROW else width
        self._reading.restyle(measure=max(1, min(self._measure, room)), height=height)
