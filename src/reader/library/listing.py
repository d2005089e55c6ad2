"""Rows of the catalogue as the entries of a list. Written for lists of ten thousand."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from datetime import UTC, date, datetime
from sys import intern
from typing import TYPE_CHECKING, Any

from reader.library.database import at_one_moment, each_row, rows, small_cache
from reader.library.entries import Entry
from reader.library.packing import unpack_names, unpack_numbers, unpack_series
from reader.work.facts import Tag, TagKind, WorkInfo
from reader.work.statuses import UNREAD

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

COLUMNS = """
    SELECT w.id, w.title, w.authors, w.tags, w.series, w.language, w.summary, w.words, w.chapters_posted,
        w.chapters_total, w.complete, w.published, w.updated, w.url, w.collections,
        f.path, f.format, f.sha256, w.added, w.counted, w.chapters, w.repaired, f.missing,
        w.status, w.progress, w.last_read, w.own_tags, w.new_chapters, w.chosen,
        w.rating, w.times_read
    FROM works w LEFT JOIN files f ON f.no = w.file
"""
_OF_SOURCE = 15
"""Columns of what the source says, which come first."""
_BRIEF_COLUMNS = COLUMNS.replace("w.summary", "NULL").replace("w.url", "NULL").replace("f.sha256", "NULL")
_SUMMARIES = 100
"""So many are read in one go: in two milliseconds, with what else is done to them."""
_KINDS = {kind.value: kind for kind in TagKind}


def milliseconds(moment: datetime) -> int:
    """A moment as the catalogue keeps it: milliseconds since 1970."""
    return round(moment.timestamp() * 1000)


def _moment(value: int) -> datetime:
    return datetime.fromtimestamp(value / 1000, UTC)


def every(db: sqlite3.Connection, *, brief: bool = False) -> list[Entry]:
    """Every work, in the order in which they were added; `brief` as `made_brief` makes them."""
    columns = _BRIEF_COLUMNS if brief else COLUMNS
    with collector_paused(), at_one_moment(db), small_cache(db):
        tags: list[Tag] = []
        for number, kind, name in each_row(db, "SELECT no, kind, name FROM tags ORDER BY no"):
            tags += [Tag(_KINDS[kind], name)] * (number + 1 - len(tags))  # there are few gaps, if any
        return _entries(each_row(db, f"{columns} ORDER BY w.no"), tags.__getitem__)


def some(db: sqlite3.Connection, condition: str, *values: object) -> list[Entry]:
    """The few works of a condition, for which no more tags than theirs are read."""
    found = rows(db, f"{COLUMNS} {condition}", *values)
    numbers = {number for row in found for number in unpack_numbers(row[3])}
    marks = ", ".join("?" * len(numbers))
    tags = rows(db, f"SELECT no, kind, name FROM tags WHERE no IN ({marks})", *numbers)
    return _entries(found, {number: Tag(_KINDS[kind], name) for number, kind, name in tags}.__getitem__)


def summaries(db: sqlite3.Connection, work_ids: Sequence[str]) -> Iterator[str | None]:
    """The summaries of these works; None for one that has none."""
    for start in range(0, len(work_ids), _SUMMARIES):
        ids = work_ids[start : start + _SUMMARIES]
        marks = ", ".join("?" * len(ids))
        with small_cache(db):
            known = dict(rows(db, f"SELECT id, summary FROM works WHERE id IN ({marks})", *ids))
        yield from map(known.get, ids)


def made_brief(entry: Entry) -> Entry:
    """An entry without summary, address and hash, a third of what a list of ten thousand takes."""
    return entry._replace(info=entry.info._replace(summary=None, url=None), sha256="")


def _entries(rows: Iterable[Sequence[Any]], tag_of: Callable[[int], Tag]) -> list[Entry]:
    """The entries of `COLUMNS` rows; `tag_of` gives their tags by number.

    Rows that come one by one leave no second list beside the entries.
    """
    with collector_paused():
        made = _Shared(tag_of)
        return [made.entry(row) for row in rows]


@contextmanager
def collector_paused() -> Iterator[None]:
    """Make many lasting objects without the garbage collector going over all of them time and again.

    It is half the time of a list of ten thousand.
    """
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


class _Shared:
    """Makes entries that share what is equal in many: of ten thousand that saves a tenth of the memory.

    It changes: it knows what it made.
    """

    def __init__(self, tag_of: Callable[[int], Tag]) -> None:
        self._tag_of = tag_of
        self._names: dict[str, tuple[str, ...]] = {}
        self._days: dict[int, date] = {}
        self._moments: dict[int, datetime] = {}

    def _names_of(self, packed: str) -> tuple[str, ...]:
        names = self._names.get(packed)
        if names is None:
            names = self._names[packed] = tuple(map(intern, unpack_names(packed)))
        return names

    def _day(self, ordinal: int | None) -> date | None:
        if not ordinal:
            return None
        day = self._days.get(ordinal)
        if day is None:
            day = self._days[ordinal] = date.fromordinal(ordinal)
        return day

    def _moment(self, value: int) -> datetime:
        moment = self._moments.get(value)
        if moment is None:
            moment = self._moments[value] = _moment(value)
        return moment

    def _info(self, columns: Sequence[Any]) -> WorkInfo:
        """What the source says."""
        (
            work_id, title, authors, tags, series, language, summary, words, posted, total, complete,
            published, updated, url, collections,
        ) = columns  # fmt: skip
        return WorkInfo(
            work_id,
            title,
            self._names_of(authors),
            tuple(map(self._tag_of, unpack_numbers(tags))),
            unpack_series(series) if series else (),
            intern(language) if language else language,
            summary,
            words,
            posted,
            total,
            None if complete is None else bool(complete),
            self._day(published),
            self._day(updated),
            url,
            self._names_of(collections) if collections else (),
        )

    def entry(self, row: Sequence[Any]) -> Entry:
        """The entry of one row."""
        info = self._info(row[:_OF_SOURCE])
        (
            path, file_format, sha256, added, counted, chapters, repaired, missing, status, progress,
            last_read, own_tags, new_chapters, chosen, rating, times_read,
        ) = row[_OF_SOURCE:]  # fmt: skip
        return Entry(
            info,
            None if path is None else os.fsdecode(path),
            intern(file_format or ""),
            sha256 or "",
            self._moment(added),
            counted if info.words is None else info.words,
            chapters,
            bool(repaired),
            bool(missing),
            intern(status or UNREAD),
            progress,
            _moment(last_read) if last_read is not None else None,
            self._names_of(own_tags) if own_tags else (),
            unpack_names(new_chapters) if new_chapters else (),
            chosen,
            rating,
            times_read or 0,
        )
