"""What a query asks, as values; see `parsing` for how people write it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from reader.library.queries.facets import Facet


class QueryError(Exception):
    """The query can't be understood; `message` is a sentence for people."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.column = column
        """Where in the query, in code points from 1."""


class Name(StrEnum):
    """What of a work is compared with words."""

    ANYWHERE = "anywhere"
    """Title, authors and summary."""
    TITLE = "title"
    SUMMARY = "summary"
    PATH = "path"
    FORMAT = "format"
    COLLECTION = "collection"


class Number(StrEnum):
    """What of a work is compared with a range."""

    WORDS = "words"
    CHAPTERS = "chapters"
    UPDATED = "updated"
    """Dates are compared as ordinals (`date.toordinal`)."""
    PUBLISHED = "published"
    ADDED = "added"
    READ = "read"
    """The day it was last read."""
    RATING = "my-rating"
    """The reader's own."""
    TIMES = "times"
    """How often the reader has read it."""
    FANDOMS = "fandoms"
    """How many it is of: one that is no crossover is of one."""
    SHIPS = "ships"
    """How many relationships it names."""


class Fact(StrEnum):
    """What a work is or is not."""

    COMPLETE = "complete"
    """Of one of which the source does not say, neither holds."""
    NEW = "new"
    """There are chapters that came since it was read."""
    MISSING = "missing"
    """Its file was gone when it was last looked for."""


class Match(StrEnum):
    """How a name is compared with what is asked for."""

    WORDS = "words"
    """Its words contain these, "*" standing for anything."""
    PART = "part"
    """It contains this text, "*" standing for anything."""
    WHOLE = "whole"
    """It is this name, or one that means the same."""


@dataclass(frozen=True, slots=True)
class Words:
    """The text occurs, case and accents aside."""

    where: Name
    text: str
    """Folded (`fold_name`)."""


@dataclass(frozen=True, slots=True)
class Has:
    """A value of one of these facets matches, by any of the names that mean the same."""

    facets: tuple[Facet, ...]
    text: str
    match: Match = Match.WORDS


@dataclass(frozen=True, slots=True)
class Within:
    """A figure or date is in a range; a work without one never is."""

    what: Number
    low: int | None
    high: int | None
    """Both ends belong to it; None is open."""


@dataclass(frozen=True, slots=True)
class Is:
    """The fact holds, or does not."""

    fact: Fact
    value: bool


@dataclass(frozen=True, slots=True)
class Language:
    """The work is in this language, as a code (BCP 47) or, where it has none, a folded name."""

    value: str


@dataclass(frozen=True, slots=True)
class Not:
    """The term does not hold."""

    term: Query


@dataclass(frozen=True, slots=True)
class All:
    """All terms hold; none at all always does."""

    terms: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one term holds."""

    terms: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Unless:
    """The term holds, and the exception does not."""

    term: Query
    exception: Query


Query: TypeAlias = Words | Has | Within | Is | Language | Not | All | Either | Unless

EVERYTHING = All(())
"""The query that every work satisfies."""
