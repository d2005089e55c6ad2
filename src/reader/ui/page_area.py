"""How the pages fit their area: what the reader wishes, in the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.page_geometry import fit

if TYPE_CHECKING:
    from reader.reading.reading import Reading
    from reader.ui.page_geometry import Geometry, Wishes


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

    def want(self, wishes: Wishes) -> None:
        """Set the pages for other wishes."""
        self.wishes = wishes
        self._set()

    def _set(self) -> None:
        geometry = self.geometry
        self._reading.facing = geometry.facing
        self._reading.restyle(measure=geometry.measure, height=geometry.height)
