"""The rows of the files that works came in: one for each place, kept when another file takes the place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from reader.library.database import rows
from reader.library.identity import Version

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FILES = """
    SELECT w.id, f.path, f.format, f.sha256, f.size, f.modified, f.no = w.file, f.missing,
        f.supplement, f.updated, f.chapters, f.words, f.added
    FROM files f JOIN works w ON w.no = f.work
"""


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file a work came in."""

    work_id: str
    path: bytes | None
    format: str
    sha256: str
    size: int | None
    """In bytes; with `modified`, what it was when it was last read."""
    modified: int | None
    """Nanoseconds since 1970."""
    in_use: bool
    """Whether the work's text is from this file."""
    missing: bool = False
    """Whether it was gone when it was last looked for."""
    supplement: str | None = None
    """What was known of the work from beside the file, as it was given."""
    updated: date | None = None
    """When the text in it was last updated, as far as it says."""
    chapters: int = 0
    words: int = 0
    added: datetime = EPOCH
    """When it was taken in."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The file a work was read from."""

    path: bytes | None
    format: str
    sha256: str
    size: int | None = None
    modified: int | None = None
    """Nanoseconds since 1970."""
    supplement: str | None = None
    """What is known of the work from beside the file."""


def files_of(db: sqlite3.Connection, work_id: str | None) -> list[KnownFile]:
    """The files of one work, or for None of all, in the order in which they came."""
    condition, values = ("WHERE w.id = ?", (work_id,)) if work_id else ("", ())
    return [_known_file(row) for row in rows(db, f"{_FILES} {condition} ORDER BY f.no", *values)]


def file_at(db: sqlite3.Connection, path: bytes) -> KnownFile | None:
    """The file last read from a path."""
    found = rows(db, f"{_FILES} WHERE f.path = ?", path)
    return _known_file(found[0]) if found else None


def _known_file(row: Sequence[Any]) -> KnownFile:
    work_id, path, file_format, sha256, size, modified, in_use, missing = row[:8]
    supplement, updated, chapters, words, added = row[8:]
    return KnownFile(
        work_id,
        path,
        file_format,
        sha256,
        size,
        modified,
        bool(in_use),
        bool(missing),
        supplement,
        date.fromordinal(updated) if updated else None,
        chapters,
        words,
        datetime.fromtimestamp(added / 1000, UTC),
    )


def place_file(db: sqlite3.Connection, work_no: int, file: FileFacts, version: Version, *, added: int) -> int:
    """The row of a file of a work, made or brought up to date. `added`: milliseconds since 1970.

    A path belongs to one file, the last there; the row of the one before stays, without a path.
    """
    row = db.execute(  # "+": not by the index of paths, which would find the pathless files of every work
        "SELECT no FROM files WHERE work = ? AND sha256 = ? AND (+path IS ? OR +path IS NULL)"
        " ORDER BY path IS NULL",
        (work_no, file.sha256, file.path),
    ).fetchone()
    no = row[0] if row else None
    if file.path is not None:
        db.execute(
            "UPDATE files SET path = NULL, missing = 0 WHERE path = ? AND no IS NOT ?", (file.path, no)
        )
    if no is None:
        inserted = db.execute(
            "INSERT INTO files (work, format, sha256, added) VALUES (?, ?, ?, ?)",
            (work_no, file.format, file.sha256, added),
        )
        no = int(inserted.lastrowid or 0)
    updated = version.updated.toordinal() if version.updated else None
    db.execute(
        "UPDATE files SET path = ?, size = ?, modified = ?, missing = 0, supplement = ?, updated = ?,"
        " chapters = ?, words = ? WHERE no = ?",
        (file.path, file.size, file.modified, file.supplement, updated, version.chapters, version.words, no),
    )
    return int(no)


def place_known_file(
    db: sqlite3.Connection, work_id: str, file: FileFacts, *, added: int, instead_of: bytes | None = None
) -> None:
    """Note one more place of a file whose text is known from another; nothing where it is not.

    `instead_of` is where it was and is no more.
    """
    row = db.execute("SELECT no FROM works WHERE id = ?", (work_id,)).fetchone()
    if row is None:
        return
    if instead_of is not None:
        moved = (file.path, instead_of)
        db.execute("UPDATE files SET path = NULL WHERE path = ?", moved[:1])
        db.execute("UPDATE files SET path = ?, missing = 0 WHERE path = ?", moved)
    known = db.execute(
        "SELECT updated, chapters, words, supplement FROM files WHERE work = ? AND sha256 = ? LIMIT 1",
        (row[0], file.sha256),
    ).fetchone()
    if known is not None:
        *version, supplement = known
        place_file(db, row[0], replace(file, supplement=supplement), Version.stored(*version), added=added)


def forget_file(db: sqlite3.Connection, work_id: str, sha256: str) -> None:
    """Take out the row of a file that is at no place any more and does not give the text."""
    db.execute(
        "DELETE FROM files WHERE sha256 = ? AND (path IS NULL OR missing) AND no IN"
        " (SELECT f.no FROM files f JOIN works w ON w.no = f.work WHERE w.id = ? AND f.no IS NOT w.file)",
        (sha256, work_id),
    )
