"""How the pages fit their area: as the settings have them, in the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.page.geometry import fit
from reader.ui.page.style import page_style, wishes

if TYPE_CHECKING:
    from reader.reading.reading import Reading
    from reader.settings import Settings
    from reader.ui.page.geometry import Geometry


class PageArea:
    """The area of one reading's pages. It changes: it knows its size, in cells and rows, and the settings."""

    def __init__(self, reading: Reading, settings: Settings) -> None:
        self._reading = reading
        self._settings = settings
        self._size = (settings.measure + 2 * settings.margin_cells, reading.style.height)

    @property
    def geometry(self) -> Geometry:
        """Where the pages stand."""
        return fit(wishes(self._settings), *self._size)

    def resize(self, width: int, height: int) -> bool:
        """Set the pages for another area; False when it is the same."""
        changed = (width, height) != self._size
        self._size = (width, height)
        self._set()
        return changed

    def want(self, settings: Settings) -> None:
        """Set the pages as other settings have them."""
        self._settings = settings
        self._set()

    def _set(self) -> None:
        geometry = self.geometry
        self._reading.facing = geometry.facing
        self._reading.style = page_style(self._settings, self._reading.style.language, geometry)
