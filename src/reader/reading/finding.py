"""Finding words in a work as they are written, whatever their case, accents, quotes and line breaks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.reading.reading import Place

if TYPE_CHECKING:
    from collections.abc import Callable

_LIKE = {"'": "'’‘ʼ`´", '"': '"“”„«»', "-": "-‐‑–—", "…": "…"}
_MATCHES_A_CHAPTER = 10_000


@lru_cache(maxsize=1)
def _accented() -> dict[str, str]:
    """For each plain letter, the Latin letters that are it with accents."""
    variants: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        character = chr(code)
        plain = unicodedata.normalize("NFD", character)[0]
        if plain != character:
            folded = plain.casefold()
            variants[folded] = variants.get(folded, "") + character
    return variants


def _one(character: str) -> str:
    """The pattern of one character of a query."""
    if character.isspace():
        return r"\s+"
    for plain, like in _LIKE.items():
        if character in like:
            return f"[{re.escape(like)}]" if plain != "…" else r"(?:…|\.\s?\.\s?\.)"
    decomposed = unicodedata.normalize("NFD", character)
    plain = decomposed[0].casefold()
    variants = _accented().get(plain, "")
    if not variants:
        return re.escape(character)
    return f"[{re.escape(plain)}{variants}][\u0300-\u036f]*"


@lru_cache(maxsize=8)
def pattern(words: str) -> re.Pattern[str]:
    """The expression that finds words as written; anything in them stands for itself."""
    plain = unicodedata.normalize("NFC", " ".join(words.split())).replace("...", "…")
    return re.compile("".join(_one(c) for c in plain), re.IGNORECASE)


class Search:
    """The matches of some words in one work, chapter by chapter. It keeps what it has found."""

    def __init__(self, words: str, text: Callable[[int], str], chapters: int) -> None:
        self.words = words
        self._text = text
        self._chapters = chapters
        self._found: dict[int, list[tuple[int, int]]] = {}

    def matches(self, chapter: int) -> list[tuple[int, int]]:
        """Text positions of start and end of each match in a chapter."""
        if chapter not in self._found:
            found = pattern(self.words).finditer(self._text(chapter)) if self.words.strip() else iter(())
            spans = [m.span() for m in found if m.end() > m.start()]
            self._found[chapter] = spans[:_MATCHES_A_CHAPTER]
        return self._found[chapter]

    def count(self) -> int:
        """How many matches the whole work has."""
        return sum(len(self.matches(number)) for number in range(1, self._chapters + 1))

    def next(self, after: Place, step: int = 1) -> Place | None:
        """The nearest match after a place, before it when `step` is -1; round the end of the work."""
        for distance in range(self._chapters + 1):
            number = (after.chapter - 1 + step * distance) % self._chapters + 1
            starts = [start for start, _ in self.matches(number)]
            if distance == 0:
                starts = [s for s in starts if (s > after.offset if step > 0 else s < after.offset)]
            if starts:
                return Place(number, starts[0] if step > 0 else starts[-1])
        return None
