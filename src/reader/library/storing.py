"""Writing a work into the catalogue: which entry it belongs to, whether its text is taken, and the rows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reader.library.codec import encode_blocks, pack_names, pack_numbers, pack_series
from reader.library.identity import Version, is_newer, is_stable, is_update, shrinks
from reader.library.outcomes import Change, Outcome
from reader.work.story import story_length, story_paragraphs, story_words

if TYPE_CHECKING:
    import sqlite3

    from reader.work.model import Chapter, Tag, Work, WorkInfo


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The file a work was read from."""

    path: bytes | None
    format: str
    sha256: str
    size: int | None = None
    modified: int | None = None
    """Nanoseconds since 1970."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A work's row, as far as storing asks for it."""

    no: int
    id: str
    version: Version
    file: int | None
    sha256: str | None


def store(
    db: sqlite3.Connection, work: Work, file: FileFacts, *, added: int, replace: bool = False
) -> Outcome:
    """Store a work within the transaction under way. `added`: milliseconds since 1970.

    `replace` takes the text whatever it is beside the one in use: the same file read in another way.
    """
    counted = sum(map(story_words, work.chapters))
    version = Version(work.info.updated, len(work.chapters), work.info.words or counted)
    at_path = _work_at(db, file.path)
    known = _work_of(db, work.info.id)
    former = None
    if known is None and at_path and is_update(at_path.id, work.info.id):
        known = at_path
        if is_stable(work.info.id):
            former = known.id
            db.execute("UPDATE works SET id = ? WHERE no = ?", (work.info.id, known.no))
    if known is None:
        return _add(db, work, file, counted=counted, added=added)
    work_id = work.info.id if former else known.id
    in_place = at_path is not None and at_path.no == known.no and _file_in_use_is_at(db, known, file.path)
    file_no = place_file(db, known.no, file)
    if not replace:
        kept = _reason_to_keep(version, known, file, in_place=in_place)
        if kept is not None:
            return Outcome(Change.SAME, work_id, former_id=former, kept=kept)
    _update_facts(db, known.no, work.info, len(work.chapters), counted, repaired=_repaired(work))
    db.execute("UPDATE works SET file = ? WHERE no = ?", (file_no, known.no))
    db.execute("DELETE FROM chapters WHERE work = ?", (known.no,))
    _add_chapters(db, known.no, work)
    new = max(0, version.chapters - known.version.chapters)
    return Outcome(Change.UPDATED, work_id, new_chapters=new, former_id=former)


def _reason_to_keep(version: Version, known: _Known, file: FileFacts, *, in_place: bool) -> str | None:
    """Why the text in use stays ("" where there is nothing to say), None where it gives way."""
    if file.sha256 == known.sha256:
        return ""
    if shrinks(version, known.version):
        return "shorter"
    if is_newer(version, known.version, in_place=in_place):
        return None
    return "" if (version == known.version) else "older"


def place_file(db: sqlite3.Connection, work_no: int, file: FileFacts) -> int:
    """The row of a file of a work, made or brought up to date. A path belongs to one file: the last there."""
    row = db.execute(
        "SELECT no FROM files WHERE work = ? AND sha256 = ? AND (path IS ? OR path IS NULL)"
        " ORDER BY path IS NULL",
        (work_no, file.sha256, file.path),
    ).fetchone()
    if file.path is not None:
        db.execute(
            "UPDATE files SET path = NULL, missing = 0 WHERE path = ? AND no IS NOT ?",
            (file.path, row[0] if row else None),
        )
    facts = (file.path, file.size, file.modified)
    if row:
        db.execute(
            "UPDATE files SET path = ?, size = ?, modified = ?, missing = 0 WHERE no = ?", (*facts, row[0])
        )
        return int(row[0])
    inserted = db.execute(
        "INSERT INTO files (path, size, modified, work, format, sha256) VALUES (?, ?, ?, ?, ?, ?)",
        (*facts, work_no, file.format, file.sha256),
    )
    return int(inserted.lastrowid or 0)


_KNOWN = """
    SELECT w.no, w.id, w.updated, w.chapters, coalesce(w.words, w.counted), w.file, u.sha256
    FROM works w LEFT JOIN files u ON u.no = w.file
"""


def _work_of(db: sqlite3.Connection, work_id: str) -> _Known | None:
    return _known(db.execute(_KNOWN + "WHERE w.id = ?", (work_id,)).fetchone())


def _work_at(db: sqlite3.Connection, path: bytes | None) -> _Known | None:
    query = _KNOWN + "JOIN files f ON f.work = w.no WHERE f.path = ?"
    return _known(db.execute(query, (path,)).fetchone()) if path is not None else None


def _known(row: tuple[int, str, int | None, int, int, int | None, str | None] | None) -> _Known | None:
    if row is None:
        return None
    no, work_id, updated, chapters, words, file, sha256 = row
    version = Version(date.fromordinal(updated) if updated else None, chapters, words)
    return _Known(no, work_id, version, file, sha256)


def _file_in_use_is_at(db: sqlite3.Connection, known: _Known, path: bytes | None) -> bool:
    row = db.execute("SELECT path FROM files WHERE no = ?", (known.file,)).fetchone()
    return row is not None and row[0] == path


def _add(db: sqlite3.Connection, work: Work, file: FileFacts, *, counted: int, added: int) -> Outcome:
    inserted = db.execute(
        "INSERT INTO works (id, added, title, authors, tags, counted, chapters, repaired)"
        " VALUES (?, ?, '', '', x'', 0, 0, 0)",
        (work.info.id, added),
    )
    no = int(inserted.lastrowid or 0)
    _update_facts(db, no, work.info, len(work.chapters), counted, repaired=_repaired(work))
    db.execute("UPDATE works SET file = ? WHERE no = ?", (place_file(db, no, file), no))
    _add_chapters(db, no, work)
    return Outcome(Change.ADDED, work.info.id, new_chapters=len(work.chapters))


def _update_facts(
    db: sqlite3.Connection, no: int, info: WorkInfo, chapters: int, counted: int, *, repaired: bool
) -> None:
    facts = {
        "title": info.title,
        "authors": pack_names(info.authors),
        "tags": pack_numbers([_tag_number(db, tag) for tag in info.tags]),
        "series": pack_series(info.series),
        "language": info.language,
        "words": info.words,
        "counted": counted,
        "chapters": chapters,
        "chapters_posted": info.chapters_posted,
        "chapters_total": info.chapters_total,
        "complete": info.complete,
        "published": info.published.toordinal() if info.published else None,
        "updated": info.updated.toordinal() if info.updated else None,
        "url": info.url,
        "collections": pack_names(info.collections) or None,
        "repaired": repaired,
        "summary": info.summary,
    }
    columns = ", ".join(f"{name} = ?" for name in facts)
    db.execute(f"UPDATE works SET {columns} WHERE no = ?", (*facts.values(), no))


def _tag_number(db: sqlite3.Connection, tag: Tag) -> int:
    values = (tag.kind.value, tag.name)
    row = db.execute("SELECT no FROM tags WHERE kind = ? AND name = ?", values).fetchone()
    if row:
        return int(row[0])
    return int(db.execute("INSERT INTO tags (kind, name) VALUES (?, ?)", values).lastrowid or 0)


def _add_chapters(db: sqlite3.Connection, work_no: int, work: Work) -> None:
    db.executemany(
        "INSERT INTO chapters (work, number, title, key, repaired, length, story_length, words, paragraphs,"
        " digest, blocks, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(work_no, *_chapter_row(chapter)) for chapter in work.chapters],
    )


def _chapter_row(chapter: Chapter) -> tuple[object, ...]:
    text, story = chapter.text, _story(chapter)
    return (
        chapter.number,
        chapter.title,
        chapter.key,
        chapter.repaired,
        len(text),
        story_length(chapter),
        story_words(chapter),
        story_paragraphs(chapter),
        hashlib.blake2b(" ".join(story.casefold().split()).encode(), digest_size=16).hexdigest(),
        encode_blocks(chapter.blocks),
        text,
    )


def _story(chapter: Chapter) -> str:
    return "\n".join([block.text for block in chapter.story()])


def _repaired(work: Work) -> bool:
    return any(chapter.repaired for chapter in work.chapters)
