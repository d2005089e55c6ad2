"""A quotation with the words around it, and where it stands in a text: as written, or but for white space."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TELLING = 16
"""Code points from which a quote speaks for itself in its own chapter, whatever stands around it."""
_CANDIDATES = 500
"""How many repetitions on either side of the expected place are looked at."""
_WORD = re.compile(r"\S+")


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

    def without_spaces(self) -> Quote:
        """The same with all white space taken out."""
        return Quote(*("".join(part.split()) for part in (self.before, self.exact, self.after)))


def best_as_written(quote: Quote, text: str, expected: int, *, at_home: bool = False) -> int | None:
    """The position in `text` where `quote.exact` stands, as near as can be to `expected`; None if nowhere.

    Of several, the one with most of the same text around it is meant. Where too little is the same to be
    sure (half the quote, in all), it is not this place: short quotes stand everywhere. In the chapter the
    place was in (`at_home`), a place at just the expected position is believed, and a longer quote without
    its context.
    At the end of a text, where nothing follows, what stood before is the quote.
    """
    if not quote.whole or (not at_home and len(quote.whole) < _TELLING):
        return None
    whole = _nearest(quote.whole, text, max(0, expected - len(quote.before)))
    if whole is not None:
        return whole + len(quote.before)
    if not quote.exact:
        return None
    agreement, _, offset = max(
        (
            (_agreement(quote, text, place), -abs(place - expected), place)
            for place in _occurrences(quote.exact, text, expected)
        ),
        default=(0, 0, -1),
    )
    if offset < 0:
        return None
    sure = 2 * (agreement + len(quote.exact)) >= len(quote.whole) and not quote.exact.isspace()
    believed = at_home and (offset == expected or len(quote.exact) >= _TELLING)
    return offset if sure or believed else None


def best_without_spaces(quote: Quote, text: str, expected: int, *, at_home: bool = False) -> int | None:
    """The same as `best_as_written` but for white space, as where paragraphs were cut anew.

    The position is that of the first character of `quote.exact` that is no white space, or just past the last
    one before it where there is none.
    """
    bare = quote.without_spaces()
    squeezed = "".join(text.split())
    if (bare.exact or bare.before) not in squeezed:
        return None
    words = [match.span() for match in _WORD.finditer(text)]
    before = [0, *accumulate(end - start for start, end in words)]
    guess = 0
    if index := bisect_right(words, (expected, len(text))):
        start, end = words[index - 1]
        guess = before[index - 1] + min(expected, end) - start
    found = best_as_written(bare, squeezed, guess, at_home=at_home)
    if found is None:
        return None
    back = 0 if bare.exact else 1
    word = bisect_right(before, found - back) - 1
    return words[word][0] + found - before[word]


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
    before = zip(
        reversed(text[max(0, place - len(quote.before)) : place]), reversed(quote.before), strict=False
    )
    after = zip(text[end : end + len(quote.after)], quote.after, strict=False)
    return sum(1 for pairs in (before, after) for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
