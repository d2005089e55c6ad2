"""The sides of a work that a library is sorted by: kinds of tag, who wrote it, how long it is, and so on."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.work.facts import TagKind
from reader.work.languages import language_code
from reader.work.names import fold, fold_name
from reader.work.statuses import STATUSES
from reader.work.tags import KEYS, RATINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library.entries import Entry


class Facet(StrEnum):
    """One side of a work: the kinds of tag by their own names, and what else a library is sorted by."""

    FANDOM = "fandom"
    RELATIONSHIP = "relationship"
    CHARACTER = "character"
    ADDITIONAL = "additional"
    RATING = "rating"
    WARNING = "warning"
    CATEGORY = "category"
    OWN = "my"
    STATUS = "status"
    COMPLETE = "complete"
    WORDS = "words"
    LANGUAGE = "language"
    AUTHOR = "author"
    SERIES = "series"


TAGS = tuple(Facet(kind.value) for kind in TagKind)
"""The facets that are kinds of the source's tags."""

SINGLE = frozenset({Facet.RATING, Facet.STATUS, Facet.COMPLETE, Facet.WORDS, Facet.LANGUAGE})
"""Facets of which a work has one value, so that two of them chosen always mean either."""

IN_ORDER = frozenset({Facet.RATING, Facet.STATUS, Facet.COMPLETE, Facet.WORDS})
"""Facets whose values are listed in their own order, not by how many works have them."""

NAMED = frozenset({*TAGS, Facet.OWN, Facet.AUTHOR, Facet.SERIES})
"""Facets whose values are names, that may mean the same and belong under one another."""

OF_THE_READER = frozenset({Facet.OWN, Facet.STATUS})
"""Facets that say what the reader made of a work."""

COMPLETE_NAMES = ("complete", "in progress")
_LENGTHS = (1_000, 5_000, 20_000, 50_000, 100_000)
_LENGTH_NAMES = (
    "under 1,000",
    "1,000 to 5,000",
    "5,000 to 20,000",
    "20,000 to 50,000",
    "50,000 to 100,000",
    "100,000 and more",
)
RATING_NAMES = {fold_name(name): name for name in RATINGS.values()}
"""The archive's ratings by their keys, mildest first."""
_ORDER = {
    name: position
    for names in (RATING_NAMES, STATUSES, COMPLETE_NAMES, _LENGTH_NAMES)
    for position, name in enumerate(names)
}


def own_order(key: str) -> tuple[int, str]:
    """Where a value stands in a facet with an order of its own."""
    return _ORDER.get(key, len(_ORDER)), key


def name_key(facet: Facet, name: str) -> str:
    """What two names of a facet have in common exactly when they mean the same."""
    return KEY_OF[facet](name)


KEY_OF: dict[Facet, Callable[[str], str]] = {
    **dict.fromkeys(Facet, str),
    **dict.fromkeys(NAMED, fold),
    **{Facet(kind.value): key_of for kind, key_of in KEYS.items()},
    Facet.LANGUAGE: lambda name: language_code(name) or fold(name),
}
"""`name_key` by facet, for lists of ten thousand."""


def length_range(key: str) -> tuple[int | None, int | None]:
    """The least and the greatest number of words of a value of the facet of words."""
    place = _LENGTH_NAMES.index(key)
    return (
        _LENGTHS[place - 1] if place else None,
        _LENGTHS[place] - 1 if place < len(_LENGTHS) else None,
    )


def _length(entry: Entry) -> tuple[str, ...]:
    return (_LENGTH_NAMES[bisect_right(_LENGTHS, entry.words)],)


def _completeness(entry: Entry) -> tuple[str, ...]:
    return () if entry.info.complete is None else (COMPLETE_NAMES[not entry.info.complete],)


def _language(entry: Entry) -> tuple[str, ...]:
    return (entry.info.language,) if entry.info.language else ()


FACTS: dict[Facet, Callable[[Entry], tuple[str, ...]]] = {
    Facet.OWN: lambda entry: entry.own_tags,
    Facet.STATUS: lambda entry: (entry.status,),
    Facet.COMPLETE: _completeness,
    Facet.WORDS: _length,
    Facet.LANGUAGE: _language,
    Facet.AUTHOR: lambda entry: entry.info.authors,
    Facet.SERIES: lambda entry: tuple([part.title for part in entry.info.series]),
}
"""The values a work has of each facet that is no kind of tag, as they are written."""
