"""Finding words in a work as they are written, whatever their case, accents, quotes and line breaks."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from reader.reading.reading import Place
from reader.reading.text_folding import fold, fold_in_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

_CHAPTERS_KEPT = 8
"""Of so many chapters the matches are kept, of the others their number."""
_MATCHES_A_STEP = 500
_RUN = re.compile(r"-+|\.{2,}|\s+|[^-.\s]+|\.")


@lru_cache(maxsize=8)
def pattern(words: str) -> re.Pattern[str] | None:
    """The expression that finds words in folded text, None when nothing is left of them.

    White space is alike however much there is, and so are rows of dashes; dots in a row may stand apart.
    """
    runs = _RUN.findall(" ".join(fold(words).text.split()))
    return re.compile("".join(map(_run_pattern, runs))) if runs else None


def _run_pattern(run: str) -> str:
    if run[0] == "-":
        return "-++"
    if run[0] == "." and len(run) > 1:
        return r"\s*+".join([r"\."] * len(run))
    return r"\s++" if run.isspace() else re.escape(run)


@dataclass(frozen=True, slots=True)
class Matches:
    """The matches in one text: text positions of their starts and ends, none over another, in order."""

    starts: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.starts)

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Those of which some stands between two text positions."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return [(self.starts[at], self.ends[at]) for at in range(first, last)]


def find_in_steps(words: str | re.Pattern[str], text: str) -> Generator[None, None, Matches]:
    """All matches in a text of words, or of an expression in folded text, pausing every millisecond or so."""
    matches = Matches(array("q"), array("q"))
    wanted = pattern(words) if isinstance(words, str) else words
    if wanted is None:
        return matches
    folded = yield from fold_in_steps(text)
    for count, found in enumerate(wanted.finditer(folded.text), 1):
        start, end = folded.written(*found.span())
        if not matches.ends or start >= matches.ends[-1]:  # one sign may hold two letters
            matches.starts.append(start)
            matches.ends.append(end)
        if count % _MATCHES_A_STEP == 0:
            yield
    return matches


def find(words: str | re.Pattern[str], text: str) -> Matches:
    """All matches in a text, at once."""
    steps = find_in_steps(words, text)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return cast("Matches", done.value)


@dataclass(frozen=True, slots=True)
class Found:
    """A match, and how the search came to it."""

    place: Place
    end: int
    """The text position where it ends."""
    index: int
    """Which of its chapter's matches it is, from 0."""
    way: int = 1
    """1 when it was come to from before it, -1 from after it."""
    around: bool = False
    """Whether the way led round the end of the work."""


class Search:
    """The matches of some words in one work. It changes: it keeps what it has found.

    Whatever may take long is done in steps, so that keys are answered between them.
    """

    def __init__(
        self, words: str, text: Callable[[int], str], chapters: int, meant: re.Pattern[str] | None = None
    ) -> None:
        """`meant` finds in folded text what the words mean, where that is not themselves."""
        self.words = words
        self.meant = words if meant is None else meant
        self._text = text
        self._chapters = chapters
        self._found: OrderedDict[int, Matches] = OrderedDict()
        self._counts: dict[int, int] = {}

    def known(self, chapter: int) -> Matches | None:
        """The matches in a chapter; None when it was not looked through lately."""
        return self._found.get(chapter)

    def look(self, chapter: int) -> Generator[None, None, Matches]:
        """The matches in a chapter."""
        if chapter not in self._found:
            matches = yield from find_in_steps(self.meant, self._text(chapter))
            self._found[chapter] = matches
            self._counts[chapter] = len(matches)
            while len(self._found) > _CHAPTERS_KEPT:
                self._found.popitem(last=False)
        self._found.move_to_end(chapter)
        return self._found[chapter]

    def count(self) -> Generator[None, None, None]:
        """Look through the chapters that were not looked through yet."""
        for number in range(1, self._chapters + 1):
            if number not in self._counts:
                matches = yield from find_in_steps(self.meant, self._text(number))
                self._counts[number] = len(matches)
                yield

    @property
    def total(self) -> int | None:
        """How many matches the whole work has; None as long as they are not counted."""
        return sum(self._counts.values()) if len(self._counts) == self._chapters else None

    def ordinal(self, found: Found) -> int | None:
        """Which of the work's matches it is, from 1; None as long as those before it are not counted."""
        before = [self._counts.get(number) for number in range(1, found.place.chapter)]
        return None if None in before else sum(filter(None, before)) + found.index + 1

    def next(self, after: Place, step: int) -> Generator[None, None, Found | None]:
        """The match so many after a place, before it when `step` is negative; round the end of the work."""
        way, left, number, around = (1 if step > 0 else -1), abs(step), after.chapter, False
        matches = yield from self.look(number)
        behind = (bisect_right if way > 0 else bisect_left)(matches.starts, after.offset)
        ahead = len(matches) - behind if way > 0 else behind
        for _ in range(self._chapters):  # the last is the first one again, whole
            if left <= ahead:
                break
            left -= ahead
            number += way
            if not 1 <= number <= self._chapters:
                number, around = (1 if way > 0 else self._chapters), True
            if number not in self._counts:
                yield from self.look(number)
            ahead = self._counts[number]
        if left > ahead:  # more than there are, so all have been counted by now
            total = self.total
            return (yield from self.next(after, way * ((abs(step) - 1) % total + 1))) if total else None
        matches = yield from self.look(number)
        index = len(matches) - ahead + left - 1 if way > 0 else ahead - left
        return Found(Place(number, matches.starts[index]), matches.ends[index], index, way, around)
