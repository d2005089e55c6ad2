"""What the fields before a text in Markdown say of the work."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from reader.formats.addresses import identity
from reader.formats.labels import Fact, field_anywhere, label_heading
from reader.formats.markup.inline import without_controls
from reader.formats.numbers import part_number
from reader.work.model import Block, BlockKind, Role, SeriesPart, Tag, TagKind, WorkInfo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_AUTHORS = ("author", "authors", "creator", "creators", "by")
_SUMMARIES = ("summary", "description", "abstract", "blurb")
_PUBLISHED = ("published", "date", "created", "date published")
_UPDATED = ("updated", "modified", "lastmod", "last modified", "date updated", "completed")
_ADDRESSES = ("url", "source", "link", "permalink", "original")
_PARTS = ("part", "series part", "series index", "series number", "number in series")
KNOWN_KEYS = frozenset({"title", *_AUTHORS, *_SUMMARIES, *_PUBLISHED, "fandom", "tags", "rating", "language"})
"""One of these at least is in the front matter of a work."""

_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBER = re.compile(r"\d[\d,._ ]*")
_POSTED = re.compile(r"(\d+)\s*(?:/|of)\s*(\d+|\?)")
_AND = re.compile(r"\s*(?:,|;|\s&\s|\sand\s)\s*")
_ONE_OF_A_KIND = frozenset({TagKind.RATING})
_CATEGORIES = frozenset({"f/f", "f/m", "m/m", "gen", "multi", "other"})
_COMPLETE = {"complete": True, "completed": True, "finished": True, "true": True, "yes": True}
_INCOMPLETE = dict.fromkeys(
    ("wip", "in progress", "in-progress", "incomplete", "ongoing", "false", "no"), False
)


def read_facts(
    fields: Mapping[str, Sequence[str]], fallback_title: str
) -> tuple[WorkInfo, tuple[Block, ...]]:
    """The facts among the fields, and the summary to be shown before the text."""
    fields = {key: tuple(without_controls(value) for value in values) for key, values in fields.items()}
    summary = "\n".join(_first(fields, _SUMMARIES))
    url = next(iter(_first(fields, _ADDRESSES)), "")
    posted, total = _chapters(next(iter(_first(fields, ("chapters",))), ""))
    info = WorkInfo(
        id=identity(url) if "://" in url else "",
        title=next(iter(fields.get("title", ())), "") or fallback_title,
        authors=_split(_first(fields, _AUTHORS), _AND),
        tags=_tags(fields),
        series=_series(fields),
        language=next(iter(_first(fields, ("language", "lang"))), None),
        summary=summary or None,
        words=_number(next(iter(_first(fields, ("words", "word count", "wordcount"))), "")),
        chapters_posted=posted,
        chapters_total=total,
        complete=_complete(fields, posted, total),
        published=_date(_first(fields, _PUBLISHED)),
        updated=_date(_first(fields, _UPDATED)),
        url=url if "://" in url else None,
        collections=tuple(fields.get("collections", ())),
    )
    return info, _summary_blocks(summary)


def _first(fields: Mapping[str, Sequence[str]], keys: Sequence[str]) -> Sequence[str]:
    return next((fields[key] for key in keys if key in fields), ())


def _split(values: Sequence[str], between: re.Pattern[str]) -> tuple[str, ...]:
    """The names in a value; a list has been split by whoever wrote it."""
    names = between.split(values[0]) if len(values) == 1 else values
    return tuple(name.strip() for name in names if name.strip())


def _tags(fields: Mapping[str, Sequence[str]]) -> tuple[Tag, ...]:
    tags: dict[Tag, None] = {}
    for key, values in fields.items():
        kind = field_anywhere(key)
        if not isinstance(kind, TagKind):
            continue
        names = values if kind in _ONE_OF_A_KIND else _split(values, re.compile(r",\s+"))
        for name in names:
            real = kind
            if kind is TagKind.CATEGORY and name.casefold() not in _CATEGORIES:
                real = TagKind.ADDITIONAL  # what weblogs call a category
            tags[Tag(real, name)] = None
    return tuple(tags)


def _series(fields: Mapping[str, Sequence[str]]) -> tuple[SeriesPart, ...]:
    titles = [
        value for key, values in fields.items() if field_anywhere(key) is Fact.SERIES for value in values
    ]
    part = _NUMBER.match(next(iter(_first(fields, _PARTS)), ""))
    if len(titles) == 1 and part:
        return (SeriesPart(titles[0], part_number(part[0].replace(",", "").replace("_", "").rstrip(". "))),)
    return tuple(SeriesPart(title) for title in titles)


def _number(text: str) -> int | None:
    found = _NUMBER.fullmatch(text)
    digits = re.sub(r"\D", "", found[0]) if found else ""
    return int(digits) if 0 < len(digits) < 12 else None


def _chapters(text: str) -> tuple[int | None, int | None]:
    found = _POSTED.fullmatch(text)
    return (_number(found[1]), _number(found[2])) if found else (_number(text), None)


def _complete(fields: Mapping[str, Sequence[str]], posted: int | None, total: int | None) -> bool | None:
    said = next(iter(_first(fields, ("status", "complete", "completed"))), "").casefold()
    known = (_COMPLETE | _INCOMPLETE).get(said)
    return posted == total if known is None and total else known


def _date(values: Sequence[str]) -> date | None:
    found = _DATE.match(values[0]) if values else None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _summary_blocks(summary: str) -> tuple[Block, ...]:
    if not summary:
        return ()
    paragraphs = (" ".join(line.split()) for line in summary.split("\n"))
    blocks = [Block(BlockKind.PARAGRAPH, line, role=Role.SUMMARY) for line in paragraphs if line]
    return (label_heading("Summary", Role.SUMMARY), *blocks)
