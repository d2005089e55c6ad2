"""Which chapter of a work's new version is which of the old, and which chapters are really new.

Chapters are the same by their text, the key their source gave them, their title, or most of their words, in
this order. Text counts first because keys and titles may be ordinals, which a chapter put in front moves.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.work.likeness import WORD
from reader.work.titles import folded, without_number

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

_LIKE = 0.5
"""The share of a text's runs of words that must be in another for the two to hold the same."""
_RUN = 3
"""Words in a run."""
_HOLDERS = 3
"""Chapters that a run speaks for; one that most have, such as a refrain, tells none of them apart."""


@dataclass(frozen=True, slots=True)
class VersionChapter:
    """What is asked of a chapter to find it in another version of its work."""

    key: str
    title: str
    digest: str
    """Equal where the text is equal."""
    text: Callable[[], str]
    """The text, fetched only where nothing else decides."""

    @property
    def folded_title(self) -> str:
        """The title for comparing; empty where it has none."""
        return folded(without_number(self.title))

    @property
    def own_key(self) -> str:
        """The key where the source gave it, empty where it is made of the title."""
        made = re.escape(self.folded_title or "chapter")
        return "" if re.fullmatch(rf"{made}(?: \d+)?", self.key) else self.key


def match_chapters(old: Sequence[VersionChapter], new: Sequence[VersionChapter]) -> dict[int, int]:
    """For chapters of `new` the one of `old` that each is, both counted from 0. None is matched twice."""
    pairs: dict[int, int] = {}
    _pair(pairs, old, new, lambda chapter: (chapter.digest, chapter.key))
    _pair(pairs, old, new, lambda chapter: chapter.digest)
    _pair(pairs, old, new, lambda chapter: chapter.own_key)
    _pair(pairs, old, new, lambda chapter: chapter.folded_title, alone=True)
    _pair_by_words(pairs, old, new)
    return dict(sorted(pairs.items()))


def chapters_not_in(
    old: Sequence[VersionChapter], new: Sequence[VersionChapter], pairs: dict[int, int]
) -> list[int]:
    """The chapters of `new`, counted from 0, whose text is nowhere in `old`; `pairs` is their match.

    Parts of a split chapter are in it, and so are merged ones. A chapter that has its place stays the same
    one however much it was rewritten.
    """
    unmatched = [index for index in range(len(new)) if index not in pairs]
    if not unmatched:
        return []
    unchanged = {there for here, there in pairs.items() if old[there].digest == new[here].digest}
    known: set[int] = set()
    for index, chapter in enumerate(old):
        if index not in unchanged:
            known |= _runs(chapter.text())
    return [index for index in unmatched if not _is_in(_runs(new[index].text()), known)]


def _is_in(runs: set[int], known: set[int]) -> bool:
    return bool(runs) and len(runs & known) >= len(runs) * _LIKE


def _pair(
    pairs: dict[int, int],
    old: Sequence[VersionChapter],
    new: Sequence[VersionChapter],
    mark: Callable[[VersionChapter], Hashable],
    *,
    alone: bool = False,
) -> None:
    """Pair what is not paired yet by a mark, in order; `alone`: only marks no other chapter has."""
    taken = set(pairs.values())
    there: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, chapter in enumerate(old):
        if mark(chapter) and (alone or index not in taken):
            there[mark(chapter)].append(index)
    here: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, chapter in enumerate(new):
        if mark(chapter) and (alone or index not in pairs):
            here[mark(chapter)].append(index)
    for key, indices in here.items():
        others = there.get(key, [])
        if alone and (len(indices) > 1 or len(others) > 1):
            continue
        for index, other in zip(indices, others, strict=False):
            if index not in pairs and other not in taken:
                pairs[index] = other


def _pair_by_words(
    pairs: dict[int, int], old: Sequence[VersionChapter], new: Sequence[VersionChapter]
) -> None:
    """Pair what is left by the runs of words in common, those with most of them first."""
    taken = set(pairs.values())
    left = [index for index in range(len(new)) if index not in pairs]
    there = (
        {index: _runs(old[index].text()) for index in range(len(old)) if index not in taken} if left else {}
    )
    if not there:
        return
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for index, runs in there.items():
        for run in runs:
            holders[run].append(index)
    likely: list[tuple[int, int, int, int]] = []
    for index in left:
        runs = _runs(new[index].text())
        shared = Counter(other for run in runs for other in holders.get(run, ())[:_HOLDERS])
        for other, count in shared.items():
            if count >= min(len(runs), len(there[other])) * _LIKE:
                likely.append((-count, abs(index - other), index, other))
    for _, _, index, other in sorted(likely):
        if index not in pairs and other not in taken:
            pairs[index] = other
            taken.add(other)


def _runs(text: str) -> set[int]:
    """Hashes of all runs of words of a text; of one with fewer words, of the whole."""
    words = WORD.findall(text.casefold())
    if len(words) < _RUN:
        return {hash(tuple(words))} if words else set()
    return set(map(hash, zip(*(words[start:] for start in range(_RUN)), strict=False)))
