"""Which lines of a plain text are its chapter headings: those that count on, and no contents list."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.formats.labels import matter_role
from reader.formats.text.heading_forms import (
    CLOSED,
    LONGEST_TITLE,
    ORNAMENT,
    Family,
    Heading,
    has_title_case,
    is_text_label,
    put_together,
    read_heading,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.formats.text.paragraphs import Paragraph

_ENOUGH_WORDS = 25
"""Words that two bare numbers must have between them on average to be chapters rather than a list."""
_PAGE_NUMBER = re.compile(r"(?:\.{2,}|\s{2,}|\t|(?:\s\.){2,})\s*\d{1,4}$")
_CLEAR = frozenset({Family.CHAPTER, Family.PART})
_WORDED = _CLEAR | {Family.NAMED}


def find_headings(paragraphs: Sequence[Paragraph], *, wrapped: bool) -> list[Heading]:
    """The chapter headings in order; neither entries of a contents list nor numbers that are none.

    A heading stands alone between blank lines; where a paragraph is one line, "Chapter 3" needs none.
    """
    candidates = [
        heading
        for index, paragraph in enumerate(paragraphs)
        if (heading := read_heading(paragraph, index))
        and (_stands_alone(paragraphs, index) or (heading.family in _CLEAR and not wrapped))
    ]
    counts = _story_words(paragraphs)
    candidates = _without_contents(candidates, counts)
    chosen = _in_sequence(candidates, counts)
    return _joined_parts(_with_titles_under(chosen, paragraphs, wrapped=wrapped))


def begins_with_heading(paragraphs: Sequence[Paragraph], *, wrapped: bool) -> bool:
    """Whether the first line heads a chapter, if only in a contents list, and so is not the work's title.

    A number alone is a title unless others count on from it.
    """
    first = read_heading(paragraphs[0], 0) if paragraphs else None
    if first is None or first.family in _WORDED:
        return first is not None
    return any(heading.start == 0 for heading in find_headings(paragraphs, wrapped=wrapped))


def section_numbers(paragraphs: Sequence[Paragraph], headings: Sequence[Heading]) -> set[int]:
    """Indices of bare numbers that stand alone inside chapters with headings of another kind."""
    if not any(heading.family in _WORDED for heading in headings):
        return set()
    taken = {index for heading in headings for index in range(heading.start, heading.end)}
    return {
        index
        for index, paragraph in enumerate(paragraphs)
        if index not in taken
        and len(paragraph.text) <= 8
        and _stands_alone(paragraphs, index)
        and (found := read_heading(paragraph, index))
        and found.family in {Family.DIGITS, Family.ROMAN}
    }


def _stands_alone(paragraphs: Sequence[Paragraph], index: int) -> bool:
    before = index == 0 or paragraphs[index].gap > 0
    after = index + 1 == len(paragraphs) or paragraphs[index + 1].gap > 0
    return before and after


def _story_words(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Words before each paragraph, and after the last; told by spaces, as lists of words take a gigabyte."""
    counts = [0]
    for paragraph in paragraphs:
        counts.append(counts[-1] + paragraph.text.count(" ") + 1)
    return counts


def _without_contents(candidates: Sequence[Heading], counts: Sequence[int]) -> list[Heading]:
    """The candidates but those of a contents list: close together, and each found again further on."""
    last = {_label(candidate): candidate.start for candidate in candidates}
    kept: list[Heading] = []
    for run in _runs(candidates, counts):
        once = [candidate for candidate in run if last[_label(candidate)] == candidate.start]
        kept += once if len(run) - len(once) > 1 else run
    return [replace(candidate, text=_PAGE_NUMBER.sub("", candidate.text)) for candidate in kept]


def _runs(candidates: Sequence[Heading], counts: Sequence[int]) -> list[list[Heading]]:
    """The candidates in groups, with no story between two of the same one."""
    runs: list[list[Heading]] = []
    for candidate in candidates:
        if runs and counts[candidate.start] - counts[runs[-1][-1].end] < _ENOUGH_WORDS:
            runs[-1].append(candidate)
        else:
            runs.append([candidate])
    return runs


def _label(heading: Heading) -> tuple[Family, int | str]:
    return heading.family, heading.number if heading.number is not None else heading.text.lower().split()[0]


def _in_sequence(candidates: Sequence[Heading], counts: Sequence[int]) -> list[Heading]:
    """The candidates that count on: those in words, or else the best of the families of bare numbers."""
    worded = _worded_sequence(candidates)
    if any(heading.family is Family.CHAPTER for heading in worded):
        return worded
    chains = [
        _chain([heading for heading in candidates if heading.family is family], worded, counts)
        for family in (Family.DIGITS, Family.ROMAN, Family.SPELLED)
    ]
    best = max(chains, key=len)
    return sorted([*worded, *best], key=lambda heading: heading.start)


def _worded_sequence(candidates: Iterable[Heading]) -> list[Heading]:
    """Headings with a word for what they are, where the number follows on the one before it."""
    chosen: list[Heading] = []
    reached = {Family.CHAPTER: 0, Family.PART: 0}
    for heading in candidates:
        value = heading.number
        if heading.family is Family.NAMED:
            chosen.append(heading)
        elif heading.family in reached and value is not None:
            before = reached[heading.family]
            begins = value <= 1 and (
                before == 0 or (heading.family is Family.CHAPTER and reached[Family.PART] > 0)
            )
            if begins or before < value <= before + (5 if before else 99):
                reached[heading.family] = value
                chosen.append(heading)
    return chosen


def _chain(candidates: Sequence[Heading], worded: Sequence[Heading], counts: Sequence[int]) -> list[Heading]:
    """Bare numbers that count up from one, or from two, with enough story between; else none.

    After a heading for a part they may begin again.
    """
    chain: list[Heading] = []
    parts = [heading.start for heading in worded if heading.family is Family.PART]
    for heading in candidates:
        reached = chain[-1].number or 0 if chain else 0
        again = heading.number == 1 and any(
            chain and chain[-1].start < part < heading.start for part in parts
        )
        if heading.number == reached + 1 or again or (not chain and heading.number == 2):
            chain.append(heading)
    if len(chain) < 2:
        return []
    words = [counts[after.start] - counts[before.end] for before, after in pairwise(chain)]
    words.append(counts[-1] - counts[chain[-1].end])
    return chain if sum(words) >= _ENOUGH_WORDS * len(words) and min(words) > 0 else []


def _with_titles_under(
    headings: Sequence[Heading], paragraphs: Sequence[Paragraph], *, wrapped: bool
) -> list[Heading]:
    """The headings, with the line under a number taken for its title where most chapters have one."""
    bare = [heading for heading in headings if not heading.titled and heading.family is not Family.NAMED]
    starts = {heading.start for heading in headings}
    under = {
        heading.start
        for heading in bare
        if heading.end not in starts and _may_be_title(paragraphs, heading.end, wrapped=wrapped)
    }
    loud = {start for start in under if paragraphs[start + 1].text.isupper()}
    if len(under) * 10 < len(bare) * 6:
        under = loud
    return [
        replace(
            heading,
            end=heading.end + 1,
            text=put_together(heading.text, paragraphs[heading.end].text.strip(ORNAMENT)),
            titled=True,
        )
        if heading.start in under
        else heading
        for heading in headings
    ]


def _may_be_title(paragraphs: Sequence[Paragraph], index: int, *, wrapped: bool) -> bool:
    if index + 1 >= len(paragraphs) or not _stands_alone(paragraphs, index):
        return False
    text = paragraphs[index].text.strip(ORNAMENT)
    if not text or len(text) > LONGEST_TITLE or text.startswith(('"', "“", "'", "‘", "«")):
        return False
    if read_heading(paragraphs[index], index) or is_text_label(text) or matter_role(text):
        return False
    if len(paragraphs[index].lines) > 2 or (wrapped and len(paragraphs[index + 1].text) < len(text)):
        return False
    return not CLOSED.search(text) and has_title_case(text) and len(text.split()) <= 10


def _joined_parts(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, with one for a part put before the chapter that begins with it."""
    merged: list[Heading] = []
    for heading in headings:
        before = merged[-1] if merged else None
        if before and before.family is Family.PART and before.end == heading.start:
            text = f"{before.text} – {heading.text}"
            merged[-1] = replace(heading, start=before.start, text=text)
        else:
            merged.append(heading)
    return merged
