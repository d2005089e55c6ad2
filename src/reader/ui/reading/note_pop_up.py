"""A note set for its pop-up, as large as its text needs, and where that stands: close to its reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.layout.pages import lay_out
from reader.layout.style import Notes, Setting
from reader.ui.page.style import STRAIGHT_FROM
from reader.work.model import Chapter

if TYPE_CHECKING:
    from reader.layout.pages import ChapterLayout
    from reader.layout.style import PageStyle
    from reader.reading.footnotes import Note
    from reader.reading.reading import Reading
    from reader.ui.page.geometry import Geometry

FRAME_CELLS, FRAME_ROWS = 6, 2
"""What the frame takes of the pop-up's width, with the blank cells inside it, and of its height."""
_WIDEST = 60
_NARROWEST = 32
"""Cells of text; less only where the screen has not so many."""
_SHARE = 0.7
"""Of the screen, how much a pop-up covers at most, either way."""
_ONE_PAGE = 100_000
"""Rows that any note fits in."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a reference stands on the screen."""

    row: int
    middle: int
    """The column in the middle of its page."""


def set_note(note: Note, style: PageStyle, width: int, height: int) -> ChapterLayout:
    """A note in one page, or in more where it is long, for a screen of so many columns and rows.

    The measure and the height of its style are those of the text in the pop-up.
    """
    chapter = Chapter(1, "", "", note.blocks)
    measure = max(1, min(_WIDEST, int(width * _SHARE) - FRAME_CELLS))
    rows = max(1, int(height * _SHARE) - FRAME_ROWS)
    style = style._replace(measure=measure, height=_ONE_PAGE, notes=Notes.SHOWN)
    if measure < STRAIGHT_FROM:
        style = style._replace(setting=Setting.RAGGED, hyphenation=False)
    layout = lay_out(chapter, style)
    least = min(measure, max(_NARROWEST, cell_len(note.title) + 4))
    needed = max(least, *(run.column + run.width for line in layout.lines(0) for run in line.runs), 1)
    if needed < measure:
        style = style._replace(measure=needed)
        layout = lay_out(chapter, style)
    lines = max(1, len(layout.lines(0)))
    return lay_out(chapter, style._replace(height=min(lines, rows)))


def placed(box: tuple[int, int], width: int, height: int, spot: Spot | None) -> tuple[int, int]:
    """The column and row of a pop-up of so many cells and rows: below its reference, above it, or centred."""
    wide, high = box
    middle = spot.middle if spot else width // 2
    column = max(0, min(middle - wide // 2, width - wide))
    centred = max(0, (height - high) // 2)
    if spot is None:
        return column, centred
    if spot.row + 1 + high < height:
        return column, spot.row + 1
    return column, spot.row - high if spot.row - high >= 1 else centred


def spot_of(link: str, reading: Reading, geometry: Geometry, left: int, top: int) -> Spot | None:
    """Where a link stands first on the page shown, whose area begins at a column and row of the screen."""
    for lines, measure_left in zip(reading.columns(), geometry.lefts, strict=False):
        for row, line in enumerate(lines):
            if any(run.link == link for run in line.runs):
                return Spot(top + geometry.top + row, left + measure_left + geometry.measure // 2)
    return None
