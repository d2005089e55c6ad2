"""What the entries of FanFicFare's title page say of a work: typed tags, dates, figures, series."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reader.formats.addresses import identity
from reader.formats.fanficfare.labels import Entry, meaning_of
from reader.formats.labels import label_heading
from reader.formats.numbers import part_number, whole_number
from reader.work.model import Block, BlockKind, Role, SeriesPart, Tag, TagKind, WorkInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.formats.fanficfare.entries import TitleEntry

CATEGORIES = frozenset({"F/F", "F/M", "Gen", "M/M", "Multi", "Other"})
"""AO3's, which FanFicFare puts among the genres."""
_MOST_PARTS = 8
"""Of a name at its commas."""
_SERIES_PART = re.compile(r"(?P<title>.*\S)\s*\[(?P<part>\d+(?:\.\d+)?)\]")
STATUSES = {
    "completed": True,
    "complete": True,
    "finished": True,
    "in-progress": False,
    "in progress": False,
    "incomplete": False,
    "ongoing": False,
    "hiatus": False,
    "on hiatus": False,
    "dropped": False,
    "abandoned": False,
}
"""Whether a work of that status, in lower case, is complete."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BIG_ENDIAN = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_SPELLED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[ .-]+)?(?P<month>[A-Za-z]{3,9})\.?[ -]+"
    r"(?:(?P<later_day>\d{1,2})(?:st|nd|rd|th)?,?[ -]+)?(?P<year>\d{4})"
)
_SHORT = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")


def read_info(
    entries: Sequence[TitleEntry],
    *,
    title: str,
    authors: tuple[str, ...],
    url: str,
    known: Iterable[str] = (),
) -> WorkInfo:
    """The facts in the entries. `known` are whole names, by which one that holds commas is told."""
    names = frozenset(known)
    by_meaning: dict[Entry, TitleEntry] = {}
    for entry in entries:
        meaning = meaning_of(entry.label)
        if isinstance(meaning, Entry):
            by_meaning.setdefault(meaning, entry)
    said = {meaning: entry.text for meaning, entry in by_meaning.items()}
    url = url or said.get(Entry.STORY_URL, "")
    posted, total = read_chapters(said.get(Entry.CHAPTERS, ""))
    complete = STATUSES.get(said.get(Entry.STATUS, "").lower())
    summary = by_meaning.get(Entry.SUMMARY)
    return WorkInfo(
        id=identity(url),
        title=title or said.get(Entry.TITLE, ""),
        authors=authors or tuple(split_names(said.get(Entry.AUTHOR, ""), names)),
        tags=tuple(dict.fromkeys(_tags(entries, names))),
        series=tuple(_series(entries)),
        language=said.get(Entry.LANGUAGE),
        summary="\n".join(block.text for block in summary.blocks if block.text) or None if summary else None,
        words=whole_number(said.get(Entry.WORDS, "")),
        chapters_posted=posted,
        chapters_total=total or whole_number(said.get(Entry.TOTAL, "")) or (posted if complete else None),
        complete=complete,
        published=read_date(said.get(Entry.PUBLISHED, "")),
        updated=read_date(said.get(Entry.UPDATED, "")),
        url=url or None,
        collections=tuple(split_names(said.get(Entry.COLLECTIONS, ""), names)),
    )


def read_front(entries: Sequence[TitleEntry]) -> Iterator[Block]:
    """What is to be shown before the text: summary, notes, and entries that nothing else is made of."""
    for entry in entries:
        meaning = meaning_of(entry.label)
        if meaning in (Entry.SUMMARY, Entry.NOTES):
            role = Role.SUMMARY if meaning is Entry.SUMMARY else Role.NOTES
            yield label_heading(entry.label, role)
            yield from (replace(block, role=role) for block in entry.blocks)
        elif meaning is None:
            yield Block(BlockKind.PARAGRAPH, f"{entry.label}: {entry.text}", role=Role.PREFACE)


def split_names(value: str, known: frozenset[str]) -> Iterator[str]:
    """The names that were joined by ", "; what is known to be one stays one."""
    parts = value.split(", ")
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + _MOST_PARTS), at, -1):
            name = ", ".join(parts[at:end]).strip()
            if end == at + 1 or name in known:
                if name:
                    yield name
                at = end
                break


def read_chapters(text: str) -> tuple[int | None, int | None]:
    """How many chapters there are and how many there will be, from "9" or AO3's "3/?"."""
    posted, _, total = text.partition("/")
    return whole_number(posted), whole_number(total)


def read_date(text: str) -> date | None:
    """The day in a text in any order that leaves no doubt; FanFicFare's users choose the format."""
    found = _BIG_ENDIAN.search(text)
    if found:
        return _date(found[1], found[2], found[3])
    found = _SPELLED.search(text)
    if found:
        day, month = found["day"] or found["later_day"] or "", found["month"][:3].lower()
        return _date(found["year"], _MONTHS.index(month) + 1, day) if month in _MONTHS else None
    found = _SHORT.search(text)
    if found:
        first, second = int(found[1]), int(found[3])
        if first > 12 or first == second:
            return _date(found[4], second, first)
        return _date(found[4], first, second) if second > 12 else None
    return None


def _tags(entries: Sequence[TitleEntry], names: frozenset[str]) -> Iterator[Tag]:
    for entry in entries:
        kind = meaning_of(entry.label)
        if not isinstance(kind, TagKind):
            continue
        for name in (entry.text,) if kind is TagKind.RATING else split_names(entry.text, names):
            category = kind is TagKind.ADDITIONAL and name in CATEGORIES
            yield Tag(TagKind.CATEGORY if category else kind, name)


def _series(entries: Sequence[TitleEntry]) -> Iterator[SeriesPart]:
    for entry in entries:
        if meaning_of(entry.label) is Entry.SERIES:
            url = entry.links[0][1] if entry.links else ""
            found = _SERIES_PART.fullmatch(entry.text)
            part = part_number(found["part"]) if found else None
            yield SeriesPart(found["title"] if found else entry.text, part, url)


def _date(year: str, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
