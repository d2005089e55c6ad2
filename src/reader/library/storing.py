"""Writing a work into the catalogue: which entry it belongs to, whether its text is taken, and the rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reader.library.chapter_rows import add_chapters, kept_chapters, version_chapters, works_with_text
from reader.library.file_rows import FileFacts, place_file
from reader.library.identity import Verdict, Version, compare, is_better_id, is_stable, is_update
from reader.library.outcomes import Change, Outcome
from reader.library.packing import pack_names, pack_numbers, pack_series
from reader.work.titles import folded

if TYPE_CHECKING:
    import sqlite3

    from reader.library.packed_works import PackedWork
    from reader.work.model import Tag, WorkInfo


@dataclass(frozen=True, slots=True)
class _Known:
    """A work's row, as far as storing asks for it."""

    no: int
    id: str
    version: Version
    sha256: str | None
    """Of the file in use, as are the next two."""
    path: bytes | None
    supplement: str | None
    chosen: str | None

    @property
    def is_chosen(self) -> bool:
        """Whether the text in use is the one the reader asked for."""
        return self.chosen is not None and self.chosen == self.sha256


def store(
    db: sqlite3.Connection, work: PackedWork, file: FileFacts, *, added: int, replace: bool = False
) -> Outcome:
    """Store a work within the transaction under way. `added`: milliseconds since 1970.

    `replace` takes the text whatever it is beside the one in use: the same file read in another way, or the
    one the reader chose.
    """
    version = version_of(work, file.format)
    known = _find(db, work, file)
    if known is None:
        return _add(db, work, file, version, added=added)
    work_id, former = known.id, None
    if is_better_id(work.info.id, known.id):
        work_id, former = work.info.id, known.id
        db.execute("UPDATE works SET id = ? WHERE no = ?", (work_id, known.no))
    file_no = place_file(db, known.no, file, version, added=added)
    if file.sha256 == known.sha256 and not replace:
        if file.supplement != known.supplement:
            _update_facts(db, known.no, work.info)
            db.execute("UPDATE works SET mirrored = NULL WHERE no = ?", (known.no,))
        return Outcome(Change.SAME, work_id, former_id=former)
    in_place = file.path is not None and file.path == known.path
    verdict = Verdict.NEWER if replace else _verdict(db, work, version, known, in_place=in_place)
    if known.is_chosen and not in_place and not replace:
        return _kept(work_id, former, "chosen" if verdict.takes_over else "", verdict)
    if not verdict.takes_over:
        return _kept(
            work_id, former, verdict.value, verdict, max(0, known.version.chapters - version.chapters)
        )
    outcome = _changes(db, work, known, verdict, work_id)
    _take_text(db, known.no, work, file_no)
    follows = known.is_chosen and not replace
    if follows:
        db.execute("UPDATE works SET chosen = ? WHERE no = ?", (file.sha256, known.no))
    return outcome._replace(former_id=former, chosen=follows)


def version_of(work: PackedWork, file_format: str) -> Version:
    """What tells the text of a work from an older one."""
    return Version(work.info.updated, len(work.chapters), work.info.words or work.words, file_format)


def _verdict(
    db: sqlite3.Connection, work: PackedWork, version: Version, known: _Known, *, in_place: bool
) -> Verdict:
    lost = partial(_lost, db, work, known.no)
    verdict = compare(version, known.version, in_place=in_place, lost=lost)
    if verdict is Verdict.OLDER and in_place and known.is_chosen:  # the reader wants what is in this file
        return Verdict.NEWER
    return verdict


def _kept(work_id: str, former: str | None, why: str, verdict: Verdict, fewer: int = 0) -> Outcome:
    """The outcome where the text in use stays."""
    same = verdict in (Verdict.SAME, Verdict.BETTER)
    said = "" if same else why
    return Outcome(Change.SAME, work_id, former_id=former, kept=said, fewer=fewer, another=same)


def _lost(db: sqlite3.Connection, work: PackedWork, no: int) -> bool:
    """Whether a chapter of the text in use is nowhere in the new one."""
    from reader.work.chapter_matching import chapters_not_in, match_chapters  # most works are new

    old, new = kept_chapters(db, no), version_chapters(work)
    back = match_chapters(new, old)
    return bool(chapters_not_in(new, old, back))


def _changes(
    db: sqlite3.Connection, work: PackedWork, known: _Known, verdict: Verdict, work_id: str
) -> Outcome:
    """What the new text brings, found while the old one is still there."""
    from reader.work.chapter_matching import chapters_not_in, match_chapters  # as in `_lost`

    old, new = kept_chapters(db, known.no), version_chapters(work)
    pairs = match_chapters(old, new)
    keys = tuple((old[there].key, new[here].key) for here, there in pairs.items())
    if verdict is Verdict.BETTER:
        return Outcome(Change.SAME, work_id, keys=keys, another=True)
    found = chapters_not_in(old, new, pairs) if len(old) > 1 or len(new) > 1 else []
    names = tuple(new[index].title for index in found if new[index].title)
    return Outcome(Change.UPDATED, work_id, tuple(index + 1 for index in found), names, keys)


def _take_text(db: sqlite3.Connection, no: int, work: PackedWork, file_no: int) -> None:
    """Put a work's facts and text in the place of those in use."""
    db.execute("UPDATE works SET file = ?, mirrored = NULL WHERE no = ?", (file_no, no))
    db.execute("DELETE FROM chapters WHERE work = ?", (no,))
    add_chapters(db, no, work)
    _update_facts(db, no, work.info)
    counts = (len(work.chapters), work.words, work.repaired, no)
    db.execute("UPDATE works SET chapters = ?, counted = ?, repaired = ? WHERE no = ?", counts)


# -- Which work it is -----------------------------------------------------------------------------------

_KNOWN = """
    SELECT w.no, w.id, w.updated, w.chapters, coalesce(w.words, w.counted), u.format, u.sha256, u.path,
        u.supplement, w.chosen
    FROM works w LEFT JOIN files u ON u.no = w.file
"""
_KnownRow = tuple[
    int, str, int | None, int, int, str | None, str | None, bytes | None, str | None, str | None
]


def _find(db: sqlite3.Connection, work: PackedWork, file: FileFacts) -> _Known | None:
    """The entry a work belongs to: by its id, else by its file, else by its place, else by its text."""
    known = _known(db.execute(_KNOWN + "WHERE w.id = ?", (work.info.id,)).fetchone())
    for column, value in (("sha256", file.sha256), ("path", file.path)):
        if known is None and value is not None:
            row = db.execute(
                f"{_KNOWN} JOIN files f ON f.work = w.no WHERE f.{column} = ? ORDER BY f.no", (value,)
            ).fetchone()
            known = _known(row)
            if known and not is_update(known.id, work.info.id):
                known = None
    return known or _with_same_text(db, work)


def _with_same_text(db: sqlite3.Connection, work: PackedWork) -> _Known | None:
    """The work of the same title and with the same text, where an id of theirs was made up."""
    for no in works_with_text(db, work):
        known = _known(db.execute(_KNOWN + "WHERE w.no = ?", (no,)).fetchone())
        if known is None or (is_stable(known.id) and is_stable(work.info.id)):
            continue
        (title,) = db.execute("SELECT title FROM works WHERE no = ?", (no,)).fetchone()
        if folded(title) == folded(work.info.title):
            return known
    return None


def _known(row: _KnownRow | None) -> _Known | None:
    if row is None:
        return None
    no, work_id, updated, chapters, words, file_format, sha256, path, supplement, chosen = row
    version = Version.stored(updated, chapters, words, file_format or "")
    return _Known(no, work_id, version, sha256, path, supplement, chosen)


# -- The rows -------------------------------------------------------------------------------------------


def _add(
    db: sqlite3.Connection, work: PackedWork, file: FileFacts, version: Version, *, added: int
) -> Outcome:
    inserted = db.execute(
        "INSERT INTO works (id, added, title, authors, tags, counted, chapters, repaired)"
        " VALUES (?, ?, '', '', x'', 0, 0, 0)",
        (work.info.id, added),
    )
    no = int(inserted.lastrowid or 0)
    _take_text(db, no, work, place_file(db, no, file, version, added=added))
    return Outcome(Change.ADDED, work.info.id)


def _update_facts(db: sqlite3.Connection, no: int, info: WorkInfo) -> None:
    facts = {
        "title": info.title,
        "authors": pack_names(info.authors),
        "tags": pack_numbers([_tag_number(db, tag) for tag in info.tags]),
        "series": pack_series(info.series),
        "language": info.language,
        "words": info.words,
        "chapters_posted": info.chapters_posted,
        "chapters_total": info.chapters_total,
        "complete": info.complete,
        "published": info.published.toordinal() if info.published else None,
        "updated": info.updated.toordinal() if info.updated else None,
        "url": info.url,
        "collections": pack_names(info.collections) or None,
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
