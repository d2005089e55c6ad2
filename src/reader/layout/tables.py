"""Tables: columns as wide as their content asks and the measure allows, cells wrapped within them.

Figures stand at the right edge of their column, and a table narrower than the measure in the middle of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.layout.breaking import Room, choose_breaks, shown_begin, shown_end
from reader.layout.cells import is_plain, width
from reader.layout.frames import MATTER, Frame, matter_inset, quote_inset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.style import PageStyle
    from reader.work.model import Block

_BETWEEN = 2
"""Blank cells between two columns."""
_NARROWEST = 6
"""Cells below which a column that wants more is not worth having."""
_FIGURE = re.compile(
    r"[-+−–±~≈<>]?\s?[$€£¥₽]?\s?\d[\d.,'’/:]{0,20}(?:\s?(?:%|‰|°|[$€£¥₽]|[^\W\d]{1,3}\.?))?"
    r"(?:\s\d[\d.,'’/:]{0,20}(?:\s?[^\W\d]{1,3}\.?)?){0,3}"
)
"""A number, with a sign, a unit, or several of both: "£7", "12 %", "6m. 0d.", "3 Feb."."""
_NO_FIGURE = re.compile(r"[-–—.…·?*/]{0,3}|n/?a", re.IGNORECASE)
"""What stands in a column of figures where there is none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds text, broken into lines. Offsets count in the row's text."""

    column: int
    """Cells from the left edge of the frame."""
    begins: list[int]
    """The offset at which each line begins."""
    end: int
    """The offset just past the last that is shown."""
    to_right: int = 0
    """Cells of its column, when its lines end at the right edge of that."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table in columns."""

    rows: list[tuple[Cell, ...]]
    """The cells with text of each row; none where the row is empty."""
    frame: Frame
    width: int
    """Cells from the left edge of the first column to the right edge of the last."""
    ruled: int
    """The number of the row that a line is drawn under, the last row of heads; -1 for none."""


def set_table(rows: Sequence[Block], style: PageStyle) -> Table | None:
    """The rows in columns; None when the measure, or the height for one of the rows, is too small."""
    texts = [row.text.split("\t") for row in rows]
    frame = stack_frame(rows[0], style.measure, further=False)
    columns = max(map(len, texts))
    room = frame.width - _BETWEEN * (columns - 1)
    widths = _column_widths(texts, columns, room)
    if widths is None:
        return None
    heads = 0
    while heads < len(rows) and rows[heads].level:
        heads += 1
    ruled = heads - 1 if 0 < heads < len(rows) else -1
    figures = [_is_of_figures(column, texts[heads:]) for column in range(columns)]
    cells = [_row_cells(row, widths, figures) for row in texts]
    tallest = max((row_height(row) for row in cells if row), default=0)
    if tallest + (ruled >= 0) > style.height:
        return None
    size = sum(widths) + _BETWEEN * (columns - 1)
    frame = frame._replace(left=frame.left + (frame.width - size) // 2, width=size)
    return Table(cells, frame, size, ruled)


def _is_of_figures(column: int, rows: list[list[str]]) -> bool:
    """Whether a column, below its heads, holds nothing but figures."""
    texts = [row[column].strip() for row in rows if column < len(row)]
    figures = [text for text in texts if not _NO_FIGURE.fullmatch(text)]
    return bool(figures) and all(_FIGURE.fullmatch(text) for text in figures)


def row_height(cells: tuple[Cell, ...]) -> int:
    """How many lines a row takes."""
    return max(len(cell.begins) for cell in cells)


def stack_frame(row: Block, measure: int, *, further: bool) -> Frame:
    """The frame of a whole row, or of one cell where they stand one under another."""
    inset = quote_inset(measure, row.quote) + matter_inset(measure, matter=row.role in MATTER)
    room = measure - 2 * inset
    extra = 2 if further and room >= 12 else 0
    return Frame(inset + extra, room - extra)


def _column_widths(texts: list[list[str]], columns: int, room: int) -> list[int] | None:
    """The cells of each column: what it wants if all get it, else what its longest word needs and more.

    What is left over goes to the columns that lack least, so that a date or a sum stays on one line.
    """
    wanted, needed = [0] * columns, [0] * columns
    for row in texts:
        for column, text in enumerate(row):
            wanted[column] = max(wanted[column], width(text.strip()))
            longest = max(map(width, text.split()), default=0)
            needed[column] = max(needed[column], longest)
    if sum(wanted) <= room:
        return wanted
    if sum(needed) > room:
        needed = [min(need, _NARROWEST) for need in needed]
    spare = room - sum(needed)
    if spare < 0:
        return None
    widths = list(needed)
    modest_first = sorted(range(columns), key=lambda column: wanted[column] - needed[column])
    for served, column in enumerate(modest_first):
        given = min(wanted[column] - needed[column], spare // (columns - served))
        widths[column] += given
        spare -= given
    return widths


def _row_cells(texts: list[str], widths: list[int], figures: list[bool]) -> tuple[Cell, ...]:
    cells = []
    offset = edge = 0
    for text, size, to_right in zip(texts, widths, figures, strict=False):
        plain = is_plain(text)
        end = shown_end(text, 0, len(text), plain=plain)
        begin = min(shown_begin(text, 0, plain=plain), end)
        if begin < end:
            begins = choose_breaks(text, begin, end, Room(size, size), plain=plain)
            at = [offset + b for b in begins]
            cells.append(Cell(edge, at, offset + end, to_right=size if to_right else 0))
        offset += len(text) + 1
        edge += size + _BETWEEN
    return tuple(cells)
