"""Works laid by before they are taken out of the catalogue, to be put back as they were, text and all.

They are in temporary tables, which SQLite keeps on disk and drops with the connection. From the files they
could not always be had again: a file may be gone, and its text kept in the catalogue alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.database import rows, writing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_KEY_OF_WORK = {"works": "no", "files": "work", "chapters": "work"}
"""The tables that hold what belongs to a work, and the column of each that has its number."""


class LaidBy:
    """The works laid by over one connection. It changes them, and the catalogue when they are put back."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def lay(self, work_ids: Iterable[str]) -> None:
        """Keep works as they are, instead of as they were laid by before. Raises CatalogueError."""
        ids = [(work_id,) for work_id in work_ids]
        with writing(self._db):
            for table, key in _KEY_OF_WORK.items():
                # `owner`, since the number of a work that is gone may be that of another by and by
                self._db.execute(
                    f"CREATE TEMP TABLE IF NOT EXISTS {table}_laid AS"
                    f" SELECT '' AS owner, * FROM {table} LIMIT 0"
                )
                self._db.execute(f"CREATE INDEX IF NOT EXISTS temp.{table}_owner ON {table}_laid (owner)")
                self._db.executemany(f"DELETE FROM {table}_laid WHERE owner = ?", ids)
                self._db.executemany(
                    f"INSERT INTO {table}_laid SELECT w.id, t.* FROM {table} t JOIN works w ON w.no = t.{key}"
                    " WHERE w.id = ? ORDER BY t.no",
                    ids,
                )

    def put_back(self, work_ids: Iterable[str]) -> None:
        """Put works back, but for those that have come back by another way. Raises CatalogueError."""
        with writing(self._db):
            for work_id in work_ids:
                is_there = rows(self._db, "SELECT 1 FROM works WHERE id = ?", work_id)
                if not is_there and rows(self._db, "SELECT 1 FROM works_laid WHERE owner = ?", work_id):
                    self._put_back(work_id)

    def _put_back(self, work_id: str) -> None:
        taken = "EXISTS (SELECT 1 FROM works w WHERE w.no = l.no)"
        row = {"no": f"CASE WHEN {taken} THEN NULL ELSE l.no END", "file": "NULL"}
        work_no = self._copy("works", work_id, row)
        self._copy("chapters", work_id, {"no": "NULL", "work": str(work_no)})
        ((in_use,),) = rows(self._db, "SELECT file FROM works_laid WHERE owner = ?", work_id)
        for (no,) in rows(self._db, "SELECT no FROM files_laid WHERE owner = ? ORDER BY no", work_id):
            elsewhere = "EXISTS (SELECT 1 FROM files f WHERE f.path = l.path)"
            path = f"CASE WHEN {elsewhere} THEN NULL ELSE l.path END"
            row = {"no": "NULL", "work": str(work_no), "path": path}
            new_no = self._copy("files", work_id, row, f"AND l.no = {no}")
            if no == in_use:
                self._db.execute("UPDATE works SET file = ? WHERE no = ?", (new_no, work_no))

    def _copy(self, table: str, work_id: str, instead: dict[str, str], condition: str = "") -> int:
        """Copy rows of a work that were laid by, some columns changed; the number of the last one."""
        columns = rows(self._db, "SELECT name FROM pragma_table_info(?)", table)
        values = ", ".join(instead.get(name, f"l.{name}") for (name,) in columns)
        copied = self._db.execute(
            f"INSERT INTO {table} SELECT {values} FROM {table}_laid l"
            f" WHERE l.owner = ? {condition} ORDER BY l.no",
            (work_id,),
        )
        return int(copied.lastrowid or 0)
