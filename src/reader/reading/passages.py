"""Words, sentences and paragraphs of a chapter's text, to choose passages by, and how to go among them.

A word here is what a person would mark as one: with the marks that cling to it, and in scripts written
without spaces each character. So a passage never begins or ends within a word or a cluster, and never outside
the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.layout.cells import is_boundary
from reader.reading.passage_units import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

_IDEOGRAPH = "\u3041-\u3096\u309d-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OPENING = "「『（《〈【“‘"
_WORD = re.compile(
    rf"[{_OPENING}]*[{_IDEOGRAPH}](?:(?![{_OPENING}])[^\w\s])*"
    rf"|(?:(?![{_IDEOGRAPH}{_OPENING}—])\S|(?<![^\s—])[{_OPENING}]|(?<=\w)[‘“])+—*"
    rf"(?:[ \xa0\u202f][»!?;:]+(?!\S))?|\S"
)
_ENDS = re.compile(r"(?:[.!?…‽]+\s?[\"'”’»)\]]*|[。！？]+[」』”’）]*)$")
_ABBREVIATED = re.compile(
    r"(?:^|[(“\"'‘])(?:Mr|Mrs|Ms|Mx|Dr|St|Mt|Prof|Rev|Capt|Sgt|Lt|Col|Gen|Jr|Sr|vs|etc|e\.g|i\.e|Nr|z\.B|bzw|"
    r"[A-HJ-Z])\.$"
)
_STARTS_LOW = re.compile(r"[^\w\s]*[a-zà-öø-ÿα-ωа-я]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in order. Those of others units are the indices of their first words."""

    starts: tuple[int, ...]
    """Where each begins, in text positions."""
    ends: tuple[int, ...]
    """Just past each."""
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """The index of the word that holds a text position or is the next after it; else of the last.

        There must be words.
        """
        return min(bisect_right(self.ends, offset), len(self) - 1)

    def firsts(self, unit: Unit) -> Sequence[int]:
        """The indices of the first words of all units of a kind."""
        if unit is Unit.WORD:
            return range(len(self))
        return self.sentences if unit is Unit.SENTENCE else self.paragraphs


@lru_cache(maxsize=4)
def words_of(text: str) -> Words:
    """The words of a chapter's text."""
    starts: list[int] = []
    ends: list[int] = []
    for found in _WORD.finditer(text):
        if starts and not is_boundary(text, found.start()):
            ends[-1] = found.end()
        elif is_boundary(text, found.start()):
            starts.append(found.start())
            ends.append(found.end())
    paragraphs = [
        index for index, start in enumerate(starts) if not index or "\n" in text[ends[index - 1] : start]
    ]
    new = set(paragraphs)
    sentences = [
        index for index in range(len(starts)) if index in new or _ends_before(text, starts, ends, index)
    ]
    return Words(tuple(starts), tuple(ends), tuple(sentences), tuple(paragraphs))


def _ends_before(text: str, starts: Sequence[int], ends: Sequence[int], index: int) -> bool:
    """Whether a sentence ends with the word before this one."""
    before = text[starts[index - 1] : ends[index - 1]]
    return bool(
        _ENDS.search(before[-12:])
        and not _ABBREVIATED.search(before)
        and not _STARTS_LOW.match(text, starts[index])
    )


def step(words: Words, index: int, unit: Unit, *, forward: bool) -> int | None:
    """The word to which a motion leads; None when it leads out of the text.

    Forward, by sentences and paragraphs, is to the last word of this one or, from there, of the next; back is
    to the first word of this one or, from there, of the one before.
    """
    firsts = words.firsts(unit)
    if unit is Unit.WORD:
        there = index + (1 if forward else -1)
    elif forward:
        after = bisect_right(firsts, index + 1)
        there = (
            index + 1
            if index + 1 >= len(words)
            else (firsts[after] if after < len(firsts) else len(words)) - 1
        )
    else:
        before = bisect_left(firsts, index) - 1
        there = firsts[before] if before >= 0 else -1
    return there if 0 <= there < len(words) else None


def entered(words: Words, unit: Unit, *, forward: bool) -> int:
    """The word to which a motion leads that comes into the text from the one before or after it."""
    if not forward:
        return len(words) - 1 if unit is Unit.WORD else words.firsts(unit)[-1]
    found = 0 if unit is Unit.WORD else step(words, -1, unit, forward=True)
    return found or 0
