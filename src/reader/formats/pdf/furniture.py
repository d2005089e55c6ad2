"""What stands on pages for the sake of the pages: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.formats.pdf.lines import Line

_OUTERMOST = 2
"""Rows at the top and at the bottom of a page that are looked at."""
_FEWEST = 3
"""Pages on which something must repeat."""
_SHARE = 0.2
"""Of all pages, on which a line must repeat that stands no further from the text than its lines do."""
_SAME_PLACE = 4.0
"""Points by which the same line may stand higher or lower on another page."""
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")


def without_furniture(lines: Sequence[Line], pages: int, body_size: float) -> list[Line]:
    """The lines without those that repeat at the same place of many pages, their numbers counting along."""
    outermost = _outermost(lines)
    seen: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    for line, _ in outermost:
        for key in _keys(line):
            seen[key].add(line.page)
    enough = max(_FEWEST, _SHARE * pages)
    dropped = set()
    for line, apart in outermost:
        count = max(len(seen[key]) for key in _keys(line))
        if line.size <= 1.15 * body_size and (count >= enough or (apart and count >= _FEWEST)):
            dropped.add(id(line))
    return [line for line in lines if id(line) not in dropped]


def _keys(line: Line) -> Iterable[tuple[int, str]]:
    """What a line shares with its like on other pages: place, words, and how its number counts along."""
    text = line.text.strip()
    numbers = _NUMBER.findall(text)
    words = folded(_NUMBER.sub("#", text)) if numbers else folded(text) or text
    ahead = [str(int(number) - line.page) for number in numbers if number.isdecimal() and len(number) < 6]
    roman = ["roman" for number in numbers if not number.isdecimal()]
    place = round(line.base / _SAME_PLACE)
    for at in (place, place + 1):  # two neighbouring ones, so that a limit between them parts nothing
        if numbers:
            yield from ((at, f"{words} {offset}") for offset in [*ahead, *roman])
        yield at, text


def _outermost(lines: Sequence[Line]) -> list[tuple[Line, bool]]:
    """The lines of the first and last rows of each page, and whether each stands apart from the next row."""
    by_page: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    found: list[tuple[Line, bool]] = []
    for on_page in by_page.values():
        rows = sorted({round(line.base) for line in on_page}, reverse=True)
        gaps = Counter(above - below for above, below in pairwise(rows))
        usual = gaps.most_common(1)[0][0] if gaps else 0
        nearest = {
            row: min(abs(row - other) for other in rows[max(0, at - 1) : at + 2] if other != row)
            for at, row in enumerate(rows)
            if len(rows) > 1
        }
        edges = {*rows[:_OUTERMOST], *rows[-_OUTERMOST:]}
        for line in on_page:
            row = round(line.base)
            if row in edges:
                found.append((line, nearest.get(row, 0) > 1.6 * usual))
    return found
