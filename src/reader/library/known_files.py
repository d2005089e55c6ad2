"""The files that works came in, as the catalogue knows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from reader.library.database import rows

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
