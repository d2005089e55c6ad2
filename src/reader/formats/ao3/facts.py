"""What AO3 writes beside its labels: stats, series, addresses; in its HTML and flattened to text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reader.formats.numbers import part_number, whole_number
from reader.work.model import SeriesPart

if TYPE_CHECKING:
    from collections.abc import Iterable


_STAT = re.compile(r"(Published|Updated|Completed|Words|Chapters):\s*([\d,.?/-]+)")
_PART = re.compile(r"(?:^|,\s*)Part\s+(\d+(?:\.\d+)?)\s+of\s+", re.IGNORECASE)
_PART_BEFORE = re.compile(r"\bPart\s+(\d+(?:\.\d+)?)\s+of\s*$", re.IGNORECASE)
_POSTED = re.compile(r"Posted originally on the .{1,80}? at\s+(https?://\S+?/works/\d+)", re.DOTALL)
_NOTES_LINK = re.compile(
    r"\(?See the end of the (?:work|chapter) for "
    r"(?:more )?(?:notes(?: and other works.{1,30})?|other works.{1,30})\.?\)?",
    re.IGNORECASE,
)
_PLEA = re.compile(
    r"Please drop by the .{1,80}?\bto let the (?:author|creator)s? know if you enjoyed", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stats:
    """The figures of a work. None where the file does not say."""

    published: date | None = None
    updated: date | None = None
    words: int | None = None
    posted: int | None = None
    total: int | None = None

    @property
    def complete(self) -> bool | None:
        """Whether every chapter that was announced is posted.

        The word "Completed" says nothing: it only appears when the last chapter came later than the first.
        """
        return None if self.posted is None else self.posted == self.total


def read_stats(text: str) -> Stats:
    """The figures in the text of the "Stats" field; a figure that can't be understood is left out."""
    found = dict(_STAT.findall(text))
    posted, _, total = found.get("Chapters", "").partition("/")
    return Stats(
        published=_date(found.get("Published", "")),
        updated=_date(found.get("Completed") or found.get("Updated") or ""),
        words=whole_number(found.get("Words", "")),
        posted=whole_number(posted),
        total=whole_number(total),
    )


def read_series(text: str, links: Iterable[tuple[str, str]] = ()) -> tuple[SeriesPart, ...]:
    """The series in the text of the "Series" field: "Part 2 of The Harbour Years, Part 1 of Salt".

    `links` are the titles and addresses found in it, in order: with them a title may hold anything, without
    them one that itself holds ", Part 2 of" would be taken for two.
    """
    parts = []
    rest = " ".join(text.split())
    for title, url in links:
        name = " ".join(title.split())
        if name:
            before, _, rest = rest.partition(name)
            part = _PART_BEFORE.search(before)
            parts.append(SeriesPart(name, part_number(part[1]) if part else None, url))
    if parts:
        return tuple(parts)
    pieces = _PART.split(rest)
    return tuple(
        SeriesPart(name.strip(" ,"), part_number(part))
        for part, name in zip(pieces[1::2], pieces[2::2], strict=True)
    )


def posted_url(text: str) -> str:
    """The work's address in the line "Posted originally on the Archive of Our Own at …", else empty."""
    found = _POSTED.search(text)
    return found[1] if found else ""


def is_notes_link(text: str) -> bool:
    """Whether a line is "See the end of the chapter for more notes"."""
    return _NOTES_LINK.fullmatch(" ".join(text.split())) is not None


def is_comment_plea(text: str) -> bool:
    """Whether a line is the afterword's request to comment, which is no part of the work."""
    return _PLEA.match(" ".join(text.split())) is not None


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
