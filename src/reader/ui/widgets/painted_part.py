"""A part of what was painted at the start, over widgets that do not know yet what they will show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from reader.ui.terminal.painted import PaintedLibrary


class PaintedPart(Widget):
    """Covers all of its container, until it is removed."""

    def __init__(self, painted: PaintedLibrary) -> None:
        super().__init__()
        self.styles.layer = "over"
        self.styles.width = self.styles.height = "100%"
        self._painted = painted
        self._strips: tuple[Region, Sequence[Strip]] = (Region(), ())

    def render_line(self, y: int) -> Strip:
        """A row as it was painted, where it was painted."""
        if self._strips[0] != self.region:
            self._strips = self.region, self._painted.strips(self.region)
        return self._strips[1][y]

    def on_resize(self) -> None:
        """Give way in a terminal of another size than it was painted in."""
        if self.app.size != self._painted.size:
            self.remove()
