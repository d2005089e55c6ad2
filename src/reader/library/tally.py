"""How many files came to what, in words for people: what is said after a batch."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.library.outcomes import chapters
from reader.work.counts import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.results import Result


class Fate(StrEnum):
    """What came of a file; the value is the word for it after a number."""

    ADDED = "added"
    UPDATED = "updated"
    SAME = "already there"
    ANOTHER = "more of works you have"
    SHORTER = "shorter than the text kept"
    SKIPPED = "skipped"
    GONE = "gone"
    FAILED = "failed"


_WORDS = {Fate.ANOTHER: Fate.SAME.value, Fate.SHORTER: Fate.SAME.value}


def word_for(fate: Fate) -> str:
    """The word before a single file, of which a detail says the rest: "already there"."""
    return _WORDS.get(fate, fate.value)


class Tally:
    """Counts the results of a batch. It changes with each."""

    def __init__(self) -> None:
        self._counts: Counter[Fate] = Counter()
        self._new_chapters = 0

    def count(self, result: Result) -> None:
        """Take one more into account."""
        self._counts[fate_of(result)] += 1
        self._new_chapters += result.stored.new_chapters if result.stored else 0

    def __getitem__(self, fate: Fate) -> int:
        return self._counts[fate]

    @property
    def total(self) -> int:
        """How many there were."""
        return self._counts.total()

    def told(self) -> str:
        """What came of the batch: "3 added, 1 updated (2 new chapters), 1 failed"."""
        there = [fate for fate in Fate if self._counts[fate]]
        said = [f"{self._counts[fate]:,} {fate.value}{self._more(fate)}" for fate in there]
        return ", ".join(said) or "nothing to add"

    def news(self) -> str:
        """What is new to read: "2 works updated (5 new chapters), 1 added"; empty for nothing."""
        updated, added = self._counts[Fate.UPDATED], self._counts[Fate.ADDED]
        works = f"{counted(updated, 'work')} updated{self._more(Fate.UPDATED)}"
        return ", ".join([*([works] if updated else []), *([f"{added:,} added"] if added else [])])

    def _more(self, fate: Fate) -> str:
        has_news = fate is Fate.UPDATED and self._new_chapters
        return f" ({chapters(self._new_chapters, 'new ')})" if has_news else ""


def tally_of(results: Iterable[Result]) -> Tally:
    """The results of a batch, counted."""
    tally = Tally()
    for result in results:
        tally.count(result)
    return tally


def fate_of(result: Result) -> Fate:
    """What came of one file."""
    if result.outcome == "same" and result.stored is not None:
        if result.stored.kept == "shorter":
            return Fate.SHORTER
        if result.stored.another:
            return Fate.ANOTHER
    return Fate.SAME if result.outcome == "same" else Fate(result.outcome)


def is_worth_a_line(result: Result) -> bool:
    """Whether a file was not taken in, or not its text, in a way that its reader must hear of."""
    left_alone = result.stored.kept if result.stored else ""
    return result.outcome in ("failed", "skipped", "gone") or left_alone in ("shorter", "chosen")
