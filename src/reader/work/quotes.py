"""A quotation with the words around it, and where it stands in a text: as written, but for marks, or half."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TELLING = 16
"""Code points from which a quote, or what stands around it, speaks for itself."""
_CANDIDATES = 500
"""How many repetitions on either side of the expected place are looked at."""
_HALF = 32
"""Code points of a quote that tell of its place without the rest."""
_CHANCE = 8
"""So few code points more that are the same around one place than another are chance: the nearer is meant."""
_UNSPACED = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Quote:
    """What stood at a place: `exact` from the place on, `before` up to it, `after` following `exact`."""

    before: str
    exact: str
    after: str

    @property
    def whole(self) -> str:
        """All of it as it stood."""
        return self.before + self.exact + self.after


@dataclass(frozen=True, slots=True)
class Standing:
    """A place where `Quote.exact` stands in a text."""

    offset: int
    agreement: int
    """How many code points next to it are those that stood there."""
    sure: bool
    """Whether enough of what stands around it is the same to mean this place and no other."""
    whole: bool
    """Whether all of what stood around it does."""


def as_written(quote: Quote, text: str, expected: int) -> Standing | None:
    """Where `quote.exact` stands as it is, as near as can be to `expected`; None if nowhere.

    Of several, the one with most of the same text around it is meant. Short quotes stand everywhere: with
    little of the same around them they are not sure. At the end of a text, where nothing follows, what stood
    before is the quote.
    """
    if not quote.whole:
        return None
    around = len(quote.before) + len(quote.after)
    at = whole(quote, text, expected)
    if at is not None:
        telling = len(quote.whole) >= _TELLING
        return Standing(at, around, telling, telling)
    if not quote.exact or quote.exact.isspace():
        return None
    _, _, offset = max(
        (
            (_agreement(quote, text, place) // _CHANCE, -abs(place - expected), place)
            for place in _occurrences(quote.exact, text, expected)
        ),
        default=(0, 0, -1),
    )
    if offset < 0:
        return None
    agreement = _agreement(quote, text, offset)
    half = 2 * (agreement + len(quote.exact)) >= len(quote.whole) >= _TELLING
    one_side = text.endswith(quote.before, 0, offset) or text.startswith(
        quote.after, offset + len(quote.exact)
    )
    return Standing(offset, agreement, half and one_side and agreement >= min(_TELLING, around), whole=False)


def whole(quote: Quote, text: str, expected: int) -> int | None:
    """Where `quote.exact` stands with all that stood around it, as near as can be; None if nowhere."""
    at = _nearest(quote.whole, text, max(0, expected - len(quote.before)))
    return None if at is None else at + len(quote.before)


def without_spaces(quote: Quote, text: str, expected: int) -> Standing | None:
    """The same but for white space, as where paragraphs were cut anew.

    The position is that of the first character of `quote.exact` that is no white space, or just past the last
    one before it where there is none.
    """
    return _within(_UNSPACED, quote, text, expected)


def by_letters(quote: Quote, text: str, expected: int) -> Standing | None:
    """The same but for all that is neither letter nor digit, as where quotation marks were curled."""
    found = _within(_LETTERS, quote, text, expected)
    if found is None or not found.agreement:
        return None
    first = _LETTERS.search(quote.exact)
    marks = first.start() if first else 0
    start = found.offset
    while marks and start and not _LETTERS.match(text, start - 1):
        start, marks = start - 1, marks - 1
    return Standing(start, found.agreement, found.sure, found.whole)


def _within(kept: re.Pattern[str], quote: Quote, text: str, expected: int) -> Standing | None:
    """Where the quote stands among the stretches that a pattern keeps, all others taken out."""
    bare = Quote(*("".join(kept.findall(part)) for part in (quote.before, quote.exact, quote.after)))
    squeezed = "".join(kept.findall(text))
    if not bare.whole or (bare.exact or bare.before) not in squeezed:
        return None
    words = [match.span() for match in kept.finditer(text)]
    before = [0, *accumulate(end - start for start, end in words)]
    guess = 0
    if index := bisect_right(words, (expected, len(text))):
        start, end = words[index - 1]
        guess = before[index - 1] + min(expected, end) - start
    found = as_written(bare, squeezed, guess)
    if found is None:
        return None
    back = 0 if bare.exact else 1
    word = bisect_right(before, found.offset - back) - 1
    return Standing(words[word][0] + found.offset - before[word], found.agreement, found.sure, found.whole)


def torn(quote: Quote, text: str, expected: int) -> int | None:
    """The position up to or from which half of the quote stands; None if neither does.

    Something was put in or taken out close by. Of several, the one where most of the rest stands too.
    """
    best: tuple[int, int, int] | None = None
    for needle, shift in ((quote.before, len(quote.before)), (quote.exact[:_HALF], 0)):
        if len(needle) < _HALF:
            continue
        for place in _occurrences(needle, text, max(0, expected - shift)):
            at = place + shift
            agreement = _agreement(Quote(quote.before, "", quote.exact), text, at)
            best = max(best or (0, 0, 0), (agreement // _CHANCE, -abs(at - expected), at))
    return best[2] if best else None


def _nearest(needle: str, text: str, expected: int) -> int | None:
    """Where `needle` begins nearest to `expected`; the later one of two equally near."""
    later = text.find(needle, expected)
    earlier = text.rfind(needle, 0, expected + len(needle) - 1)
    if later < 0 or earlier < 0:
        return max(later, earlier) if max(later, earlier) >= 0 else None
    return later if later - expected <= expected - earlier else earlier


def _occurrences(needle: str, text: str, expected: int) -> Iterator[int]:
    """Where `needle` begins, up to a number of times on either side of `expected`."""
    place = expected - 1
    for _ in range(_CANDIDATES):
        place = text.find(needle, place + 1)
        if place < 0:
            break
        yield place
    place = expected
    for _ in range(_CANDIDATES):
        place = text.rfind(needle, 0, max(0, place + len(needle) - 1))
        if place < 0:
            break
        yield place


def _agreement(quote: Quote, text: str, place: int) -> int:
    """How many code points next to the quote are those that stood there."""
    end = place + len(quote.exact)
    before = text[max(0, place - len(quote.before)) : place]
    return _alike(reversed(before), reversed(quote.before)) + _alike(
        text[end : end + len(quote.after)], quote.after
    )


def _alike(here: Iterable[str], there: Iterable[str]) -> int:
    """How many code points are the same before the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, there, strict=False)))
