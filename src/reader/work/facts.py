"""What is known of a work but its text. Lists of works need no more, and are shown sooner without that."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class TagKind(StrEnum):
    """The type of a tag, as the Archive of Our Own names them."""

    RATING = "rating"
    WARNING = "warning"
    CATEGORY = "category"
    FANDOM = "fandom"
    RELATIONSHIP = "relationship"
    CHARACTER = "character"
    ADDITIONAL = "additional"


class Tag(NamedTuple):
    """A typed name, as the source writes it."""

    kind: TagKind
    name: str


class SeriesPart(NamedTuple):
    """A work's place in a series."""

    title: str
    part: float | None = None
    url: str = ""


class WorkInfo(NamedTuple):
    """Everything known of a work but its text. None and empty mean that the source does not say."""

    id: str
    """`ao3:1234567`, or another stable identity; `sha256:…` of title, authors and first chapter otherwise."""
    title: str
    authors: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    """In the source's order, which matters: the first relationship is the main one."""
    series: tuple[SeriesPart, ...] = ()
    language: str | None = None
    """As the source writes it ("English", "中文-普通话 國語", "en")."""
    summary: str | None = None
    """Plain text, paragraphs separated by a line feed."""
    words: int | None = None
    """The source's figure."""
    chapters_posted: int | None = None
    chapters_total: int | None = None
    complete: bool | None = None
    published: date | None = None
    updated: date | None = None
    """When it was last updated or completed."""
    url: str | None = None
    collections: tuple[str, ...] = ()

    def names(self, kind: TagKind) -> tuple[str, ...]:
        """The names of its tags of one kind, in the source's order."""
        return tuple(tag.name for tag in self.tags if tag.kind is kind)
