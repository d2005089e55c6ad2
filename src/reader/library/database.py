"""Asking the catalogue's database, and telling in words of people why it does not answer."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reader.library.entries import CatalogueError, DamagedError

if TYPE_CHECKING:
    from collections.abc import Iterator


_USUAL_CACHE = -2000
"""Kibibytes, with a minus: SQLite's own default."""


def rows(db: sqlite3.Connection, query: str, *values: object) -> list[tuple[Any, ...]]:
    """All rows a query gives. Raises CatalogueError."""
    try:
        return db.execute(query, values).fetchall()
    except sqlite3.Error as error:
        raise _explained(error) from error


def each_row(db: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows a query gives, one by one, so that those done with are let go. Raises CatalogueError."""
    try:
        yield from db.execute(query)
    except sqlite3.Error as error:
        raise _explained(error) from error


@contextmanager
def at_one_moment(db: sqlite3.Connection) -> Iterator[None]:
    """Several questions, answered as the database is at the first. Raises CatalogueError."""
    if db.in_transaction:
        yield
        return
    rows(db, "BEGIN")
    try:
        yield
    finally:
        rows(db, "COMMIT")


@contextmanager
def small_cache(db: sqlite3.Connection) -> Iterator[None]:
    """Read much, and nothing twice, without keeping two megabytes of it. Raises CatalogueError."""
    rows(db, "PRAGMA cache_size = -256")
    try:
        yield
    finally:
        rows(db, f"PRAGMA cache_size = {_USUAL_CACHE}")


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """A transaction: all of it, or nothing when anything is raised. Raises CatalogueError.

    Within another it is part of that one.
    """
    if db.in_transaction:
        yield
        return
    try:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
    except sqlite3.Error as error:
        raise _explained(error) from error


def data_version(db: sqlite3.Connection) -> int:
    """A number that is another one once some other connection has changed the database."""
    return int(rows(db, "PRAGMA data_version")[0][0])


def check(db: sqlite3.Connection) -> None:
    """Read every page of the database, and look whether its indexes are right. Raises DamagedError."""
    (first, *_), *_ = rows(db, "PRAGMA integrity_check(1)")
    if first != "ok":
        raise DamagedError(first)


def _explained(error: sqlite3.Error) -> CatalogueError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return DamagedError(str(error))
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return CatalogueError("The catalogue is in use by another program; try again in a moment.")
    if code == sqlite3.SQLITE_READONLY:
        return CatalogueError("The catalogue can't be written here.")
    if code == sqlite3.SQLITE_FULL:
        return CatalogueError("The disk is full.")
    return CatalogueError(f"The catalogue can't answer: {error}.")
