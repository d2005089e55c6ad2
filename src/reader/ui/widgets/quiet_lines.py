"""A quiet line, above a page or a list: something on the left, something on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.row_cache import RowCache
from reader.ui.text_in_cells import shortened

if TYPE_CHECKING:
    from rich.style import Style as RichStyle


def two_ended(left: str, right: str, width: int, style: RichStyle) -> Strip:
    """A row with one text at each end and one cell free outside them; the left one gives way."""
    right = shortened(right, width - 2)
    left = shortened(left, width - 4 - cell_len(right))
    gap = max(0, width - 2 - cell_len(left) - cell_len(right))
    return Strip([Segment(f" {left}{' ' * gap}{right} ", style)]).adjust_cell_length(width, style)


class UncutLines(Widget):
    """A widget of which nothing is left over when it is shown anew."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._styles_cache = RowCache()


class QuietLine(UncutLines):
    """One row of quiet text: something on the left, something on the right."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._left = ""
        self._right = ""

    def show(self, left: str, right: str) -> None:
        """Show two texts; the left one gives way."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row, one cell free on either side."""
        return two_ended(self._left, self._right, self.size.width, self.rich_style)
