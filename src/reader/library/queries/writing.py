"""Queries written back: what was asked and chosen, as a line that asks for the same works."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from reader.library.queries.facets import COMPLETE_NAMES, Facet, length_range
from reader.library.queries.fields import DATES, FACETS_OF
from reader.library.queries.query import (
    EVERYTHING,
    All,
    Either,
    Fact,
    Has,
    Is,
    Language,
    Match,
    Name,
    Not,
    Number,
    Unless,
    Within,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.queries.facet_index import FacetIndex
    from reader.library.queries.filters import Choice, Filters
    from reader.library.queries.query import Query

_FIELD_OF = {facets: name for name, facets in reversed(FACETS_OF.items())}
_NEEDS_QUOTES = re.compile(r'^$|^=|[\s()"“”]')
_BARE = re.compile(r"\w[\w.'-]*")
"""A word that is surely taken for one without quotation marks."""


def as_query(filters: Filters, index: FacetIndex | None = None) -> str:
    """Query and choices as one query; with an index, in names as people write them and not in keys."""
    return as_text(All(tuple(_chosen(filters, index))))


def as_text(query: Query) -> str:
    """A line of text of which `parse` makes this query again, or one that asks for the same works."""
    match query:
        case All(terms):
            return " ".join(_grouped(term, All, Either, Unless) for term in terms if term != EVERYTHING)
        case Either(terms):
            return " OR ".join(_grouped(term, Either, Unless) for term in terms)
        case Unless(term, exception):
            return f"{_grouped(term, Unless)} UNLESS {_grouped(exception, Unless)}"
        case Not(term):
            return f"-{_grouped(term, All, Either, Unless)}"
        case Words(Name.ANYWHERE, text):
            return text if _BARE.fullmatch(text) else _quoted(text)
        case Words(where, text):
            return f"{where}:{value_text(text)}"
        case Has(facets, text, match):
            sign = "=" if match is Match.WHOLE else ""
            return f"{_FIELD_OF[facets]}:{sign}{value_text(text)}"
        case Within(what, low, high):
            return f"{what}:{_range(what, low, high)}"
        case Is(fact, value):
            return f"{fact}:{'yes' if value else 'no'}"
        case Language(value):
            return f"lang:{value_text(value)}"


def _grouped(query: Query, *loose: type[Query]) -> str:
    """A query beside others; parentheses keep these kinds together, which would fall apart."""
    text = as_text(query) or _quoted("")
    return f"({text})" if isinstance(query, loose) else text


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\")
    for mark in '"“”':
        escaped = escaped.replace(mark, f"\\{mark}")
    return f'"{escaped}"'


def value_text(text: str) -> str:
    """A value as it stands after the colon of a field."""
    return _quoted(text) if _NEEDS_QUOTES.search(text) else text


def _range(what: Number, low: int | None, high: int | None) -> str:
    """A range as one value; what lies outside the calendar, or below nothing, is said by its neighbour."""
    if low == high and low is not None:
        return _written(what, low)
    if high is not None and high < 1:
        return f"<{_written(what, high + 1)}"
    if what in DATES and low is not None and low > date.max.toordinal():
        return f">{date.max.isoformat()}"
    return "..".join("" if end is None else _written(what, end) for end in (low, high))


def _written(what: Number, value: int) -> str:
    return date.fromordinal(value).isoformat() if what in DATES else str(value)


def _chosen(filters: Filters, index: FacetIndex | None) -> Iterable[Query]:
    if filters.query is not None:
        yield from filters.query.terms if isinstance(filters.query, All) else (filters.query,)
    together: dict[Facet, list[Query]] = defaultdict(list)
    for choice in filters.included:
        term = _choice(choice, index)
        if filters.means_either(choice.facet):
            together[choice.facet].append(term)
        else:
            yield term
    for terms in together.values():
        yield terms[0] if len(terms) == 1 else Either(tuple(terms))
    for choice in filters.excluded:
        yield Not(_choice(choice, index))


def _choice(choice: Choice, index: FacetIndex | None) -> Query:
    if choice.facet is Facet.WORDS:
        return Within(Number.WORDS, *length_range(choice.key))
    if choice.facet is Facet.COMPLETE:
        return Is(Fact.COMPLETE, choice.key == COMPLETE_NAMES[0])
    value = index.value(choice.facet, choice.key) if index else None
    return Has((choice.facet,), value.name if value else choice.key, Match.WHOLE)
