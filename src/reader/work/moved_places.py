"""Finding a place again whose chapter or words are not where they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.work.locator import AFTER, BEFORE, EXACT, Found, Match
from reader.work.quotes import Quote, as_written, by_letters, torn, whole, without_spaces
from reader.work.titles import folded, without_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.locator import ChapterMark, Locator, Texts

_CLEARLY_LIKE = 0.75
"""A close match in the place's own chapter that needs no comparison with other chapters."""
_WAYS = (as_written, without_spaces, by_letters)
"""How a quote is looked for, the strictest first."""
_TELLING = 16
"""Code points from which a quote is believed in its own chapter, whatever stands around it."""
_SURE = BEFORE + AFTER + 1
"""More than can agree around a quote: there is no doubt that it is meant, if this is the chapter."""
_WHOLE = _SURE + 1
"""All that was quoted stands there."""
_HOME_ADVANTAGE = 0.1
"""How much more alike a quote in another chapter must be than the one in the place's own."""


def find_moved(locator: Locator, texts: Texts) -> Found:
    """Where the place is now; the chapters are looked through in the order in which it may be in them."""
    outline = list(texts.outline)
    if not outline:
        return Found(1, 0, Match.APPROXIMATE)
    quote = Quote(locator.before, locator.exact, locator.after)
    own = _own_chapter(locator, outline)
    nearest_first = sorted(outline, key=lambda mark: (mark is not own, abs(mark.number - locator.chapter)))
    search = _Search(locator, quote, texts, own)
    here, agreement = search.in_own(own) if own else (None, -1)
    if here is not None and (agreement == _WHOLE or (agreement == _SURE and _is_alone(own, outline))):
        return here
    return (
        search.whole_elsewhere(nearest_first)
        or (here if agreement == _SURE else None)
        or search.elsewhere(nearest_first, agreement if here else -1)
        or here
        or search.torn(nearest_first)
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


def _is_alone(own: ChapterMark | None, outline: Sequence[ChapterMark]) -> bool:
    """Whether the chapter's title tells it from all others.

    Where it does not, its key is an ordinal, which a chapter put in front moves.
    """
    title = folded(without_number(own.title)) if own else ""
    return bool(title) and sum(folded(without_number(mark.title)) == title for mark in outline) == 1


@dataclass(frozen=True, slots=True)
class _Search:
    locator: Locator
    quote: Quote
    texts: Texts
    own: ChapterMark | None

    @property
    def expected(self) -> int:
        return max(0, self.locator.offset)

    def in_own(self, own: ChapterMark) -> tuple[Found | None, int]:
        """The quote in its own chapter, and how much around it is the same."""
        text = self.texts.text(own.number)
        if not text and not (self.quote.before or self.quote.exact):
            return Found(own.number, 0, Match.EXACT), _WHOLE
        best: tuple[Found | None, int] = None, 0
        for look in _WAYS:
            there = look(self.quote, text, self.expected)
            if there is None:
                continue
            exact = look is as_written and there.offset == self.locator.offset
            found = Found(own.number, there.offset, Match.EXACT if exact else Match.MOVED)
            if there.sure or not (self.quote.before or self.quote.after):
                return found, _WHOLE if there.whole else _SURE
            if best[0] is None and (exact or len(self.quote.exact) >= _TELLING):
                best = found, there.agreement
        return best

    def whole_elsewhere(self, marks: Sequence[ChapterMark]) -> Found | None:
        """All that was quoted in another chapter, at the same position rather than in the nearest."""
        found = [
            (offset != self.expected, order, mark, offset)
            for order, mark in enumerate(marks)
            if mark is not self.own
            and (offset := whole(self.quote, self.texts.text(mark.number), self.expected)) is not None
        ]
        if not found:
            return None
        _, _, mark, offset = min(found, key=lambda one: one[:2])
        return Found(mark.number, offset, self._match(mark, offset, as_it_was=len(found) == 1))

    def elsewhere(self, marks: Sequence[ChapterMark], more: int) -> Found | None:
        """The quote in another chapter, with more of the same around it than so many code points.

        Where the own chapter is unknown, that of its number is taken for it.
        """
        for look in _WAYS:
            for mark in marks:
                if mark is self.own:
                    continue
                there = look(self.quote, self.texts.text(mark.number), self.expected)
                if there is not None and there.sure and there.agreement > more:
                    return Found(
                        mark.number,
                        there.offset,
                        self._match(mark, there.offset, as_it_was=look is as_written),
                    )
        return None

    def _match(self, mark: ChapterMark, offset: int, *, as_it_was: bool) -> Match:
        if self.own or mark.number != self.locator.chapter:
            return Match.ELSEWHERE
        return Match.EXACT if as_it_was and offset == self.locator.offset else Match.MOVED

    def torn(self, marks: Sequence[ChapterMark]) -> Found | None:
        """Half of the quote, in its own chapter before others."""
        for mark in marks:
            offset = torn(self.quote, self.texts.text(mark.number), self.expected)
            if offset is not None:
                return Found(mark.number, offset, Match.CLOSE)
        return None

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
    """The same share of the chapter.

    How long it was is only known of a place near its end, where the quote is cut short; elsewhere the text
    position itself is the best guess.
    """
    quoted = len(locator.exact) + len(locator.after)
    offset = locator.offset
    if quoted < EXACT + AFTER:
        offset = offset * mark.length // max(1, offset + quoted)
    return Found(mark.number, max(0, min(offset, mark.length)), Match.APPROXIMATE)
