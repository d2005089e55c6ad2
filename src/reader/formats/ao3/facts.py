"""What AO3 writes beside its labels, in its HTML and flattened to text: stats, address, standing phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.formats.dates import read_date
from reader.formats.numbers import whole_number

if TYPE_CHECKING:
    from datetime import date

    from reader.work.model import WorkInfo

_STAT = re.compile(r"(Published|Updated|Completed|Words|Chapters):\s*([\d,.?/-]+)")
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
        published=read_date(found.get("Published", "")),
        updated=read_date(found.get("Completed") or found.get("Updated") or ""),
        words=whole_number(found.get("Words", "")),
        posted=whole_number(posted),
        total=whole_number(total),
    )


def with_stats(info: WorkInfo, stats: Stats) -> WorkInfo:
    """The facts with the figures."""
    return info._replace(
        words=stats.words,
        chapters_posted=stats.posted,
        chapters_total=stats.total,
        complete=stats.complete,
        published=stats.published,
        updated=stats.updated,
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
