"""Whether the index for searching all texts is right, and making it anew from them.

The commands are those of SQLite's FTS5, sections 6.7 and 6.8 of its manual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.database import writing
from reader.library.entries import DamagedError

if TYPE_CHECKING:
    import sqlite3


def index_is_sound(db: sqlite3.Connection) -> bool:
    """Whether the index is whole and agrees with the texts, each word of which is read for it.

    Raises CatalogueError where the catalogue can't answer, as where it can't be written.
    """
    try:
        with writing(db):  # it changes nothing, though it is a command of one that writes
            db.execute("INSERT INTO chapter_words (chapter_words, rank) VALUES ('integrity-check', 1)")
    except DamagedError:
        return False
    return True


def make_index_anew(db: sqlite3.Connection) -> None:
    """Make it from the texts. Raises CatalogueError; the index is as it was then."""
    with writing(db):
        db.execute("INSERT INTO chapter_words (chapter_words) VALUES ('rebuild')")
