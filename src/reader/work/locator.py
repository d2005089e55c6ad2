"""Places that last: what is remembered of a place in a work, and how it is found in a later version.

A `Locator` is a TextPositionSelector and a TextQuoteSelector of the W3C Web Annotation model in one: where
the place was, and the words that stood there.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from reader.work.quotes import Quote, best_as_written, best_without_spaces
from reader.work.titles import folded, without_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import Chapter

BEFORE, EXACT, AFTER = 32, 64, 32
"""The most code points of text that a locator quotes."""
_CLEARLY_LIKE = 0.75
"""A close match in the place's own chapter that needs no comparison with other chapters."""
_HOME_ADVANTAGE = 0.1
"""How much more alike a quote in another chapter must be than the one in the place's own."""


@dataclass(frozen=True, slots=True)
class Locator:
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
    """The quote stands in its chapter at another position, or with other white space."""
    ELSEWHERE = "elsewhere"
    """The quote stands in another chapter."""
    CLOSE = "close"
    """Something much like the quote."""
    APPROXIMATE = "approximate"
    """The quote is gone: the same share of the chapter."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a locator's place is now."""

    chapter: int
    """The chapter's number."""
    offset: int
    """The text position, at most the length of the chapter's text."""
    match: Match


@dataclass(frozen=True, slots=True)
class ChapterMark:
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


def find(locator: Locator, texts: Texts) -> Found:
    """Where a place is in the text as it is now; always an answer, and `match` says how sure it is.

    Where nothing has changed, only the one chapter's text is asked for.
    """
    outline = list(texts.outline)
    if not outline:
        return Found(1, 0, Match.APPROXIMATE)
    quote = Quote(locator.before, locator.exact, locator.after)
    own = _own_chapter(locator, outline)
    nearest_first = sorted(outline, key=lambda mark: (mark is not own, abs(mark.number - locator.chapter)))
    search = _Search(locator, quote, texts, own)
    return (
        (own and search.in_own(own))
        or search.elsewhere(nearest_first)
        or search.close(nearest_first)
        or _same_share(locator, own or nearest_first[0])
    )


def _own_chapter(locator: Locator, outline: Sequence[ChapterMark]) -> ChapterMark | None:
    """The chapter the place was in: the one with its key, else with its title; None where neither exists."""
    title = folded(without_number(locator.chapter_title))
    same = [mark for mark in outline if mark.key == locator.chapter_key]
    if not same and title:
        same = [mark for mark in outline if folded(without_number(mark.title)) == title]
    return min(same, key=lambda mark: abs(mark.number - locator.chapter), default=None)


@dataclass(frozen=True, slots=True)
class _Search:
    locator: Locator
    quote: Quote
    texts: Texts
    own: ChapterMark | None

    @property
    def expected(self) -> int:
        return max(0, self.locator.offset)

    def in_own(self, own: ChapterMark) -> Found | None:
        text = self.texts.text(own.number)
        if not text and not (self.quote.before or self.quote.exact):
            return Found(own.number, 0, Match.EXACT)
        offset = best_as_written(self.quote, text, self.expected, at_home=True)
        if offset is not None:
            return Found(own.number, offset, Match.EXACT if offset == self.locator.offset else Match.MOVED)
        offset = best_without_spaces(self.quote, text, self.expected, at_home=True)
        return None if offset is None else Found(own.number, offset, Match.MOVED)

    def elsewhere(self, marks: Sequence[ChapterMark]) -> Found | None:
        """The quote in another chapter; where the own one is not known, that of its number is taken for it."""
        for best in (best_as_written, best_without_spaces):
            for mark in marks:
                if mark is self.own:
                    continue
                offset = best(self.quote, self.texts.text(mark.number), self.expected)
                if offset is not None:
                    return Found(mark.number, offset, self._match(mark, offset, best is best_as_written))
        return None

    def _match(self, mark: ChapterMark, offset: int, as_written: bool) -> Match:
        if self.own or mark.number != self.locator.chapter:
            return Match.ELSEWHERE
        return Match.EXACT if as_written and offset == self.locator.offset else Match.MOVED

    def close(self, marks: Sequence[ChapterMark]) -> Found | None:
        from reader.work.likeness import likest  # seldom needed, and not to be paid for at every start

        best: tuple[float, Found] | None = None
        home = self.own or marks[0]
        for mark in marks:
            like = likest(self.quote, self.texts.text(mark.number), self.expected)
            if like is None:
                continue
            score = like.score + (_HOME_ADVANTAGE if mark is home else 0)
            if best is None or score > best[0]:
                best = score, Found(mark.number, like.offset, Match.CLOSE)
            if mark is home and like.score >= _CLEARLY_LIKE:
                break
        return best and best[1]


def _same_share(locator: Locator, mark: ChapterMark) -> Found:
    """The same share of the chapter. How long it was is only known of a place near its end, where the quote
    is cut short; elsewhere the text position itself is the best guess.
    """
    quoted = len(locator.exact) + len(locator.after)
    offset = locator.offset
    if quoted < EXACT + AFTER:
        offset = offset * mark.length // max(1, offset + quoted)
    return Found(mark.number, max(0, min(offset, mark.length)), Match.APPROXIMATE)
