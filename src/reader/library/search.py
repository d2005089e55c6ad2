"""Full-text search over every work: words, "phrases" and the beginnings of words (lamp*)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from reader.library.database import rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_TERM = re.compile(r'["“”]([^"“”]*)(?:["“”]|$)(\*?)|([^\s"“”]+)')
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Writing without spaces between words, in which FTS5 takes a whole sentence for one word."""
_CHAPTERS_A_WORK = 5
"""Of the best chapters, how many are looked at for each work wanted."""
_BEFORE, _AFTER = 40, 80
"""Code points of an excerpt before a match and from it on, at most."""


@dataclass(frozen=True, slots=True)
class TextMatch:
    """A place where the words occur."""

    chapter: int
    """From 1."""
    offset: int
    """The text position of the match."""
    length: int
    """Code points matched."""
    excerpt: str
    """The text around it in one line, an ellipsis where it is cut."""


@dataclass(frozen=True, slots=True)
class Found:
    """A work in which the words occur, with its matches in the order of the text."""

    id: str
    matches: tuple[TextMatch, ...]


@dataclass(frozen=True, slots=True)
class _Term:
    """Words in a row that have to occur."""

    words: tuple[str, ...]
    """Letters and digits alone."""
    text: str
    """As it was typed, without quotation marks: the index tells words apart in its own way."""
    begins: bool
    """Whether the last word may go on."""


def search(db: sqlite3.Connection, words: str, *, works: int | None = None, each: int = 3) -> list[Found]:
    """The works with a chapter in which all the words occur, best first, with so many matches a chapter.

    `works` is how many are wanted, by default all; then chapters that are far from the best are left out too.
    Whatever is typed is words to look for, never an error; nothing but punctuation finds nothing.
    """
    words = words.encode("utf-8", "replace").decode().replace("\0", " ")  # which no text holds, nor SQL takes
    terms = _terms(words)
    if not terms:
        return []
    condition, *values = _containing(terms) if _UNSPACED.search(words) else _matching(terms)
    found: dict[str, list[tuple[int, int]]] = {}
    query = f"SELECT w.id, c.number, c.no {_FROM} {condition} LIMIT ?"
    chapters = -1 if works is None else works * _CHAPTERS_A_WORK
    for work_id, chapter, row in rows(db, query, *values, chapters):
        if work_id in found or works is None or len(found) < works:
            found.setdefault(work_id, []).append((chapter, row))
    pattern = _pattern(terms)
    return [
        Found(work_id, tuple(_matches(db, pattern, terms, sorted(places), each)))
        for work_id, places in found.items()
    ]


_FROM = "FROM chapters c JOIN works w ON w.no = c.work"


def _terms(words: str) -> list[_Term]:
    terms = []
    for phrase, star, word in _TERM.findall(words):
        text = phrase or word.rstrip("*")
        parts = tuple(_WORD.findall(text))
        if parts:
            terms.append(_Term(parts, text.strip(), begins=bool(star) or word.endswith("*")))
    return terms


def _matching(terms: list[_Term]) -> tuple[str, ...]:
    expression = " AND ".join(f'"{term.text}"{"*" if term.begins else ""}' for term in terms)
    return "JOIN chapter_words f ON f.rowid = c.no WHERE f.chapter_words MATCH ? ORDER BY f.rank", expression


def _containing(terms: list[_Term]) -> tuple[str, ...]:
    likes = [re.sub(r"([%_\\])", r"\\\1", term.text) for term in terms]
    condition = " AND ".join(["c.text LIKE ? ESCAPE '\\'"] * len(likes))
    return f"WHERE {condition} ORDER BY c.work, c.number", *(f"%{like}%" for like in likes)


def _pattern(terms: list[_Term]) -> re.Pattern[str]:
    """What finds the words in a text, except where their accents differ."""
    alternatives = []
    for term in terms:
        if _UNSPACED.search(term.text):
            alternatives.append(re.escape(term.text))
            continue
        after = "" if term.begins else r"(?![^\W_])"
        alternatives.append(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, term.words)) + after)
    return re.compile("|".join(alternatives), re.IGNORECASE)


def _matches(
    db: sqlite3.Connection,
    pattern: re.Pattern[str],
    terms: list[_Term],
    places: list[tuple[int, int]],
    each: int,
) -> Iterator[TextMatch]:
    for chapter, row in places:
        text = rows(db, "SELECT text FROM chapters WHERE no = ?", row)[0][0]
        spans = [found.span() for found in islice(pattern.finditer(text), each)]
        for start, end in spans or _marked_spans(db, terms, row, each):
            yield TextMatch(chapter, start, end - start, _excerpt(text, start, end))


def _marked_spans(db: sqlite3.Connection, terms: list[_Term], row: int, each: int) -> list[tuple[int, int]]:
    """The matches as the index itself marks them: sure, but slow in long chapters."""
    _, *values = _matching(terms)
    marked = rows(
        db,
        "SELECT highlight(chapter_words, 0, char(2), char(3)) FROM chapter_words"
        " WHERE chapter_words MATCH ? AND rowid = ?",
        *values,
        row,
    )
    spans = []
    text = marked[0][0] if marked else ""
    for count, found in enumerate(islice(re.finditer("\x02(.*?)\x03", text, re.DOTALL), each)):
        start = found.start() - 2 * count  # two marks a match
        spans.append((start, start + len(found[1])))
    return spans


def _excerpt(text: str, start: int, end: int) -> str:
    """The match with what stands around it, cut between words, in one line."""
    first, last = max(0, start - _BEFORE), min(len(text), max(end, start + _AFTER))
    if first and text[first - 1] not in " \n":
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    if last < len(text) and text[last] not in " \n":
        space = text.rfind(" ", end, last)
        last = space if space >= 0 else last
    cut = " ".join(text[first:last].split())
    return ("…" if first else "") + cut + ("…" if last < len(text) else "")
