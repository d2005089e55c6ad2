"""What the catalogue is told of the state: in a work's row, and of the whole."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.library.database import rows, writing
from reader.library.listing import milliseconds
from reader.library.packing import pack_names, unpack_names

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


class Mirror:
    """The mirror of the state in a catalogue; it changes the database."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def tell(self, work_id: str, facts: Mirrored) -> None:
        """Note what the state says of a work; of new chapters those that are in the text in use."""
        there = {key for (key,) in _keys(self._db, work_id)} if facts.new_keys else set()
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
        with writing(self._db):
            self._db.execute(
                "UPDATE works SET status = ?, progress = ?, last_read = ?, own_tags = ?, new_chapters = ?,"
                " chosen = ?, rating = ?, times_read = ?, mirrored = NULL WHERE id = ?",
                (*values, work_id),
            )

    @property
    def sums(self) -> dict[str, int | None]:
        """For each work the checksum of what was mirrored; None where it or the text changed since."""
        return dict(rows(self._db, "SELECT id, mirrored FROM works"))

    @property
    def not_chosen(self) -> dict[str, str]:
        """The works whose text in use is not the one their reader chose, with the hash of that one's file."""
        query = "SELECT w.id, w.chosen FROM works w LEFT JOIN files u ON u.no = w.file"
        return dict(rows(self._db, f"{query} WHERE w.chosen IS NOT NULL AND w.chosen IS NOT u.sha256"))

    @property
    def stamp(self) -> str | None:
        """What `set_stamp` was last given: the stamp of the state the mirror was made from."""
        return noted(self._db, "mirror stamp")

    @property
    def place(self) -> str:
        """The place it was given with it."""
        return noted(self._db, "mirrored place") or ""

    def set_stamp(
        self, stamp: str, place: str = "", sums: Mapping[str, int | None] = MappingProxyType({})
    ) -> None:
        """Note the state the mirror was made from, the place in the work read last, and sums of works."""
        with writing(self._db):
            note(self._db, {"mirror stamp": stamp, "mirrored place": place})
            values = [(there, work_id) for work_id, there in sums.items()]
            self._db.executemany("UPDATE works SET mirrored = ? WHERE id = ?", values)


def _keys(db: sqlite3.Connection, work_id: str) -> list[tuple[str]]:
    query = "SELECT c.key FROM chapters c JOIN works w ON w.no = c.work WHERE w.id = ?"
    return [(row[0],) for row in rows(db, query, work_id)]


def new_keys(db: sqlite3.Connection, work_id: str) -> frozenset[str]:
    """The keys of a work's new chapters."""
    found = rows(db, "SELECT new_chapters FROM works WHERE id = ?", work_id)
    return frozenset(unpack_names(found[0][0])) if found else frozenset()


def noted(db: sqlite3.Connection, name: str) -> str | None:
    """What was noted of the whole catalogue under a name."""
    found = rows(db, "SELECT value FROM meta WHERE name = ?", name)
    return found[0][0] if found else None


def note(db: sqlite3.Connection, notes: Mapping[str, str]) -> None:
    """Note something of the whole catalogue."""
    with writing(db):
        db.executemany("REPLACE INTO meta (name, value) VALUES (?, ?)", notes.items())
