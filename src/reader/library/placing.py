"""The rows of the files a work came in: one for each place, kept when another file takes the place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.library.identity import Version

if TYPE_CHECKING:
    import sqlite3


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


def place_file(db: sqlite3.Connection, work_no: int, file: FileFacts, version: Version, *, added: int) -> int:
    """The row of a file of a work, made or brought up to date. `added`: milliseconds since 1970.

    A path belongs to one file, the last there; the row of the one before stays, without a path.
    """
    row = db.execute(
        "SELECT no FROM files WHERE work = ? AND sha256 = ? AND (path IS ? OR path IS NULL)"
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


def place_known_file(db: sqlite3.Connection, work_no: int, file: FileFacts, *, added: int) -> None:
    """Note one more place of a file whose text is known from another; nothing where it is not."""
    known = db.execute(
        "SELECT updated, chapters, words, supplement FROM files WHERE work = ? AND sha256 = ? LIMIT 1",
        (work_no, file.sha256),
    ).fetchone()
    if known is not None:
        *version, supplement = known
        place_file(db, work_no, replace(file, supplement=supplement), Version.stored(*version), added=added)


def forget_file(db: sqlite3.Connection, work_id: str, sha256: str) -> None:
    """Take out the row of a file that is at no place any more and does not give the text."""
    db.execute(
        "DELETE FROM files WHERE sha256 = ? AND (path IS NULL OR missing) AND no IN"
        " (SELECT f.no FROM files f JOIN works w ON w.no = f.work WHERE w.id = ? AND f.no IS NOT w.file)",
        (sha256, work_id),
    )
