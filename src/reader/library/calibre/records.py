"""A calibre library: its records, each one work in several files, as its `metadata.db` has them.

Source: calibre's resources/metadata_sqlite.sql and db/backend.py. Nothing is ever written: calibre may have
the library open, and a person trusts it to nobody else.
"""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from reader.library.calibre.columns import custom_facts
from reader.library.calibre.facts import Record, supplement_of
from reader.library.calibre.values import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.library.supplement import Supplement

_DATABASE = "metadata.db"
_TABLES = frozenset(
    {"books", "authors", "books_authors_link", "data", "tags", "books_tags_link", "custom_columns"}
)
_ORIGINAL = "original_"
"""What calibre puts before the format of a file it has converted into the same format."""
_FORMATS = (
    *("html", "htm", "xhtml", "zip", "htmlz", "epub", "kepub", "fb2", "fbz", "md", "markdown", "txtz", "txt"),
    *("azw3", "mobi", "azw", "prc", "pdf"),
)
"""What we read, best first. calibre stores HTML as ZIP."""
_BROKEN = (OSError, sqlite3.Error, ValueError, TypeError, OverflowError)
"""What comes of a damaged database; SQLite's own words for it may be broken UTF-8."""
_BUSY_SECONDS = 0.5
_MOST_STEPS = 200_000
"""Thousands of steps of SQLite's machine, after which a database is taken for a trap: a library of 10,000
records takes a few hundred."""


class CalibreError(Exception):
    """The library's database can't be read; the message is one line for people."""


@dataclass(frozen=True, slots=True)
class CalibreWork:
    """A record of calibre's that has files."""

    key: str
    """`calibre:<uuid>`: the same in every copy of the library."""
    title: str
    files: tuple[str, ...]
    """Paths of those that are there and that we read, best first; as `os.fsdecode` gives them."""
    missing: str
    """The path of one that is not there, where none is; empty else."""
    supplement: Supplement


def is_library(folder: str) -> bool:
    """Whether the folder's `metadata.db` is calibre's."""
    try:
        with open(os.path.join(folder, _DATABASE), "rb") as file:  # noqa: PTH118, PTH123 -- Path drops bytes
            if not file.read(16).startswith(b"SQLite format 3"):
                return False
        with closing(_open(folder)) as db:
            return _tables(db) >= _TABLES
    except _BROKEN:
        return False


def works(folder: str) -> list[CalibreWork]:
    """The works of a library in the order of its records. Raises CalibreError."""
    try:
        with closing(_open(folder)) as db:
            records = _records(db)
    except _BROKEN as error:
        raise CalibreError(f"calibre's {_DATABASE} can't be read: {line(error)}.") from error
    return [work for record in records if (work := _work(folder, record))]


def _open(folder: str) -> sqlite3.Connection:
    """The database, for reading alone.

    SQLite would make files beside one with a write-ahead log, and refuses one whose last change was broken
    off or that calibre is changing now: those are read as they lie there (`immutable`).
    """
    path = os.path.join(folder, _DATABASE)  # noqa: PTH118 -- as above
    address = f"file:{quote(os.fsencode(path))}?mode=ro"
    if not _has_log(path):
        db = _connected(address)
        try:
            _tables(db)
        except sqlite3.OperationalError:
            db.close()
        except BaseException:
            db.close()
            raise
        else:
            return db
    return _connected(address + "&immutable=1")


def _connected(address: str) -> sqlite3.Connection:
    db = sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    db.text_factory = lambda data: data.decode(errors="replace")
    steps = iter(range(_MOST_STEPS))
    db.set_progress_handler(lambda: next(steps, None) is None, 1000)
    try:
        db.execute("PRAGMA query_only = ON")
        db.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        db.close()
        raise
    return db


def _has_log(path: str) -> bool:
    """Whether the database is in the mode of a write-ahead log (SQLite file format, 1.3.3, offset 18)."""
    with open(path, "rb") as file:  # noqa: PTH123 -- as above
        return 2 in file.read(20)[18:]


def _tables(db: sqlite3.Connection) -> frozenset[str]:
    """The real tables: a view could be made to run for ever."""
    return frozenset(name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))


def _records(db: sqlite3.Connection) -> list[Record]:
    tables = _tables(db)
    fields: dict[str, dict[int, list[Any]]] = {
        name: _by_record(db, query) if needed <= tables else {} for name, needed, query in _FIELDS
    }
    custom = custom_facts(db, tables)
    rows = db.execute("SELECT id, title, series_index, path, uuid, pubdate FROM books ORDER BY id")
    return [
        Record(
            id=number,
            title=str(title or ""),
            path=str(path or ""),
            uuid=str(uuid or ""),
            published=str(published or ""),
            series_index=series_index if isinstance(series_index, int | float) else None,
            custom=custom.get(number, ()),
            **{name: found.get(number, []) for name, found in fields.items()},
        )
        for number, title, series_index, path, uuid, published in rows
        if isinstance(number, int)
    ]


_FIELDS = (
    (
        "authors",
        {"authors", "books_authors_link"},
        "SELECT l.book, v.name FROM books_authors_link l JOIN authors v ON v.id = l.author ORDER BY l.id",
    ),
    (
        "tags",
        {"tags", "books_tags_link"},
        "SELECT l.book, v.name FROM books_tags_link l JOIN tags v ON v.id = l.tag ORDER BY l.id",
    ),
    (
        "series",
        {"series", "books_series_link"},
        "SELECT l.book, v.name FROM books_series_link l JOIN series v ON v.id = l.series ORDER BY l.id",
    ),
    (
        "languages",
        {"languages", "books_languages_link"},
        "SELECT l.book, v.lang_code FROM books_languages_link l JOIN languages v ON v.id = l.lang_code",
    ),
    ("comments", {"comments"}, "SELECT book, text FROM comments"),
    ("identifiers", {"identifiers"}, "SELECT book, type, val FROM identifiers ORDER BY id"),
    ("formats", {"data"}, "SELECT book, format, name FROM data ORDER BY id"),
)
"""What a record may have several of: the tables it is in, and the query."""


def _by_record(db: sqlite3.Connection, query: str) -> dict[int, list[Any]]:
    """Values by the record's number; tuples where there are several columns."""
    found: dict[int, list[Any]] = defaultdict(list)
    for number, *values in db.execute(query):
        found[number].append(str(values[0]) if len(values) == 1 else tuple(map(str, values)))
    return found


def _work(folder: str, record: Record) -> CalibreWork | None:
    """The record with its files; None for one that has none that we could read."""
    paths = list(_paths(folder, record))
    if not paths:
        return None
    there = tuple(path for path in paths if os.path.isfile(path))  # noqa: PTH113 -- as above
    key = f"calibre:{record.uuid or record.id}"
    missing = "" if there else paths[0]
    return CalibreWork(key, record.title, there, missing, supplement_of(record, key))


def _paths(folder: str, record: Record) -> Iterator[str]:
    """Where the files of a record should be, best first; never outside the library."""
    named = {kind.lower(): name for kind, name in record.formats if not kind.lower().startswith(_ORIGINAL)}
    place = os.path.normpath(os.path.join(folder, record.path))  # noqa: PTH118 -- as above
    if not place.startswith(folder.rstrip("/") + "/"):
        return
    for kind in _FORMATS:
        name = named.get(kind, "")
        if name and "/" not in name and "\0" not in place + name:
            yield os.path.join(place, f"{name}.{kind}")  # noqa: PTH118 -- as above
