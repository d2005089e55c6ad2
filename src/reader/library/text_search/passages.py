"""The passages of a text in which words were found: which there are, which tell most, how they are shown."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Span = tuple[int, int]
"""Where something begins and ends in a text, in code points."""
_PASSAGE = 120
"""Code points from the first match of a passage to where the next passage may begin."""
_SPACES = re.compile(r"\s+")
_MARKED = re.compile("\x02([^\x03]*)\x03")


@dataclass(frozen=True, slots=True)
class Reach:
    """How much of the text is shown around a match: code points before it and from its start on, at most."""

    before: int
    after: int


BRIEF = Reach(before=40, after=80)


@dataclass(frozen=True, slots=True)
class TextMatch:
    """A passage with a match, or with several close together."""

    chapter: int
    """From 1."""
    offset: int
    """The text position of the first match."""
    length: int
    """Code points of the first match."""
    excerpt: str
    """The text around it in one line, an ellipsis where it is cut."""
    marks: tuple[Span, ...]
    """Where matches are in the excerpt, those of other passages too."""
    first: int
    """Which of the marks is the first match of the passage, from 0."""
    matches: int
    """How many matches the passage has."""


def without_marks(text: str) -> tuple[str, list[Span]]:
    """A text in which matches stand between the characters 2 and 3, as it is without them, and the matches.

    No text of the catalogue holds such characters itself.
    """
    spans = []
    for count, found in enumerate(_MARKED.finditer(text)):
        start = found.start() - 2 * count
        spans.append((start, start + len(found[1])))
    return text.replace("\x02", "").replace("\x03", ""), spans


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """Matches of a text that stand close together."""

    matches: range
    """Which of them, counted from 0."""
    told: int
    """How many different words of what was sought are among them."""


def passages(text: str, spans: Sequence[Span]) -> list[Passage]:
    """The matches of a text in the passages they make, in order."""
    found = []
    first = 0
    while first < len(spans):
        end = bisect_left(spans, (spans[first][0] + _PASSAGE, 0), first + 1)
        words = {text[start:finish].casefold() for start, finish in spans[first:end]}
        found.append(Passage(range(first, end), len(words)))
        first = end
    return found


def most_telling(found: Sequence[Passage], number: int | None) -> Sequence[Passage]:
    """The passages in which most of what was sought comes together, so many, in their order; None is all."""
    if number is None or len(found) <= number:
        return found
    chosen = set(sorted(found, key=lambda passage: -passage.told)[:number])
    return [passage for passage in found if passage in chosen]


def shown(chapter: int, text: str, spans: Sequence[Span], passage: Passage, reach: Reach) -> TextMatch:
    """A passage with what stands around it, cut between words, in one line."""
    start, end = spans[passage.matches.start]
    first, last = _cut(text, start, end, reach)
    begun = bisect_left(spans, (first, 0))
    pieces = ["…"] if first else []
    length, marks, done = len(pieces), [], first
    for begin, finish in spans[begun:]:
        if finish > last:
            break
        for piece in (_line(text[done:begin]), _line(text[begin:finish])):
            pieces.append(piece)
            length += len(piece)
        marks.append((length - len(pieces[-1]), length))
        done = finish
    pieces += [_line(text[done:last]).rstrip(), "…" if last < len(text) else ""]
    of_passage = (passage.matches.start - begun, len(passage.matches))
    return TextMatch(chapter, start, end - start, "".join(pieces), tuple(marks), *of_passage)


def _cut(text: str, start: int, end: int, reach: Reach) -> Span:
    """Where an excerpt begins and ends: at the edge of a word, where there is one in reach."""
    first, last = max(0, start - reach.before), min(len(text), max(end, start + reach.after))
    if first and not text[first - 1].isspace():
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    while first < start and text[first].isspace():
        first += 1
    if last < len(text) and not text[last].isspace():
        space = text.rfind(" ", end, last)
        last = space if space >= 0 else last
    return first, last


def _line(text: str) -> str:
    return _SPACES.sub(" ", text)
