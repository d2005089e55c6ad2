"""Saved searches, with how many works each finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.queries.filters import Filters
from reader.library.queries.parsing import parse
from reader.library.queries.query import QueryError
from reader.ui.library.sidebar_rows import ShelfCount

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.queries.filtering import Filtering


def shelf_counts(searches: Iterable[tuple[str, str]], filtering: Filtering) -> list[ShelfCount]:
    """A shelf for each name and query; without a count where the query can't be understood."""
    return [_shelf(name, query, filtering) for name, query in searches]


def _shelf(name: str, query: str, filtering: Filtering) -> ShelfCount:
    try:
        found = filtering.works(Filters(parse(query)))
    except QueryError:
        return ShelfCount(name, query, None)
    return ShelfCount(name, query, found.bit_count())
