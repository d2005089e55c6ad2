"""Where the page stands in its area: the measure, the margins around it, and the gutter between two pages.

All lengths are in cells and rows. Printed pages of one spread stand closer to each other than to the edges
of the paper: inner margins are half the outer ones (Jan Tschichold, "The Form of the Book"), so that the
gutter is as wide as either outer margin. Here that holds up to `_WIDEST_GUTTER`; what is beyond goes to the
outside, because the eye has to find its way from one page to the other.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.settings.values import ALWAYS, AUTOMATIC, NEVER

_LEAST_HEIGHT = 12
"""Lines that a page has before there are margins above and below it."""
_LEAST_MEASURE = 20
"""Cells that a measure has before there are margins beside it, and of each of two pages."""
_GOOD_MEASURE = 60
"""Cells in which a line is long enough for two pages to be better than one: ten words or so."""
_NARROW_MARGIN = 2
"""Cells beside two pages that only just have room."""
_NARROWEST_GUTTER = 4
_WIDEST_GUTTER = 16
_GUTTER_SHARE = 20
"""The gutter is at least one part in so many of the area's width, and so is either margin."""
_ROOM_FOR_NUMBERS = 24
"""Lines of a page from which on a blank row stands between it and its number."""


class Wishes(NamedTuple):
    """What the reader would have, where there is room for it."""

    measure: int
    rows: int = 1
    """Blank rows above and below the page."""
    cells: int = 2
    """The least blank cells left and right of it."""
    spread: str = AUTOMATIC
    """Two pages: "auto" where both are about as wide as wished, or wide enough to read well, "always" where
    there is room at all, or "never"."""


class Geometry(NamedTuple):
    """Where one page or two stand in an area."""

    measure: int
    """Of each page, at least 1."""
    height: int
    """Lines of each page, at least 1."""
    top: int = 0
    """The row of the first line."""
    lefts: tuple[int, ...] = (0,)
    """The column in which each measure begins, the left page's first."""
    foot: int = -1
    """The row for page numbers; -1 where there is none."""

    @property
    def facing(self) -> bool:
        """Whether there are two pages."""
        return len(self.lefts) > 1

    def page_at(self, column: int) -> int:
        """The index of the page that a column belongs to; the gutter is parted in its middle."""
        if not self.facing:
            return 0
        gutter_begins = self.lefts[0] + self.measure
        return 1 if 2 * column >= gutter_begins + self.lefts[1] else 0


def fit(wishes: Wishes, width: int, height: int) -> Geometry:
    """What the wishes come to in an area of so many columns and rows."""
    measure = _facing_measure(wishes, width)
    rows = min(wishes.rows, max(0, (height - _LEAST_HEIGHT) // 2))
    lines = max(1, height - 2 * rows)
    if not measure:
        room = min(width, max(_LEAST_MEASURE, width - 2 * wishes.cells))
        measure = max(1, min(wishes.measure, room))
        return Geometry(measure, lines, rows, ((width - measure) // 2,))
    if not rows:
        return Geometry(measure, lines, 0, _lefts(measure, wishes.cells, width))
    if rows == 1 and lines > _ROOM_FOR_NUMBERS:
        lines -= 1
    foot = rows + lines + (1 if rows + lines + 1 < height else 0)
    return Geometry(measure, lines, rows, _lefts(measure, wishes.cells, width), foot)


def _facing_measure(wishes: Wishes, width: int) -> int:
    """The measure of each of two pages; 0 when there is to be one page."""
    if wishes.spread == NEVER:
        return 0
    gutter = _gutter(width)
    measure = (width - max(gutter + 2 * wishes.cells, width * 3 // _GUTTER_SHARE)) // 2
    least = max(_GOOD_MEASURE, wishes.measure * 3 // 4)
    if wishes.spread == ALWAYS:  # then margins give way to the pages
        half = (width - gutter) // 2
        good = min(_GOOD_MEASURE, half - min(wishes.cells, _NARROW_MARGIN))
        least = _LEAST_MEASURE
        measure = max(measure, good, min(least, half))
    measure = min(measure, wishes.measure)
    return measure if measure >= min(least, wishes.measure) else 0


def _gutter(width: int) -> int:
    """The narrowest gutter in so wide an area."""
    return max(_NARROWEST_GUTTER, width // _GUTTER_SHARE)


def _lefts(measure: int, cells: int, width: int) -> tuple[int, int]:
    """Where two measures begin; the margins outside them are equal, of at least so many cells if they can."""
    blank = width - 2 * measure
    gutter = max(_gutter(width), min(blank // 3, _WIDEST_GUTTER, blank - 2 * cells))
    gutter += (blank - gutter) % 2
    left = (blank - gutter) // 2
    return left, left + measure + gutter
