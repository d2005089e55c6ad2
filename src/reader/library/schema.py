"""The catalogue's database: its tables, and opening it quickly, made anew where it can't be used."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from reader.library.entries import CatalogueError

if TYPE_CHECKING:
    from pathlib import Path

VERSION = 6
"""Raised with every change of the tables, the codec or what formats read, so that catalogues are rebuilt."""

_APPLICATION = 0x52454144
_BUSY_SECONDS = 10.0
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
"""Codes of errors that come before anything is read where the journal can't be made."""

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- A list of 10,000 works loads several times faster from one row a work than from joined tables: names are
-- packed in a column, tags as numbers of the table `tags` in the source's order (see codec.py). `chosen` is
-- the hash of the file whose text the reader wants; it and `status` to `times_read` mirror the state, and
-- `mirrored` is the checksum of what was mirrored, null where something has changed since.
CREATE TABLE works (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    file INTEGER REFERENCES files (no) DEFERRABLE INITIALLY DEFERRED,
    added INTEGER NOT NULL,
    title TEXT NOT NULL,
    authors TEXT NOT NULL,
    tags BLOB NOT NULL,
    series TEXT,
    language TEXT,
    words INTEGER,
    counted INTEGER NOT NULL,
    chapters INTEGER NOT NULL,
    chapters_posted INTEGER,
    chapters_total INTEGER,
    complete INTEGER,
    published INTEGER,
    updated INTEGER,
    url TEXT,
    collections TEXT,
    repaired INTEGER NOT NULL,
    status TEXT,
    progress REAL,
    last_read INTEGER,
    own_tags TEXT,
    new_chapters TEXT,
    chosen TEXT,
    rating INTEGER,
    times_read INTEGER,
    mirrored INTEGER,
    summary TEXT
);
CREATE INDEX works_last_read ON works (last_read) WHERE last_read IS NOT NULL;
-- With every file that goes, SQLite asks which work is read from it.
CREATE INDEX works_file ON works (file);

CREATE TABLE tags (
    no INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (kind, name)
);

-- `updated`, `chapters` and `words` are those of the text in the file; `supplement` is what is known of the
-- work from beside the file.
CREATE TABLE files (
    no INTEGER PRIMARY KEY,
    work INTEGER NOT NULL REFERENCES works (no) ON DELETE CASCADE,
    path BLOB UNIQUE,
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER,
    modified INTEGER,
    missing INTEGER NOT NULL DEFAULT 0,
    supplement TEXT,
    updated INTEGER,
    chapters INTEGER NOT NULL DEFAULT 0,
    words INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX files_work ON files (work);
CREATE INDEX files_sha256 ON files (sha256);

-- The long columns are last, so that an outline does not walk through them. `signs` is the text once more,
-- with spaces around characters that are written without any, null where it has none (see unspaced.py).
CREATE TABLE chapters (
    no INTEGER PRIMARY KEY,
    work INTEGER NOT NULL REFERENCES works (no) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    key TEXT NOT NULL,
    repaired INTEGER NOT NULL,
    length INTEGER NOT NULL,
    story_length INTEGER NOT NULL,
    words INTEGER NOT NULL,
    paragraphs INTEGER NOT NULL,
    digest TEXT NOT NULL,
    blocks BLOB NOT NULL,
    text TEXT NOT NULL,
    signs TEXT,
    UNIQUE (work, number)
);
CREATE INDEX chapters_digest ON chapters (digest) WHERE number <= 3;

-- Without an index of its own, a beginning of one letter gathers the places of up to an eighth of all words
-- with each question: 0.2 s in 100 MB of text. The index takes 16 MB of the 167 there; for two letters it
-- would be 20 more.
CREATE VIRTUAL TABLE chapter_words USING fts5 (
    text, signs, content = 'chapters', content_rowid = 'no', prefix = '1',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);
CREATE TRIGGER chapter_added AFTER INSERT ON chapters BEGIN
    INSERT INTO chapter_words (rowid, text, signs) VALUES (new.no, new.text, new.signs);
END;
CREATE TRIGGER chapter_removed AFTER DELETE ON chapters BEGIN
    INSERT INTO chapter_words (chapter_words, rowid, text, signs)
    VALUES ('delete', old.no, old.text, old.signs);
END;
"""


class _Unusable(Exception):  # noqa: N818 -- never leaves this file
    """The file is no catalogue of this version."""


def connect(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection to the catalogue at `path`, and whether the catalogue was made anew.

    What can't be used (damaged, of another version, no database at all) is set aside beside it, the one set
    aside before it replaced. A catalogue that can only be read is opened for reading.
    Raises CatalogueError.
    """
    try:
        try:
            return _open(path)
        except _Unusable:
            set_aside(path)
            return _open(path)
    except (sqlite3.Error, _Unusable, OSError) as error:
        raise CatalogueError(f"The catalogue {path} can't be opened: {error}.") from error


def _open(path: Path) -> tuple[sqlite3.Connection, bool]:
    db = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        return db, _prepare(db)
    except sqlite3.DatabaseError as error:
        db.close()
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
            raise _Unusable(str(error)) from error
        if error.sqlite_errorcode & 0xFF in _UNWRITABLE:
            return _open_for_reading(path, error), False
        raise
    except _Unusable:
        db.close()
        raise


def _prepare(db: sqlite3.Connection) -> bool:
    """Make the connection ready; True when there was nothing yet and the tables were made."""
    fresh = False
    if _version(db) != VERSION:
        _refuse_other_tables(db)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("BEGIN IMMEDIATE")  # two processes may both find nothing
        if _version(db) != VERSION:
            for statement in _statements():
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {_APPLICATION}")
            db.execute(f"PRAGMA user_version = {VERSION}")
            fresh = True
        db.execute("COMMIT")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = NORMAL")
    return fresh


def _refuse_other_tables(db: sqlite3.Connection) -> None:
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and _version(db) != VERSION:  # asked again: another process may just have made them
        raise _Unusable("made by another version of Reader")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _statements() -> list[str]:
    statements, begun = [], ""
    for line in _TABLES.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            statements.append(begun)
            begun = ""
    return statements


def _open_for_reading(path: Path, error: sqlite3.DatabaseError) -> sqlite3.Connection:
    """As it is on a disk that can't be written, or is full; what is still in the journal is not seen then."""
    if not path.is_file():
        raise error
    uri = path.absolute().as_uri() + "?mode=ro&immutable=1"
    db = sqlite3.connect(uri, uri=True, isolation_level=None)
    if _version(db) != VERSION:
        db.close()
        raise error
    db.execute("PRAGMA query_only = ON")
    return db


def set_aside(path: Path) -> None:
    """Put a catalogue that nobody has open beside its place, instead of the one put there before.

    Raises OSError.
    """
    aside = path.with_name(path.name + ".set-aside")
    path.replace(aside)
    for ending in ("-wal", "-shm"):  # left behind, a journal would be played into the new catalogue
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + ending).replace(aside.with_name(aside.name + ending))
