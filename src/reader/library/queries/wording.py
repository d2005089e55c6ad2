"""Queries in words, as the reason why a work is hidden: "by oxbow and rated Explicit"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reader.library.queries.facets import Facet
from reader.library.queries.fields import DATES, FACETS_OF
from reader.library.queries.query import (
    All,
    Either,
    Fact,
    Has,
    Is,
    Language,
    Name,
    Not,
    Number,
    Unless,
    Within,
    Words,
)
from reader.work.languages import language_name
from reader.work.tags import RATINGS, rating_letter

if TYPE_CHECKING:
    from reader.library.queries.query import Query

_PLACES = {
    Name.ANYWHERE: "in title, author or summary",
    Name.TITLE: "in the title",
    Name.SUMMARY: "in the summary",
    Name.PATH: "in the path",
    Name.FORMAT: "as the format",
    Name.COLLECTION: "as a collection",
}
_BEFORE_NAMES = {
    FACETS_OF["tag"]: "tagged",
    (Facet.ADDITIONAL,): "tagged",
    (Facet.OWN,): "tagged by you",
    (Facet.AUTHOR,): "by",
    (Facet.SERIES,): "in the series",
    (Facet.STATUS,): "status",
}
_FACTS = {
    Fact.COMPLETE: ("complete", "in progress"),
    Fact.NEW: ("with new chapters", "without new chapters"),
    Fact.MISSING: ("without its file", "with its file"),
}
_UNITS = {
    Number.WORDS: "words",
    Number.CHAPTERS: "chapters",
    Number.RATING: "in your rating",
    Number.TIMES: "times read",
    Number.FANDOMS: "fandoms",
    Number.SHIPS: "relationships",
}


def in_words(query: Query) -> str:
    """What holds of a work that satisfies the query; the exceptions, which then do not hold, are left out."""
    match query:
        case Unless(term, _):
            return in_words(term)
        case All(terms):
            return " and ".join(in_words(term) for term in terms)
        case Either(terms):
            return " or ".join(in_words(term) for term in terms)
        case Not(term):
            return f"not {in_words(term)}"
        case Words(where, text):
            return f"“{text}” {_PLACES[where]}"
        case Has((Facet.RATING,), text):
            letter = rating_letter(text)
            return f"rated {RATINGS[letter] if letter else text}"
        case Has(facets, text):
            before = _BEFORE_NAMES.get(facets, facets[0].value)
            return f"{before} {text if before in ('by', 'status') else f'“{text}”'}"
        case Is(fact, value):
            return _FACTS[fact][not value]
        case Language(value):
            return f"in {language_name(value)}"
        case Within(what, low, high):
            return _range(what, low, high)


def _range(what: Number, low: int | None, high: int | None) -> str:
    if low == high and low is not None:
        said = _figure(what, low)
    elif low is None:
        said = f"{'until' if what in DATES else 'at most'} {_figure(what, high or 0)}"
    elif high is None:
        said = f"{'since' if what in DATES else 'at least'} {_figure(what, low)}"
    else:
        said = f"{_figure(what, low)} to {_figure(what, high)}"
    return f"{what.value} {said}" if what in DATES else f"{said} {_UNITS[what]}"


def _figure(what: Number, value: int) -> str:
    if what not in DATES:
        return f"{value:,}"
    return date.fromordinal(min(max(value, 1), date.max.toordinal())).isoformat()
