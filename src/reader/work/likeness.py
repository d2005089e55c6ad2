"""Close matches of a quotation: the stretch of a text that is most like it, for text that was revised.

Words are compared without case and accents of typography; the pairs of neighbouring words that quote and text
share vote for where the quote would begin (a diagonal, in the sense of sequence alignment), and only the few
stretches with most votes are compared word by word. So the time is linear in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.work.quotes import Quote

WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""A run of letters and digits; of scripts written without spaces, each character. Apostrophes part words."""
_ALIKE = 0.45
"""The share of the quote, by length of its words, that must be found again."""
_STRETCHES = 6
"""How many stretches are compared word by word."""
_DRIFT = 4
"""Votes for beginnings within so many words of each other count together."""
_MARGIN = 10
"""Words looked at on either side of a stretch, for words put in."""
_FEWEST = 3
"""A quote of fewer words is never closely matched."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A stretch like a quote."""

    offset: int
    """The text position that answers to the beginning of `Quote.exact`."""
    score: float
    """From 0 to 1: the share of the quote that was found again."""


def likest(quote: Quote, text: str, expected: int) -> Likeness | None:
    """The stretch of `text` most like the quote, of equals the nearest to `expected`; None if all differ."""
    wanted = [(word.group().casefold(), word.start()) for word in WORD.finditer(quote.whole)]
    if len(wanted) < _FEWEST:
        return None
    words = [word for word, _ in wanted]
    spots = list(WORD.finditer(text))
    there = [spot.group().casefold() for spot in spots]
    here = next((i for i, (_, at) in enumerate(wanted) if at >= len(quote.before)), len(wanted))
    best: tuple[float, int, int] | None = None
    for begin in _stretches(words, there):
        low = max(0, begin - _MARGIN)
        runs = SequenceMatcher(
            None, words, there[low : begin + len(words) + _MARGIN], False
        ).get_matching_blocks()
        score = _score(words, [(run.a, run.size) for run in runs])
        if score < _ALIKE:
            continue
        index = low + _answering([(run.a, run.b, run.size) for run in runs], here)
        offset = spots[index].start() if index < len(spots) else len(text)
        candidate = score, -abs(offset - expected), offset
        best = max(best or candidate, candidate)
    return Likeness(best[2], best[0]) if best else None


def _stretches(words: list[str], there: list[str]) -> Iterator[int]:
    """Indices of `there` at which the quote would begin, by the most pairs of words in common."""
    pairs: dict[tuple[str, str], list[int]] = {}
    for index, pair in enumerate(pairwise(words)):
        pairs.setdefault(pair, []).append(index)
    votes: Counter[int] = Counter()
    for place, pair in enumerate(pairwise(there)):
        if pair in pairs:
            for index in pairs[pair]:
                votes[(place - index) // _DRIFT] += 1
    together = Counter({cell: count + votes[cell + 1] for cell, count in votes.items()})
    for cell, _ in together.most_common(_STRETCHES):
        yield max(0, cell * _DRIFT)


def _score(words: list[str], runs: list[tuple[int, int]]) -> float:
    """The share of the words' letters in common runs; a word alone counts half, for it may be chance."""
    found = 0.0
    for start, size in runs:
        letters = sum(map(len, words[start : start + size]))
        found += letters if size > 1 else letters / 2
    return found / sum(map(len, words))


def _answering(runs: list[tuple[int, int, int]], here: int) -> int:
    """The index in the stretch that answers to word `here` of the quote.

    It may be reckoned from the nearest word that was found again.
    """
    found = [run for run in runs if run[2]]
    a, b, _ = min(found, key=lambda run: max(run[0] - here, here - (run[0] + run[2] - 1), 0))
    return max(0, b - a + here)
