"""Characters whose width Unicode leaves to the terminal, and the table of widths in which they are wide.

Unicode Standard Annex 11: "ambiguous" characters are wide in fonts made for East Asia, which some terminals
have or imitate: curly quotes, dashes, the ellipsis, Greek and Cyrillic, Latin letters with some accents.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from reader.layout.signs import DRAWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Span = tuple[int, int, int]
"""The first and the last of some code points, and their cells."""
_LAST = 0x1F2FF
"""Past it only private use is ambiguous."""
_ASCII = frozenset(map(chr, range(0x20, 0x7F)))


def is_wide_at_times(character: str) -> bool:
    """Whether a character takes two cells where ambiguous ones do.

    Not what is drawn: there ASCII is sent for it (`signs`), so that frames and bars stay as they are.
    """
    return east_asian_width(character) == "A" and character not in DRAWN


def measure_as(rich_cells: Any, rich_segment: Any, *, wide: bool) -> None:
    """Have `rich.cells` and `rich.segment` take ambiguous characters for wide, or for what they are to them.

    They have no way to say so: names are replaced in the two modules.
    """
    load, is_single = _originals(rich_cells)
    rich_cells.load_cell_table = partial(_table, load) if wide else load
    for module in (rich_cells, rich_segment):
        module._is_single_cell_widths = _ASCII.issuperset if wide else is_single  # noqa: SLF001  # past the table
    rich_cells.get_character_cell_size.cache_clear()
    rich_cells.cached_cell_len.cache_clear()


@cache
def _originals(rich_cells: Any) -> tuple[Callable[[str], Any], Callable[[str], bool]]:
    """What was there before, to be put back."""
    return rich_cells.load_cell_table, rich_cells._is_single_cell_widths  # noqa: SLF001  # as above


@cache
def _table(load: Callable[[str], Any], version: str) -> Any:
    """Rich's table for a version of Unicode with these wide."""
    table = load(version)
    return table._replace(widths=tuple(sorted([*table.widths, *_gaps_filled(table.widths)])))


def _gaps_filled(widths: Sequence[Span]) -> Iterator[Span]:
    """The spans of ambiguous characters that a table says nothing of: one cell each."""
    told = {point for first, last, _ in widths for point in range(first, min(last, _LAST) + 1)}
    points = [p for p in range(0x80, _LAST + 1) if p not in told and is_wide_at_times(chr(p))]
    first = points[0]
    for point, after in zip(points, [*points[1:], -1], strict=True):
        if after != point + 1:
            yield first, point, 2
            first = after
