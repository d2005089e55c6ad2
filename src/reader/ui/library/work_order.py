"""The orders a list of works can be in."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from reader.ui.works.columns import ColumnKind
from reader.work.facts import TagKind
from reader.work.names import fold
from reader.work.statuses import FINISHED, STATUSES
from reader.work.tags import RATINGS, rating_letter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library.entries import Entry

_OPENING = re.compile(r"^(?:[^\w]+|(?:the|an?)\s+)+", re.IGNORECASE)
"""What a title is not sorted by: quotation marks and articles at its start."""


class WorkOrder(StrEnum):
    """What works are sorted by; the value is the word for it, in the settings as well."""

    LAST_READ = "last read"
    TITLE = "title"
    AUTHOR = "author"
    FANDOM = "fandom"
    SERIES = "series"
    RATING = "rating"
    WORDS = "words"
    CHAPTERS = "chapters"
    NEW = "new chapters"
    STATUS = "status"
    PROGRESS = "progress"
    STARS = "my rating"
    UPDATED = "updated"
    ADDED = "added"

    @property
    def descends(self) -> bool:
        """Whether the greatest comes first when nobody asked for the other way round: names begin at A."""
        return self not in _ASCENDING

    @property
    def column(self) -> ColumnKind | None:
        """The column whose head stands for it, if there is one."""
        return _COLUMNS.get(self)


_ASCENDING = {
    WorkOrder.TITLE,
    WorkOrder.AUTHOR,
    WorkOrder.FANDOM,
    WorkOrder.SERIES,
    WorkOrder.RATING,
    WorkOrder.STATUS,
}
_COLUMNS = {
    WorkOrder.LAST_READ: ColumnKind.LAST_READ,
    WorkOrder.TITLE: ColumnKind.TITLE,
    WorkOrder.AUTHOR: ColumnKind.AUTHOR,
    WorkOrder.FANDOM: ColumnKind.FANDOM,
    WorkOrder.RATING: ColumnKind.RATING,
    WorkOrder.WORDS: ColumnKind.WORDS,
    WorkOrder.CHAPTERS: ColumnKind.CHAPTERS,
    WorkOrder.STATUS: ColumnKind.STATUS,
    WorkOrder.PROGRESS: ColumnKind.PROGRESS,
    WorkOrder.UPDATED: ColumnKind.UPDATED,
}


def order_shown_in(column: ColumnKind) -> WorkOrder | None:
    """The order that a column's head stands for."""
    return next((order for order, shown in _COLUMNS.items() if shown is column), None)


def arranged(entries: Sequence[Entry], order: WorkOrder, descending: bool) -> list[int]:
    """The indexes of the entries in an order; where they are equal, and where they lack it, by title.

    What a work is sorted by and does not have (never read, no date) comes last either way. Works never read
    follow those read with the newest first, so that what was added today is near the top.
    """
    if order is WorkOrder.LAST_READ:
        return _last_read(entries, descending)
    titles = [_sortable(entry.info.title) for entry in entries]
    indexes = sorted(range(len(entries)), key=titles.__getitem__)
    if order is WorkOrder.TITLE:
        return indexes[::-1] if descending else indexes
    value_of = _VALUES[order]
    values = [value_of(entry) for entry in entries]
    having = [index for index in indexes if values[index] is not None]
    having.sort(key=values.__getitem__, reverse=descending)
    return having + [index for index in indexes if values[index] is None]


def _last_read(entries: Sequence[Entry], descending: bool) -> list[int]:
    read = [
        (entry.last_read, entry.added, index)
        for index, entry in enumerate(entries)
        if entry.last_read is not None
    ]
    rest = [(entry.added, index) for index, entry in enumerate(entries) if entry.last_read is None]
    read.sort(reverse=descending)
    rest.sort(reverse=True)
    return [index for _, _, index in read] + [index for _, index in rest]


def _sortable(text: str) -> str:
    """A title or name as it is sorted: without case, accents, and what it opens with."""
    text = fold(text)
    return _OPENING.sub("", text, count=1) or text


def _author(entry: Entry) -> str | None:
    return _sortable(entry.info.authors[0]) if entry.info.authors else None


def _fandom(entry: Entry) -> str | None:
    return next((_sortable(tag.name) for tag in entry.info.tags if tag.kind is TagKind.FANDOM), None)


def _series(entry: Entry) -> tuple[str, float] | None:
    """The first series and the place in it; a work without a number stands before the first part."""
    return next(((_sortable(part.title), part.part or 0.0) for part in entry.info.series), None)


_RATINGS = {letter: place for place, letter in enumerate(RATINGS)}


def _rating(entry: Entry) -> int | None:
    letters = (rating_letter(tag.name) for tag in entry.info.tags if tag.kind is TagKind.RATING)
    return _RATINGS.get(next(letters, None) or "")


def _chapters(entry: Entry) -> int:
    return entry.info.chapters_posted or entry.chapters


_STATUSES = {status: place for place, status in enumerate(STATUSES)}

_VALUES: dict[WorkOrder, Callable[[Entry], Any]] = {
    WorkOrder.AUTHOR: _author,
    WorkOrder.FANDOM: _fandom,
    WorkOrder.SERIES: _series,
    WorkOrder.RATING: _rating,
    WorkOrder.WORDS: lambda entry: entry.words or None,
    WorkOrder.CHAPTERS: _chapters,
    WorkOrder.NEW: lambda entry: entry.new_chapters or None,
    WorkOrder.STATUS: lambda entry: _STATUSES.get(entry.status),
    WorkOrder.PROGRESS: lambda entry: 1.0 if entry.status == FINISHED else entry.progress,
    WorkOrder.STARS: lambda entry: entry.rating,
    WorkOrder.UPDATED: lambda entry: entry.info.updated or entry.info.published,
    WorkOrder.ADDED: lambda entry: entry.added,
}
