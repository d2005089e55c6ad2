"""A small calibre library in a folder, with the tables calibre makes that tell of works.

Source: calibre's resources/metadata_sqlite.sql, and `create_custom_column` in db/backend.py.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_TABLES = """
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE, sort TEXT COLLATE NOCASE,
    link TEXT NOT NULL DEFAULT '', UNIQUE(name));
CREATE TABLE books (id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL DEFAULT 'Unknown' COLLATE NOCASE, sort TEXT COLLATE NOCASE,
    timestamp TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    pubdate TIMESTAMP DEFAULT CURRENT_TIMESTAMP, series_index REAL NOT NULL DEFAULT 1.0,
    author_sort TEXT COLLATE NOCASE, path TEXT NOT NULL DEFAULT '', uuid TEXT, has_cover BOOL DEFAULT 0,
    last_modified TIMESTAMP NOT NULL DEFAULT '2000-01-01 00:00:00+00:00');
CREATE TABLE books_authors_link (id INTEGER PRIMARY KEY, book INTEGER NOT NULL, author INTEGER NOT NULL,
    UNIQUE(book, author));
CREATE TABLE books_languages_link (id INTEGER PRIMARY KEY, book INTEGER NOT NULL, lang_code INTEGER NOT NULL,
    item_order INTEGER NOT NULL DEFAULT 0, UNIQUE(book, lang_code));
CREATE TABLE books_ratings_link (id INTEGER PRIMARY KEY, book INTEGER NOT NULL, rating INTEGER NOT NULL,
    UNIQUE(book, rating));
CREATE TABLE books_series_link (id INTEGER PRIMARY KEY, book INTEGER NOT NULL, series INTEGER NOT NULL,
    UNIQUE(book));
CREATE TABLE books_tags_link (id INTEGER PRIMARY KEY, book INTEGER NOT NULL, tag INTEGER NOT NULL,
    UNIQUE(book, tag));
CREATE TABLE comments (id INTEGER PRIMARY KEY, book INTEGER NOT NULL, text TEXT NOT NULL COLLATE NOCASE,
    UNIQUE(book));
CREATE TABLE custom_columns (id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, name TEXT NOT NULL,
    datatype TEXT NOT NULL, mark_for_delete BOOL DEFAULT 0 NOT NULL, editable BOOL DEFAULT 1 NOT NULL,
    display TEXT DEFAULT '{}' NOT NULL, is_multiple BOOL DEFAULT 0 NOT NULL, normalized BOOL NOT NULL,
    UNIQUE(label));
CREATE TABLE data (id INTEGER PRIMARY KEY, book INTEGER NOT NULL, format TEXT NOT NULL COLLATE NOCASE,
    uncompressed_size INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE(book, format));
CREATE TABLE identifiers (id INTEGER PRIMARY KEY, book INTEGER NOT NULL,
    type TEXT NOT NULL DEFAULT 'isbn' COLLATE NOCASE, val TEXT NOT NULL COLLATE NOCASE, UNIQUE(book, type));
CREATE TABLE languages (id INTEGER PRIMARY KEY, lang_code TEXT NOT NULL COLLATE NOCASE,
    link TEXT NOT NULL DEFAULT '', UNIQUE(lang_code));
CREATE TABLE library_id (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL, UNIQUE(uuid));
CREATE TABLE preferences (id INTEGER PRIMARY KEY, key TEXT NOT NULL, val TEXT NOT NULL, UNIQUE(key));
CREATE TABLE series (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE, sort TEXT COLLATE NOCASE,
    link TEXT NOT NULL DEFAULT '', UNIQUE(name));
CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE, link TEXT NOT NULL DEFAULT '',
    UNIQUE(name));
"""
_TYPES = {"rating": "INT", "int": "INT", "float": "REAL", "datetime": "timestamp", "bool": "BOOL"}
_NOT_NORMALISED = ("datetime", "comments", "int", "bool", "float", "composite")
NO_DATE = "0101-01-01 00:00:00+00:00"


@dataclass(frozen=True)
class Column:
    """A column that a person added."""

    label: str
    datatype: str
    multiple: bool = False


@dataclass(frozen=True)
class CalibreRecord:
    """A work as calibre keeps it."""

    title: str = "The Salt Road"
    authors: Sequence[str] = ("marrowlight",)
    """As calibre stores them: "|" for a comma."""
    files: Mapping[str, bytes | None] = field(default_factory=lambda: {"TXT": b"Once there was a road."})
    """By format; None for one whose file is gone."""
    tags: Sequence[str] = ()
    series: str = ""
    series_index: float = 1.0
    languages: Sequence[str] = ()
    comments: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    pubdate: str = NO_DATE
    custom: Mapping[str, object] = field(default_factory=dict)
    """By label; a list for several values, a pair of name and index for a series."""
    uuid: str = ""
    path: str | None = None
    """Of its folder; made of author and title where none is given, as calibre does."""


def make_library(folder: Path, *records: CalibreRecord, columns: Sequence[Column] = ()) -> Path:
    """The library with these records, made or, where it is there, with its database made anew."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "metadata.db").unlink(missing_ok=True)
    with closing(sqlite3.connect(folder / "metadata.db")) as db:
        db.executescript(_TABLES)
        for column in columns:
            _add_column(db, column)
        numbers = {column.label: (number, column) for number, column in enumerate(columns, 1)}
        for number, record in enumerate(records, 1):
            place = _add_record(db, number, record)
            for label, value in record.custom.items():
                _add_custom(db, number, *numbers[label], value)
            _write_files(folder / place, record)
        db.commit()
    (folder / "metadata_db_prefs_backup.json").write_text(
        json.dumps({"virtual_libraries": {"none": "tags:x"}})
    )
    for name in (".caltrash", ".calnotes"):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "gone.txt").write_text("This was deleted.")
    return folder


def file_name(record: CalibreRecord) -> str:
    """What its files are called without their endings."""
    return f"{record.title} - {record.authors[0]}"


def _add_record(db: sqlite3.Connection, number: int, record: CalibreRecord) -> str:
    place = f"{record.authors[0]}/{record.title} ({number})" if record.path is None else record.path
    uuid = record.uuid or f"0a1b2c3d-0000-4000-8000-{number:012}"
    db.execute(
        "INSERT INTO books (id, title, pubdate, series_index, path, uuid) VALUES (?, ?, ?, ?, ?, ?)",
        (number, record.title, record.pubdate, record.series_index, place, uuid),
    )
    for table, link, column, value, names in (
        ("authors", "books_authors_link", "author", "name", record.authors),
        ("tags", "books_tags_link", "tag", "name", record.tags),
        ("series", "books_series_link", "series", "name", [record.series] if record.series else []),
        ("languages", "books_languages_link", "lang_code", "lang_code", record.languages),
    ):
        for name in names:
            db.execute(f"INSERT OR IGNORE INTO {table} ({value}) VALUES (?)", (name,))
            db.execute(
                f"INSERT INTO {link} (book, {column}) SELECT ?, id FROM {table} WHERE {value} = ?",
                (number, name),
            )
    if record.comments:
        db.execute("INSERT INTO comments (book, text) VALUES (?, ?)", (number, record.comments))
    for kind, value in record.identifiers.items():
        db.execute("INSERT INTO identifiers (book, type, val) VALUES (?, ?, ?)", (number, kind, value))
    for kind, data in record.files.items():
        row = (number, kind, len(data or b""), file_name(record))
        db.execute("INSERT INTO data (book, format, uncompressed_size, name) VALUES (?, ?, ?, ?)", row)
    return place


def _add_column(db: sqlite3.Connection, column: Column) -> None:
    normalised = column.datatype not in _NOT_NORMALISED
    inserted = db.execute(
        "INSERT INTO custom_columns (label, name, datatype, is_multiple, normalized) VALUES (?, ?, ?, ?, ?)",
        (column.label, column.label.title(), column.datatype, column.multiple, normalised),
    )
    table, kind = f"custom_column_{inserted.lastrowid}", _TYPES.get(column.datatype, "TEXT")
    if not normalised:
        db.execute(
            f"CREATE TABLE {table} (id INTEGER PRIMARY KEY AUTOINCREMENT, book INTEGER,"
            f" value {kind} NOT NULL, UNIQUE(book))"
        )
        return
    extra = "extra REAL, " if column.datatype == "series" else ""
    db.execute(
        f"CREATE TABLE {table} (id INTEGER PRIMARY KEY AUTOINCREMENT, value {kind} NOT NULL,"
        " link TEXT NOT NULL DEFAULT '', UNIQUE(value))"
    )
    db.execute(
        f"CREATE TABLE books_{table}_link (id INTEGER PRIMARY KEY AUTOINCREMENT, book INTEGER NOT NULL,"
        f" value INTEGER NOT NULL, {extra}UNIQUE(book, value))"
    )


def _add_custom(db: sqlite3.Connection, record: int, number: int, column: Column, given: object) -> None:
    table = f"custom_column_{number}"
    if column.datatype in _NOT_NORMALISED:
        db.execute(f"INSERT INTO {table} (book, value) VALUES (?, ?)", (record, given))
        return
    for value in given if isinstance(given, list) else [given]:
        name, extra = value if isinstance(value, tuple) else (value, None)
        db.execute(f"INSERT OR IGNORE INTO {table} (value) VALUES (?)", (name,))
        more = (", extra", ", ?", (extra,)) if column.datatype == "series" else ("", "", ())
        db.execute(
            f"INSERT INTO books_{table}_link (book, value{more[0]}) SELECT ?, id{more[1]} FROM {table}"
            " WHERE value = ?",
            (record, *more[2], name),
        )


def _write_files(folder: Path, record: CalibreRecord) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cover.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "metadata.opf").write_text("<package/>")
    for kind, data in record.files.items():
        if data is not None:
            (folder / f"{file_name(record)}.{kind.lower()}").write_bytes(data)
