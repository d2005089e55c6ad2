"""HTML tables: which hold rows of facts, which only lay a page out, and their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_CELL = 300
"""Code points; a table with a longer cell holds prose, which is read cell after cell."""
_MOST_COLUMNS = 50
_PROSE = (
    "table",
    "p",
    "ul",
    "ol",
    "dl",
    "blockquote",
    "pre",
    "hr",
    "img",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
)


class Row(NamedTuple):
    """A row of a table."""

    cells: list[_Element | None]
    """None for a column that a cell before or above it spans."""
    heads: bool


def is_data(table: _Element) -> bool:
    """Whether the table has columns of short cells, so that it is shown as a table; none holds another."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    cells = list(table.iter("td", "th"))
    return any(len(row.cells) > 1 for row in rows_of(table)) and not any(_holds_prose(cell) for cell in cells)


def rows_of(table: _Element) -> list[Row]:
    """The table's rows with their cells."""
    rows = []
    below: dict[int, int] = {}  # by column, how many rows further a cell above reaches
    for element in table.iter("tr"):
        cells: list[_Element | None] = []
        elements = [cell for cell in element if cell.tag in ("td", "th")]
        reached = below
        below = {column: rows - 1 for column, rows in reached.items() if rows > 1}
        for cell in elements:
            while len(cells) in reached and len(cells) < _MOST_COLUMNS:
                cells.append(None)
            columns, further = _spanned(cell, "colspan"), _spanned(cell, "rowspan") - 1
            if further and len(cells) < _MOST_COLUMNS:
                below |= dict.fromkeys(range(len(cells), len(cells) + columns), further)
            cells += [cell, *[None] * (columns - 1)]
        if cells:
            rows.append(Row(cells, heads=all(cell.tag == "th" for cell in elements)))
    return rows


def _holds_prose(cell: _Element) -> bool:
    if sum(1 for _ in cell.iter(*_PROSE)) > sum(1 for _ in cell.iter("p") if len(cell) == 1):
        return True
    return sum(len(text) for text in cell.itertext()) > _LONGEST_CELL


def _spanned(cell: _Element, attribute: str) -> int:
    written = cell.get(attribute, "1").strip()
    return min(max(int(written), 1), _MOST_COLUMNS) if written.isdecimal() and len(written) < 9 else 1
