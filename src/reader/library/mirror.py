"""What the catalogue is told of the state: in a work's row, and of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.library.codec import pack_names, unpack_names
from reader.library.database import rows, writing
from reader.library.listing import milliseconds

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from datetime import datetime


class Mirrored(NamedTuple):
    """What lists show of the state of one work."""

    status: str | None
    progress: float | None
    last_read: datetime | None
    own_tags: tuple[str, ...] = ()
    new_keys: tuple[str, ...] = ()
    chosen: str | None = None
    rating: int | None = None
    times_read: int = 0


def mirror(db: sqlite3.Connection, work_id: str, facts: Mirrored) -> None:
    """Note what the state says of a work; of new chapters those that are in the text in use."""
    there = {key for (key,) in _keys(db, work_id)} if facts.new_keys else set()
    values = (
        facts.status,
        facts.progress,
        milliseconds(facts.last_read) if facts.last_read else None,
        pack_names(facts.own_tags) or None,
        pack_names(key for key in facts.new_keys if key in there) or None,
        facts.chosen,
        facts.rating,
        facts.times_read or None,
    )
    with writing(db):
        db.execute(
            "UPDATE works SET status = ?, progress = ?, last_read = ?, own_tags = ?, new_chapters = ?,"
            " chosen = ?, rating = ?, times_read = ?, mirrored = NULL WHERE id = ?",
            (*values, work_id),
        )


def _keys(db: sqlite3.Connection, work_id: str) -> list[tuple[str]]:
    query = "SELECT c.key FROM chapters c JOIN works w ON w.no = c.work WHERE w.id = ?"
    return [(row[0],) for row in rows(db, query, work_id)]


def new_keys(db: sqlite3.Connection, work_id: str) -> frozenset[str]:
    """The keys of a work's new chapters."""
    found = rows(db, "SELECT new_chapters FROM works WHERE id = ?", work_id)
    return frozenset(unpack_names(found[0][0])) if found else frozenset()


def sums(db: sqlite3.Connection) -> dict[str, int | None]:
    """For each work the checksum of what was mirrored of it; None where it has to be looked at again."""
    return dict(rows(db, "SELECT id, mirrored FROM works"))


def noted(db: sqlite3.Connection, name: str) -> str | None:
    """What was noted of the whole catalogue under a name."""
    found = rows(db, "SELECT value FROM meta WHERE name = ?", name)
    return found[0][0] if found else None


def note(
    db: sqlite3.Connection, notes: Mapping[str, str], of_works: Mapping[str, int | None] | None = None
) -> None:
    """Note something of the whole catalogue, and with it checksums of what was mirrored of works."""
    with writing(db):
        db.executemany("REPLACE INTO meta (name, value) VALUES (?, ?)", notes.items())
        values = [(checksum, work_id) for work_id, checksum in (of_works or {}).items()]
        db.executemany("UPDATE works SET mirrored = ? WHERE id = ?", values)
