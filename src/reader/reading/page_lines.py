"""The lines of pages shown lately or about to be: made once, ahead of the key where possible."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.layout.line import Line
    from reader.layout.pages import ChapterLayout

_KEPT = 14
"""Pages: two that are shown, the two on either side of them, the first two of the chapter and of those on
either side of it, and two of wherever the reader was before."""


class PageLines:
    """Lines of pages. It changes: it keeps those of the last few pages asked for."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[ChapterLayout, int], tuple[Line, ...]] = OrderedDict()

    def of(self, layout: ChapterLayout, index: int) -> tuple[Line, ...]:
        """The lines of a page, counted from 0."""
        self.make(layout, index)
        return self._kept[layout, index]

    def make(self, layout: ChapterLayout, index: int) -> bool:
        """Make the lines of a page, or keep them longer; False when they are there."""
        if (layout, index) in self._kept:
            self._kept.move_to_end((layout, index))
            return False
        self._kept[layout, index] = layout.lines(index)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return True
