"""The chapters of a work as the catalogue gives them out again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.library.database import rows
from reader.library.entries import CatalogueError, ChapterInfo

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container


def outline(db: sqlite3.Connection, work_id: str, new: Container[str]) -> tuple[ChapterInfo, ...]:
    """The chapters of a work in order, without their text; `new` are the keys of those that are new."""
    found = rows(
        db,
        "SELECT c.number, c.title, c.key, c.length, c.story_length, c.words, c.paragraphs, c.digest"
        " FROM chapters c JOIN works w ON w.no = c.work WHERE w.id = ? ORDER BY c.number",
        work_id,
    )
    return tuple([ChapterInfo(*(*row, row[2] in new)) for row in found])


def of_chapter(db: sqlite3.Connection, columns: str, work_id: str, number: int) -> tuple[Any, ...]:
    """Columns of one chapter, counted from 1. Raises CatalogueError when there is none."""
    found = rows(
        db,
        f"SELECT c.{columns} FROM chapters c JOIN works w ON w.no = c.work WHERE w.id = ? AND c.number = ?",
        work_id,
        number,
    )
    if not found:
        raise CatalogueError(f"There is no chapter {number} of {work_id} in the catalogue.")
    return found[0]
