"""Every place in a stretch of text where a line may begin, for breaks that are chosen together.

The rules are those of `breaking`; words are looked at by themselves and what is found is kept, since a story
has few different ones. Nothing but a space U+0020 parts words here, or is spread where lines are justified.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.layout.breaking import (
    JOINERS,
    SEPARATORS,
    SPACES,
    after_dash,
    is_held,
    is_loose_dash,
    opportunity,
)
from reader.layout.cells import SOFT_HYPHEN, has_clusters, is_boundary, is_prose, offsets
from reader.layout.hyphenation import LEAST_AFTER, LEAST_BEFORE, hyphenator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.layout.breaking import Room

_KEPT = 20_000
"""Words of one language whose opportunities are remembered."""
_MOST = 20_000
"""Opportunities past which overlong words are no longer looked at as a whole."""
_LONG_WORDS = 12
"""Code points of the average word from which text has no words: Chinese, Thai."""
_OTHER_SPACE = re.compile(f"[{re.escape(SPACES.replace(' ', ''))}]")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NO_WORD = re.compile(r"[\d_@/\\#=<>]|www\.|[A-Z][A-Z]|[a-z][A-Z]")
"""In what holds one of these no word is divided: figures, addresses, capitals, names of things."""
_DASH = re.compile("[-‐–—…]")
_NOT_FIRST = -1
"""Instead of an offset: a line begins with the word only where nothing else will do."""
LOOSE, SEPARATED, INSIDE = 1_000, 10_000, 10_000_000
"""What it costs to break before a dash between spaces; in an overlong word after a separator; anywhere else
in one. So much that the other costs of a paragraph don't count against it."""
DIVIDED, SOFT, TYPED = 1, 2, 3
"""What `Opportunities.hyphens` says of a hyphen that is not in the text, one that is there as a soft hyphen,
and one that is there as such."""
_HYPHENS = "-‐"


class Opportunities(NamedTuple):
    """Where lines may begin, in order: first the beginning of the text, last its end.

    A key is cells times `base` less spaces, so that the difference of two keys tells both the cells between
    them and the spaces, as long as those are fewer than `base`.
    """

    base: int
    offsets: list[int]
    """In the text."""
    begins: list[int]
    """The key of each where a line begins with it."""
    ends: list[int]
    """The key of each where a line ends before it: without the space between, with the hyphen it shows."""
    costs: list[int]
    hyphens: dict[int, int]
    """The indices of those at which the line before ends with a hyphen, and what kind of hyphen."""


Break = tuple[int, int, int]
"""An offset in a word where a line may begin, what `Opportunities.hyphens` says of it, and its cost."""


class _Words(dict[str, tuple[Break, ...]]):
    """The breaks in a word and what clings to it.

    Filled as words are met, and emptied when there are too many.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._hyphenator = hyphenator(language) if language else None

    def __missing__(self, word: str) -> tuple[Break, ...]:
        if len(self) >= _KEPT:
            self.clear()
        found = tuple(sorted(_breaks_in(word))) if is_prose(word) else tuple(_breaks_in_other(word))
        if self._hyphenator and len(word) >= LEAST_BEFORE + LEAST_AFTER:
            found = tuple(sorted((*found, *self._divisions(word))))
        self[word] = found
        return found

    def _divisions(self, word: str) -> Iterator[Break]:
        if self._hyphenator is None or "-" in word or _NO_WORD.search(word) or not is_prose(word):
            return
        for letters in _LETTERS.finditer(word):
            if not letters[0].isupper():
                for offset in self._hyphenator.divisions(letters[0]):
                    if _has_letters_enough(letters[0], offset):
                        yield letters.start() + offset, DIVIDED, 0


def _has_letters_enough(word: str, offset: int) -> bool:
    """Whether there are as many letters on both sides of a hyphen as it needs; apostrophes are none."""
    before = sum(map(str.isalpha, word[:offset]))
    after = sum(map(str.isalpha, word[offset:]))
    return before >= LEAST_BEFORE and after >= LEAST_AFTER


@lru_cache(maxsize=4)
def known_words(language: str) -> _Words:
    """The words met in a language so far; in none, those of text that is not hyphenated."""
    return _Words(language)


def _breaks_in(word: str) -> Iterator[Break]:
    if word.isalpha():
        return
    if is_loose_dash(word):
        yield _NOT_FIRST, 0, 0
    for dash in _DASH.finditer(word):
        if after_dash(word, dash.end()):
            yield dash.end(), _hyphen_before(word, dash.end()), 0


def _breaks_in_other(word: str) -> Iterator[Break]:
    """The same for a word that is not prose, as `cells.is_prose` has it."""
    if is_loose_dash(word) or word[:1] in JOINERS:
        yield _NOT_FIRST, 0, 0
    clustered = has_clusters(word)
    for found in opportunity().finditer(word, 1):
        offset = found.start()
        if offset < len(word) and (not clustered or is_boundary(word, offset)):
            yield offset, _hyphen_before(word, offset), 0


def _hyphen_before(word: str, offset: int) -> int:
    """The kind of the hyphen that a line ends with which is broken at an offset in a word; 0 for none."""
    before = word[offset - 1]
    return SOFT if before == SOFT_HYPHEN else TYPED if before in _HYPHENS else 0


def opportunities(
    text: str, begin: int, end: int, room: Room, *, plain: bool, language: str
) -> Opportunities | None:
    """All of them in a stretch that begins and ends with what shows.

    With a language words are divided as they are in it, with none they are not. None for text that is not
    made of words with spaces between them, or has one that no line can hold for other than plain reasons:
    its breaks are found line by line.
    """
    words = text[begin:end].split(" ")
    if not plain and (len(words) * _LONG_WORDS < end - begin or _OTHER_SPACE.search(text, begin, end)):
        return None
    cells: Sequence[int] = range(begin + 1) if plain else offsets(text)
    base, first = room.rest + 2, cells[begin] * (room.rest + 2)
    made = Opportunities(base, [begin], [first], [first], [0], {})
    breaks = map(known_words(language).__getitem__, words)
    pairs, least = zip(words, breaks, strict=True), min(room.first, room.rest)
    last = _gather_plain(made, pairs, least) if plain else _gather(made, text, pairs, cells, least)
    if last is None:
        return None
    made.offsets.append(end)
    made.begins.append(last)
    made.ends.append(last)
    made.costs.append(0)
    return made


def _gather_plain(
    made: Opportunities, words: Iterable[tuple[str, tuple[Break, ...]]], least: int
) -> int | None:
    """The same as `_gather` for text of which each code point is a cell, in half of the time.

    It is most of what pages take to set, of which no breaks are kept.
    """
    offsets, hyphens, base = made.offsets, made.hyphens, made.base
    add_offset, add_begin, add_end, add_cost = (
        part.append for part in (offsets, made.begins, made.ends, made.costs)
    )
    at, key, shown, is_first = offsets[0], made.begins[0], 0, True
    for word, inner in words:
        if word:
            if not is_first:
                add_offset(at)
                add_begin(key)
                add_end(shown)
                add_cost(LOOSE if inner and inner[0][0] == _NOT_FIRST else 0)
            width = len(word)
            if width > least:
                if len(offsets) > _MOST:
                    return None
                inner = _all_breaks(word, inner)
            for offset, kind, cost in inner:
                if offset != _NOT_FIRST:
                    within = key + offset * base
                    add_begin(within)
                    if kind:
                        hyphens[len(offsets)] = kind
                        add_end(within + base if kind < TYPED else within)
                    else:
                        add_end(within)
                    add_offset(at + offset)
                    add_cost(cost)
            shown = key + width * base
            at, key = at + width, shown
        at, key, is_first = at + 1, key + base - 1, False
    return shown


def _gather(
    made: Opportunities,
    text: str,
    words: Iterable[tuple[str, tuple[Break, ...]]],
    cells: Sequence[int],
    least: int,
) -> int | None:
    """Add what is between beginning and end, and return the key of the end; None as `opportunities` does."""
    at, spaces, shown, base = made.offsets[0], 0, 0, made.base
    add_offset, add_begin = made.offsets.append, made.begins.append
    add_end, add_cost = made.ends.append, made.costs.append
    for word, inner in words:
        if not word:
            at, spaces = at + 1, spaces + 1
            continue
        after = at + len(word)
        if spaces and is_boundary(text, at):
            add_offset(at)
            add_begin(cells[at] * base - spaces)
            add_end(shown)
            add_cost(LOOSE if inner and inner[0][0] == _NOT_FIRST else 0)
        if cells[after] - cells[at] > least:
            return None
        for offset, kind, cost in inner:
            if offset != _NOT_FIRST:
                if kind:
                    made.hyphens[len(made.offsets)] = kind
                add_offset(at + offset)
                add_begin(cells[at + offset] * base - spaces)
                add_end((cells[at + offset] + (0 < kind < TYPED)) * base - spaces)
                add_cost(cost)
        shown = cells[after] * base - spaces
        at, spaces = after + 1, spaces + 1
    return shown


def _all_breaks(word: str, known: tuple[Break, ...]) -> tuple[Break, ...]:
    """Everywhere in a plain word that no line can hold."""
    usual = {offset: (offset, kind, cost) for offset, kind, cost in known}
    breaks = [usual[_NOT_FIRST]] if _NOT_FIRST in usual else []
    for offset in range(1, len(word)):
        separated = word[offset - 1] in SEPARATORS and word[offset] not in SEPARATORS
        if separated:
            other = offset, _hyphen_before(word, offset), SEPARATED
        else:
            other = offset, 0, 2 * INSIDE if is_held(word, offset) else INSIDE
        breaks.append(usual.get(offset, other))
    return tuple(breaks)
