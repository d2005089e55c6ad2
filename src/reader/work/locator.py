"""Places that last: what is remembered of a place in a work, so that it is found in a later version.

A `Locator` is a TextPositionSelector and a TextQuoteSelector of the W3C Web Annotation model in one: where
the place was, and the words that stood there.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import Chapter

BEFORE, EXACT, AFTER = 32, 64, 32
"""The most code points of text that a locator quotes."""


class Locator(NamedTuple):
    """A place in a work that survives layout and updates."""

    chapter: int
    chapter_key: str
    chapter_title: str
    offset: int
    """The text position in the chapter."""
    before: str
    """Up to 32 code points that end at the place."""
    exact: str
    """Up to 64 code points from the place on; empty at the end of a chapter."""
    after: str
    """Up to 32 code points that follow `exact`."""


class Match(StrEnum):
    """Which step found a place; the later, the less sure."""

    EXACT = "exact"
    """The quote stands in its chapter at the same text position."""
    MOVED = "moved"
    """The quote stands in its chapter at another position, or with other spaces and marks."""
    ELSEWHERE = "elsewhere"
    """The quote stands in another chapter."""
    CLOSE = "close"
    """Something much like the quote."""
    APPROXIMATE = "approximate"
    """The quote is gone: the same share of the chapter."""


class Found(NamedTuple):
    """Where a locator's place is now."""

    chapter: int
    """The chapter's number."""
    offset: int
    """The text position, at most the length of the chapter's text."""
    match: Match


class ChapterMark(NamedTuple):
    """What must be known of a chapter to choose among them without loading the text."""

    number: int
    key: str
    title: str
    length: int
    """Code points of its text."""


class Texts(Protocol):
    """A work's chapters without all of them loaded."""

    @property
    def outline(self) -> Sequence[ChapterMark]:
        """Its chapters in order."""

    def text(self, number: int, /) -> str:
        """The text of one chapter; perhaps slow."""


def make_locator(chapter: Chapter, offset: int, text: str | None = None) -> Locator:
    """The locator of a text position; `text` is `chapter.text` where the caller has it already.

    A position outside the text is moved to its nearer end.
    """
    text = chapter.text if text is None else text
    offset = max(0, min(offset, len(text)))
    end = offset + EXACT
    return Locator(
        chapter=chapter.number,
        chapter_key=chapter.key,
        chapter_title=chapter.title,
        offset=offset,
        before=text[max(0, offset - BEFORE) : offset],
        exact=text[offset:end],
        after=text[end : end + AFTER],
    )
