"""Text made comparable for finding, piece by piece, and the way back from it to the text as written.

What is alike: letters whatever their case, their accents (Latin, Greek, Vietnamese; ё, stress marks), their
vowel points (Hebrew, Arabic), their width (Japanese, full-width Latin); ligatures and ß with the letters they
stand for; quotation marks, dashes and ellipses of every kind. What can't be seen (soft hyphens, joiners,
marks of direction) counts as nothing. Signs that make another letter stay: й and ї, Japanese voiced sounds,
the vowels of Indic scripts and Thai.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

_PIECE = 8192
"""Code points folded in one go: about half a millisecond, four where every letter is pointed."""
_BREVE, _DIAERESIS = "\u0306", "\u0308"
_OTHER_MARKS = (
    "\u0300-\u0305\u0307\u0309-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0730-\u074a\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
)
"""Accents, points and variation selectors, as a range of an expression."""
_VOICED = "\u3099\u309a\uff9e\uff9f"
"""Japanese sound marks, which belong to the sign before them."""
_JAMO = "\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff"
"""Parts of Korean syllables."""
_STRIPPED = re.compile(f"(?<![иуИУ]){_BREVE}|(?<![іІ]){_DIAERESIS}|[{_OTHER_MARKS}]")
_JOINING = f"{_BREVE}{_DIAERESIS}{_OTHER_MARKS}{_VOICED}"
_CLUSTER = f"[{_JAMO}]+|[^{_JAMO}][{_JOINING}]+"
"""Characters that are folded together: a letter with the marks after it, the parts of syllables."""
_HAS_CLUSTERS = re.compile(f"[{_JOINING}{_JAMO}]")

_LIKE = {
    like: plain
    for plain, alike in {
        "'": "‘’‚‛′‵`´ʼʹʻ‹›׳",
        '"': "“”„‟″«»〝〞〟״",
        "-": "−⁃",
        "o": "øØ",
        "d": "đĐ",
        "l": "łŁ",
        "h": "ħĦ",
        "t": "ŧŦ",
        "i": "ı",
        "ae": "æÆ",
        "oe": "œŒ",
        "": "\u0640",
    }.items()
    for like in alike
}
"""What Unicode's decompositions leave apart, or decompose into something else."""


@lru_cache(maxsize=16384)
def fold_unit(unit: str) -> str:
    """One character, or one with the marks that follow it, folded; empty for what can't be seen."""
    if unit in _LIKE or unit.isspace():
        return _LIKE.get(unit, unit)
    folded = unit
    for _ in range(2):  # what was upper case may come apart only when it is lower case
        folded = _STRIPPED.sub("", unicodedata.normalize("NFKD", folded)).casefold()
    if " " in folded:  # an accent that stands alone, or a whole phrase in one sign
        return unit.casefold()
    return unicodedata.normalize("NFC", "".join(map(_plain, _STRIPPED.sub("", folded))))


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Pd", "Cf"):
        return "-" if category == "Pd" else ""
    return _LIKE.get(character, character)


class Folded:
    """A text folded, and the way back. It changes only while it is made.

    Kept of the way are the odd places alone, where a stretch of the text has become one of another length.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._starts, self._ends = array("q", [0]), array("q", [0])
        """Text positions around each odd stretch; the first is nothing at the beginning."""
        self._folded_starts, self._folded_ends = array("q", [0]), array("q", [0])
        """Where they are in the folded text."""

    @property
    def text(self) -> str:
        """The folded text; white space is as it was."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    def add(self, text: str, start: int, end: int) -> None:
        """Add what stands between two text positions, which part no letter from its marks."""
        piece = text[start:end]
        if piece.isascii():
            self._append(piece.lower().replace("`", "'"))
            return
        folded = {character: fold_unit(character) for character in set(piece)}
        table = str.maketrans(folded)
        at = 0
        for odd in _odd(piece, folded):
            self._append(piece[at : odd.start()].translate(table))
            self._append_odd(start + odd.start(), start + odd.end(), fold_unit(odd.group()))
            at = odd.end()
        self._append(piece[at:].translate(table))

    def _append(self, folded: str) -> None:
        self._pieces.append(folded)
        self._length += len(folded)

    def _append_odd(self, start: int, end: int, folded: str) -> None:
        self._starts.append(start)
        self._ends.append(end)
        self._folded_starts.append(self._length)
        self._append(folded)
        self._folded_ends.append(self._length)

    def written(self, start: int, end: int) -> tuple[int, int]:
        """The text positions around what a stretch of the folded text was made of; it must not be empty."""
        return self._unit(start)[0], self._with_unseen(self._unit(end - 1)[1])

    def _unit(self, at: int) -> tuple[int, int]:
        odd = bisect_right(self._folded_starts, at) - 1
        beyond = at - self._folded_ends[odd]
        if beyond < 0:
            return self._starts[odd], self._ends[odd]
        position = self._ends[odd] + beyond
        return position, position + 1

    def _with_unseen(self, end: int) -> int:
        """A text position, moved over what counts as nothing there."""
        odd = bisect_left(self._starts, end, 1)
        while (
            odd < len(self._starts)
            and self._starts[odd] == end
            and self._folded_starts[odd] == self._folded_ends[odd]
        ):
            end = self._ends[odd]
            odd += 1
        return end


def _odd(piece: str, folded: dict[str, str]) -> Iterator[re.Match[str]]:
    """The stretches of a piece that fold into another length, or together."""
    characters = "".join(sorted(c for c, plain in folded.items() if len(plain) != 1))
    clusters = bool(_HAS_CLUSTERS.search(piece))
    return _odd_pattern(characters, clusters).finditer(piece) if characters or clusters else iter(())


@lru_cache(maxsize=64)
def _odd_pattern(characters: str, clusters: bool) -> re.Pattern[str]:
    alternatives = [_CLUSTER] if clusters else []
    if characters:
        alternatives.append(f"[{re.escape(characters)}]")
    return re.compile("|".join(alternatives), re.DOTALL)


def fold_in_steps(text: str) -> Generator[None, None, Folded]:
    """Fold a text, pausing after every piece."""
    folded = Folded()
    start = 0
    while start < len(text):
        end = min(start + _PIECE, len(text))
        while end < len(text) and end - start < 2 * _PIECE and _HAS_CLUSTERS.match(text, end):
            end += 1
        folded.add(text, start, end)
        start = end
        yield
    return folded


def fold(text: str) -> Folded:
    """Fold a text at once."""
    folded = Folded()
    folded.add(text, 0, len(text))
    return folded
