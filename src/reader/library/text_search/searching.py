"""Searching the text of all works: which chapters hold what is sought, best first, and the passages there.

Searched is all text of a chapter: the story, its headings, and the notes and summaries in it; not what is
known of a work beside its text, as titles and tags, which the query language of the list is for.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from reader.library.database import rows
from reader.library.text_search.matching import full_text, marks, pattern
from reader.library.text_search.passages import (
    BRIEF,
    Reach,
    TextMatch,
    most_telling,
    passages,
    shown,
    without_marks,
)
from reader.library.text_search.typed import Term, marked, marked_terms, understood
from reader.library.text_search.unspaced import is_unspaced

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Sequence

    from reader.library.text_search.passages import Span
    from reader.library.text_search.typed import Expression

_SHORT = 3
"""Letters of a beginning up to which most chapters have words that begin so."""
_WEIGHED = 15_000
"""Terms sought times chapters that hold them, up to which chapters are weighed. Beyond, most hold what is
sought, so that weight says little of them, and takes the index ten times longer than to find them."""
_NOT_PLAIN = re.compile("[^\x00-\x7f\xa0“”‘’–—…]")
_BATCHES = (1, 8, 48)
"""How many works are looked at in one go: the first at once, and as many as the last for all that follow."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much is to be shown of each work."""

    a_chapter: int | None = 3
    """Passages, the most telling ones; None for all."""
    a_work: int | None = None
    reach: Reach = BRIEF
    text: int | None = None
    """Code points of a work that are looked at, at least; its other chapters are known to match, no more."""


@dataclass(frozen=True, slots=True)
class Found:
    """A work in which something was found, with passages in the order of the text."""

    id: str
    chapters: int
    """How many chapters hold what is sought."""
    count: int
    """How many matches there are in the chapters that were looked at."""
    looked_at: int
    """How many chapters that were."""
    matches: tuple[TextMatch, ...]


@dataclass(frozen=True, slots=True)
class ChapterHit:
    """A chapter that holds what is sought: its row, its number from 1, its length in code points."""

    row: int
    number: int
    length: int


@dataclass(frozen=True, slots=True)
class WorkHits:
    """The chapters of a work that hold what is sought, best first."""

    id: str
    chapters: tuple[ChapterHit, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """All chapters that hold what is sought, by work, the work with the best chapter first."""

    sought: Expression | None
    works: tuple[WorkHits, ...] = ()

    @property
    def chapters(self) -> int:
        """How many there are."""
        return sum(len(work.chapters) for work in self.works)


def look_for(db: sqlite3.Connection, words: str, within: Collection[str] | None = None) -> Hits:
    """Find what is typed (see `typed`) in all works, or `within` those with these ids. Raises CatalogueError.

    Whatever is typed is something to look for, never an error; nothing but punctuation finds nothing.
    """
    sought = understood(words.encode("utf-8", "replace").decode().replace("\0", " "))  # as SQL takes it
    if sought is None:
        return Hits(None)
    found: dict[str, list[ChapterHit]] = {}
    order = "f.rank" if _is_weighed(db, sought) else "f.rowid"
    for work_id, *chapter in rows(
        db,
        "SELECT w.id, c.no, c.number, c.length FROM chapter_words f JOIN chapters c ON c.no = f.rowid"
        f" JOIN works w ON w.no = c.work WHERE f.chapter_words MATCH ? ORDER BY {order}",
        full_text(sought),
    ):
        if within is None or work_id in within:
            found.setdefault(work_id, []).append(ChapterHit(*chapter))
    return Hits(sought, tuple(WorkHits(work_id, tuple(hits)) for work_id, hits in found.items()))


def passages_of(db: sqlite3.Connection, hits: Hits, wanted: Wanted) -> Iterator[list[Found]]:
    """The works with their passages, best first, a few at a time. Raises CatalogueError."""
    works = iter(hits.works)
    sizes = iter(_BATCHES)
    while batch := list(islice(works, next(sizes, _BATCHES[-1]))):
        yield list(_batch(db, hits, batch, wanted))


def search(
    db: sqlite3.Connection,
    words: str,
    *,
    within: Collection[str] | None = None,
    wanted: Wanted = Wanted(),
) -> Iterator[Found]:
    """Find what is typed, and give the works with their passages as they are asked for, best first."""
    for batch in passages_of(db, look_for(db, words, within), wanted):
        yield from batch


def _batch(db: sqlite3.Connection, hits: Hits, works: Sequence[WorkHits], wanted: Wanted) -> Iterator[Found]:
    """Look at the text of some works in one go."""
    assert hits.sought is not None  # noqa: S101  # or there would be no works
    looked_at = {work.id: _looked_at(work, wanted) for work in works}
    numbers = [hit.row for chapters in looked_at.values() for hit in chapters]
    texts = _marked(db, hits.sought, numbers)
    for work in works:
        chapters = [hit for hit in looked_at[work.id] if texts.get(hit.row, ("", ()))[1]]
        if chapters:
            yield _found(work, chapters, texts, wanted)


def _marked(
    db: sqlite3.Connection, sought: Expression, numbers: Sequence[int]
) -> dict[int, tuple[str, Sequence[Span]]]:
    """The texts of chapters by their rows, each with its matches.

    Each question to the index about a beginning of words, unless it is of one letter, gathers all words that
    begin so, which takes longer than all the rest: so it is asked for all chapters in one go, which the "+"
    sees to, and for none whose plain text a pattern can be found in as well. The limits keep it from walking
    through the chapters before and after those of a single work.
    """
    texts = _plainly_marked(db, sought, numbers) if _has_plain_beginning(sought) else {}
    rest = [number for number in numbers if number not in texts]
    if rest:
        found = rows(
            db,
            "SELECT f.rowid, highlight(f.chapter_words, 0, char(2), char(3)), c.signs IS NOT NULL"
            " FROM chapter_words f JOIN chapters c ON c.no = f.rowid WHERE f.chapter_words MATCH ?"
            " AND f.rowid BETWEEN ? AND ? AND +f.rowid IN (SELECT value FROM json_each(?))",
            marks(sought),
            min(rest),
            max(rest),
            json.dumps(rest),
        )
        texts |= {row: _spans(sought, text, by_pattern=bool(signs)) for row, text, signs in found}
    return texts


def _plainly_marked(
    db: sqlite3.Connection, sought: Expression, numbers: Sequence[int]
) -> dict[int, tuple[str, Sequence[Span]]]:
    """Those of the chapters whose letters are plain: the index folds them no more than a pattern does."""
    found = rows(
        db,
        "SELECT no, text FROM chapters WHERE no IN (SELECT value FROM json_each(?))",
        json.dumps(numbers),
    )
    plain = ((row, text) for row, text in found if not _NOT_PLAIN.search(text))
    return {row: _spans(sought, text, by_pattern=True) for row, text in plain}


def _has_plain_beginning(sought: Expression) -> bool:
    """Whether single words are sought, in plain letters, and a beginning is among them."""
    wanted = marked(sought)
    return any(isinstance(term, Term) and term.begins for term in wanted) and all(
        isinstance(term, Term) and len(term.words) == 1 and term.text.isascii() for term in wanted
    )


def _is_weighed(db: sqlite3.Connection, sought: Expression) -> bool:
    """Whether what is found is put in order by how much it tells."""
    terms = marked_terms(sought)
    if any(term.begins and len(term.words[-1]) <= _SHORT and not is_unspaced(term.text) for term in terms):
        return False
    found = "SELECT count(*) FROM chapter_words WHERE chapter_words MATCH ?"
    ((chapters,),) = rows(db, found, full_text(sought))
    return bool(chapters * len(terms) <= _WEIGHED)


def _looked_at(work: WorkHits, wanted: Wanted) -> list[ChapterHit]:
    """The best chapters of a work, as far as its text is wanted, in the order of the text."""
    chosen, length = [], 0
    for hit in work.chapters:
        if wanted.text is not None and length >= wanted.text:
            break
        chosen.append(hit)
        length += hit.length
    return sorted(chosen, key=lambda hit: hit.number)


def _spans(sought: Expression, marked_text: str, *, by_pattern: bool) -> tuple[str, Sequence[Span]]:
    """A chapter's text and its matches: as the index marks them; where it can't, as a pattern finds them."""
    text, spans = without_marks(marked_text)
    if by_pattern or not spans:
        found = pattern(marked_terms(sought)).finditer(text)
        spans = [match.span() for match in found if match.end() > match.start()]
    return text, spans


def _found(
    work: WorkHits,
    chapters: Sequence[ChapterHit],
    texts: dict[int, tuple[str, Sequence[Span]]],
    wanted: Wanted,
) -> Found:
    candidates = []
    for hit in chapters:
        text, spans = texts[hit.row]
        candidates += [(hit, passage) for passage in most_telling(passages(text, spans), wanted.a_chapter)]
    chosen = set(most_telling([passage for _, passage in candidates], wanted.a_work))
    matches = [
        shown(hit.number, *texts[hit.row], passage, wanted.reach)
        for hit, passage in candidates
        if passage in chosen
    ]
    count = sum(len(texts[hit.row][1]) for hit in chapters)
    return Found(work.id, len(work.chapters), count, len(chapters), tuple(matches))
