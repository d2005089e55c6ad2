"""The fields of the query language, and how each reads its value."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING

from reader.library.queries.facets import TAGS, Facet
from reader.library.queries.query import (
    Either,
    Fact,
    Has,
    Is,
    Language,
    Match,
    Name,
    Number,
    Within,
    Words,
)
from reader.work.languages import language_code
from reader.work.names import fold_name
from reader.work.statuses import STATUSES
from reader.work.tags import rating_letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library.queries.query import Query

_YES = frozenset({"yes", "true", "y", "1"})
_NO = frozenset({"no", "false", "n", "0"})
_FACTORS = {"": 1, "k": 1_000, "m": 1_000_000}
_NUMBER = re.compile(r"(\d+(?:[.,_]\d+)*)\s*([km]?)", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_COMPARED = re.compile(r"(>=|<=|>|<|=|≥|≤)\s*(.+)")
_RATED = "GTME"
"""The archive's ratings that have an order, mildest first."""


def _worded(where: Name) -> Callable[[str], Query]:
    return lambda value: Words(where, fold_name(value))


def _having(*facets: Facet, match: Match = Match.WORDS) -> Callable[[str], Query]:
    def read(value: str) -> Query:
        whole = value.startswith("=") and len(value) > 1
        return Has(facets, value[1:].strip(), Match.WHOLE) if whole else Has(facets, value, match)

    return read


def _rating(value: str) -> Query:
    """A letter or a name, or a range of them; any other wording is looked for as it stands."""
    if not value.startswith("=") and (".." in value or _COMPARED.fullmatch(value)):
        low, high = _ends(value, _rated)
        wanted = [_one_rating(letter) for letter in _RATED[low or 0 : None if high is None else high + 1]]
        return wanted[0] if len(wanted) == 1 else Either(tuple(wanted))
    name = value.removeprefix("=").strip()
    whole = name != value or rating_letter(name) is not None
    return Has((Facet.RATING,), name, Match.WHOLE if whole else Match.WORDS)


def _one_rating(letter: str) -> Query:
    return Has((Facet.RATING,), letter, Match.WHOLE)


def _rated(value: str) -> tuple[int, int]:
    place = _RATED.find(rating_letter(value) or "?")
    if place < 0:
        raise ValueError("A range of ratings is between G, T, M and E, like T..M.")
    return place, place


def _fact(fact: Fact) -> Callable[[str], Query]:
    def read(value: str) -> Query:
        if value.lower() in _YES | _NO:
            return Is(fact, value.lower() in _YES)
        raise ValueError(f"“{fact}:” takes yes or no.")

    return read


def _status(value: str) -> Query:
    status = value[1:].strip() if value.startswith("=") else fold_name(value).replace(" ", "-")
    if value.startswith("=") or status in STATUSES:
        return Has((Facet.STATUS,), status, Match.WHOLE)
    raise ValueError(f"A status is one of {', '.join(STATUSES)}.")


def _language(value: str) -> Query:
    if value.startswith("=") and len(value) > 1:
        return Has((Facet.LANGUAGE,), value[1:].strip(), Match.WHOLE)
    return Language(language_code(value) or fold_name(value))


def _range(what: Number, read: Callable[[str], tuple[int, int]]) -> Callable[[str], Query]:
    """A reader of ranges; `read` gives the first and the last of what a value stands for."""
    return lambda value: Within(what, *_ends(value, read))


def _ends(value: str, read: Callable[[str], tuple[int, int]]) -> tuple[int | None, int | None]:
    if ".." in value:
        low, high = (part.strip() for part in value.split("..", 1))
        if not low and not high:
            raise ValueError("A range has at least one end: 1k.. or ..10k.")
        first, last = read(low)[0] if low else None, read(high)[1] if high else None
        if first is not None and last is not None and first > last:
            raise ValueError("This range begins after its end.")
        return first, last
    compared = _COMPARED.fullmatch(value)
    if compared is None:
        return read(value)
    sign, (first, last) = compared[1], read(compared[2])
    return {
        ">": (last + 1, None),
        ">=": (first, None),
        "≥": (first, None),
        "<": (None, first - 1),
        "<=": (None, last),
        "≤": (None, last),
        "=": (first, last),
    }[sign]


def _figure(value: str) -> tuple[int, int]:
    """The number of "50k", "1.5k", "12,000": a comma or dot groups digits, but before a letter."""
    found = _NUMBER.fullmatch(value)
    if found is None:
        raise ValueError("A number is expected here, like 5000 or 50k.")
    digits, letter = found[1], found[2].lower()
    try:
        number = float(digits.replace(",", ".")) if letter else int(re.sub("[.,_]", "", digits))
        exact = round(number * _FACTORS[letter])
    except (ValueError, OverflowError):
        raise ValueError("A number is expected here, like 5000 or 50k.") from None
    return exact, exact


def _day(value: str) -> tuple[int, int]:
    found = _DATE.fullmatch(value)
    if found is None:
        raise ValueError("A date is expected here, like 2024, 2024-03 or 2024-03-15.")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        last = date(first.year, last_month, day or calendar.monthrange(first.year, last_month)[1])
    except ValueError:
        raise ValueError("There is no such date.") from None
    return first.toordinal(), last.toordinal()


FACETS_OF: dict[str, tuple[Facet, ...]] = {
    "fandom": (Facet.FANDOM,),
    "ship": (Facet.RELATIONSHIP,),
    "relationship": (Facet.RELATIONSHIP,),
    "character": (Facet.CHARACTER,),
    "tag": (*TAGS, Facet.OWN),
    "additional": (Facet.ADDITIONAL,),
    "my": (Facet.OWN,),
    "category": (Facet.CATEGORY,),
    "warning": (Facet.WARNING,),
    "rating": (Facet.RATING,),
    "author": (Facet.AUTHOR,),
    "series": (Facet.SERIES,),
    "status": (Facet.STATUS,),
    "lang": (Facet.LANGUAGE,),
    "language": (Facet.LANGUAGE,),
}
"""By the names of fields, the facets whose values they take; of two names the first is the one we write."""
DATES = frozenset({Number.UPDATED, Number.PUBLISHED, Number.ADDED, Number.READ})

FIELDS: dict[str, Callable[[str], Query]] = {
    **{name: _having(*facets) for name, facets in FACETS_OF.items()},
    **{where.value: _worded(where) for where in Name if where is not Name.ANYWHERE},
    **{what.value: _range(what, _day if what in DATES else _figure) for what in Number},
    **{fact.value: _fact(fact) for fact in Fact},
    "author": _having(Facet.AUTHOR, match=Match.PART),
    "series": _having(Facet.SERIES, match=Match.PART),
    "rating": _rating,
    "status": _status,
    "lang": _language,
    "language": _language,
}
"""By name; each gives the query of a value or raises ValueError with a sentence that says what it takes."""
