"""What a query asks, as values; see `query_parsing` for how people write it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from reader.work.model import TagKind


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
    AUTHOR = "author"
    SERIES = "series"
    SUMMARY = "summary"


class Number(StrEnum):
    """What of a work is compared with a range."""

    WORDS = "words"
    CHAPTERS = "chapters"
    UPDATED = "updated"
    """Dates are compared as ordinals (`date.toordinal`)."""
    PUBLISHED = "published"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Words:
    """The text occurs, case and accents aside."""

    where: Name
    text: str
    """Folded (`fold_name`)."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag matches: its words contain these, "*" standing for anything."""

    kinds: tuple[TagKind, ...]
    """Which of the source's tags are looked at."""
    text: str
    own: bool = False
    """Whether the reader's own tags are looked at too."""
    whole: bool = False
    """Whether the text is the whole tag."""


@dataclass(frozen=True, slots=True)
class Within:
    """A figure or date is in a range; a work without one never is."""

    what: Number
    low: int | None
    high: int | None
    """Both ends belong to it; None is open."""


@dataclass(frozen=True, slots=True)
class Complete:
    """The work is finished, or is not; one of which the source does not say is neither."""

    value: bool


@dataclass(frozen=True, slots=True)
class Status:
    """The work has this status."""

    value: str


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


Query: TypeAlias = Words | Tagged | Within | Complete | Status | Language | Not | All | Either

EVERYTHING = All(())
"""The query that every work satisfies."""
