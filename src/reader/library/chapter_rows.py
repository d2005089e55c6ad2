"""The rows of a work's chapters: written, and looked at when another version of it comes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.library.packed_works import PackedChapter

if TYPE_CHECKING:
    import sqlite3

    from reader.library.packed_works import PackedWork
    from reader.work.chapter_matching import VersionChapter

FIRST_CHAPTERS = 3
"""By the text of one of these a work without an id of its own is known; the index of digests is of these."""
_TELLING_WORDS = 30
"""Words that a chapter must have for another of the same text to be no chance."""


def add_chapters(db: sqlite3.Connection, work_no: int, work: PackedWork) -> None:
    """Store the chapters of a work that has none."""
    columns = ", ".join(PackedChapter._fields)
    marks = ", ".join("?" * len(PackedChapter._fields))
    db.executemany(
        f"INSERT INTO chapters (work, {columns}) VALUES (?, {marks})",
        [(work_no, *chapter) for chapter in work.chapters],
    )


def works_with_text(db: sqlite3.Connection, work: PackedWork) -> list[int]:
    """The numbers of the works that begin as this one does, with text enough for that to be no chance."""
    digests = [chapter.digest for chapter in work.chapters[:FIRST_CHAPTERS]]
    marks = ", ".join("?" * len(digests))
    found = db.execute(
        f"SELECT DISTINCT work FROM chapters WHERE digest IN ({marks}) AND number <= {FIRST_CHAPTERS}"
        f" AND words >= {_TELLING_WORDS} ORDER BY work",
        digests,
    )
    return [int(no) for (no,) in found]


def version_chapters(work: PackedWork) -> list[VersionChapter]:
    """The chapters of a work that was just read, to be matched."""
    from reader.work.chapter_matching import VersionChapter  # most works are new

    return [VersionChapter(c.key, c.title, c.digest, partial(_text, c)) for c in work.chapters]


def _text(chapter: PackedChapter) -> str:
    return chapter.text


def kept_chapters(db: sqlite3.Connection, work_no: int) -> list[VersionChapter]:
    """The chapters of the text in use, to be matched."""
    from reader.work.chapter_matching import VersionChapter  # as above

    rows = db.execute(
        "SELECT key, title, digest, no FROM chapters WHERE work = ? ORDER BY number", (work_no,)
    )
    return [
        VersionChapter(key, title, digest, partial(_kept_text, db, no)) for key, title, digest, no in rows
    ]


def _kept_text(db: sqlite3.Connection, no: int) -> str:
    return str(db.execute("SELECT text FROM chapters WHERE no = ?", (no,)).fetchone()[0])
