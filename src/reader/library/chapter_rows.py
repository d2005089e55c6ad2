"""The rows of a work's chapters: made from its text, and looked at when another version of it comes."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING, Any

from reader.library.codec import encode_blocks
from reader.library.text_search.unspaced import is_unspaced, spread
from reader.work.chapter_matching import VersionChapter
from reader.work.story import story_length, story_paragraphs, story_words

if TYPE_CHECKING:
    import sqlite3

    from reader.work.model import Chapter, Work

FIRST_CHAPTERS = 3
"""By the text of one of these a work without an id of its own is known; the index of digests is of these."""
_NO_BREAK_SPACE = "\xa0".encode()
_WHITE_SPACE = b" \t\n\r\v\f"
_TELLING_WORDS = 30
"""Words that a chapter must have for another of the same text to be no chance."""


def add_chapters(db: sqlite3.Connection, work_no: int, work: Work) -> int:
    """Store the chapters of a work that has none; how many words its story has."""
    rows = [_row(chapter) for chapter in work.chapters]
    db.executemany(
        "INSERT INTO chapters (work, number, title, key, repaired, length, story_length, words, paragraphs,"
        " digest, blocks, text, signs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(work_no, *row) for row in rows],
    )
    return sum(row[_WORDS] for row in rows)


_WORDS = 6
"""Where the words are in a row."""


def _row(chapter: Chapter) -> tuple[Any, ...]:
    text = chapter.text
    return (
        chapter.number,
        chapter.title,
        chapter.key,
        chapter.repaired,
        len(text),
        story_length(chapter),
        story_words(chapter),
        story_paragraphs(chapter),
        _digest(chapter),
        encode_blocks(chapter.blocks),
        text,
        spread(text) if is_unspaced(text) else None,
    )


def _digest(chapter: Chapter) -> str:
    """A hash of the story without regard to white space and to the case of plain letters."""
    story = "".join([block.text for block in chapter.story()]).encode()
    bare = story.lower().replace(_NO_BREAK_SPACE, b"").translate(None, _WHITE_SPACE)
    return hashlib.blake2b(bare, digest_size=16).hexdigest()


def works_with_text(db: sqlite3.Connection, work: Work) -> list[int]:
    """The numbers of the works that begin as this one does, with text enough for that to be no chance."""
    digests = [_digest(chapter) for chapter in work.chapters[:FIRST_CHAPTERS]]
    marks = ", ".join("?" * len(digests))
    found = db.execute(
        f"SELECT DISTINCT work FROM chapters WHERE digest IN ({marks}) AND number <= {FIRST_CHAPTERS}"
        f" AND words >= {_TELLING_WORDS} ORDER BY work",
        digests,
    )
    return [int(no) for (no,) in found]


def version_chapters(work: Work) -> list[VersionChapter]:
    """The chapters of a work that was just read, to be matched."""
    return [VersionChapter(c.key, c.title, _digest(c), partial(_text, c)) for c in work.chapters]


def _text(chapter: Chapter) -> str:
    return chapter.text


def kept_chapters(db: sqlite3.Connection, work_no: int) -> list[VersionChapter]:
    """The chapters of the text in use, to be matched."""
    rows = db.execute(
        "SELECT key, title, digest, no FROM chapters WHERE work = ? ORDER BY number", (work_no,)
    )
    return [
        VersionChapter(key, title, digest, partial(_kept_text, db, no)) for key, title, digest, no in rows
    ]


def _kept_text(db: sqlite3.Connection, no: int) -> str:
    return str(db.execute("SELECT text FROM chapters WHERE no = ?", (no,)).fetchone()[0])
