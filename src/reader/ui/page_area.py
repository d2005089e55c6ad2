"""How the pages fit their area: what the reader wishes, in the room there is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.settings import DEFAULT_MEASURE, GREATEST_MEASURE, LEAST_MEASURE
from reader.ui.page_geometry import fit

if TYPE_CHECKING:
    from reader.reading.reading import Reading
    from reader.ui.page_geometry import Geometry, Wishes

_STEP = 4


class PageArea:
    """The area of one reading's pages. It changes: it knows its size and the wishes, in cells and rows."""

    def __init__(self, reading: Reading, wishes: Wishes) -> None:
        self._reading = reading
        self._size = (wishes.measure + 2 * wishes.cells, reading.style.height + 2 * wishes.rows)
        self.wishes = wishes

    @property
    def geometry(self) -> Geometry:
        """Where the pages stand."""
        return fit(self.wishes, *self._size)

    def resize(self, width: int, height: int) -> bool:
        """Set the pages for another area; False when it is the same."""
        changed = (width, height) != self._size
        self._size = (width, height)
        self._set()
        return changed

    def want(self, **changes: object) -> None:
        """Set the pages as other wishes would have them: `measure`, `rows`, `cells`, `spread`."""
        self.wishes = replace(self.wishes, **changes)  # type: ignore[arg-type]  # names are those of Wishes
        self._set()

    def widen(self, steps: int) -> int:
        """Make the lines longer than they are, shorter when negative; the measure wished then.

        Lines that the room keeps short are made longer than was wished, so that two pages may become one.
        """
        shown = self._reading.style.measure
        measure = (max(shown, self.wishes.measure) if steps > 0 else shown) + steps * _STEP
        self.want(measure=max(LEAST_MEASURE, min(measure, GREATEST_MEASURE)))
        return self.wishes.measure

    def reset(self) -> int:
        """Make the lines as long as they are by default."""
        self.want(measure=DEFAULT_MEASURE)
        return self.wishes.measure

    def _set(self) -> None:
        geometry = self.geometry
        self._reading.facing = geometry.facing
        self._reading.restyle(measure=geometry.measure, height=geometry.height)
