"""What storing a work in the catalogue did, as a value and in words for people."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from reader.work.counts import counted

_NAMED = 3
"""How many new chapters are named by their titles."""
_KEPT = {
    "": "",
    "older": "an older version; the newer one stays",
    "chosen": "a newer version is there; the one you chose stays",
}


class Change(StrEnum):
    """What storing a work did."""

    ADDED = "added"
    UPDATED = "updated"
    SAME = "same"
    """There is nothing new to read: the file holds the same, or less, or an older version."""


class Outcome(NamedTuple):
    """What storing a work did, and to which."""

    change: Change
    id: str
    """The work's id from now on; not always the one it came with."""
    new: tuple[int, ...] = ()
    """The numbers of the chapters of an update whose text was not in the work before."""
    names: tuple[str, ...] = ()
    """The titles of those that have one."""
    keys: tuple[tuple[str, str], ...] = ()
    """Of an update: the key of each chapter there was that is there still, and its key from now on."""
    former_id: str | None = None
    """The id it had until now, where the file turned out to have a better one."""
    kept: str = ""
    """Where a different text was not taken: "older", "shorter", or "chosen" when the reader wants another."""
    fewer: int = 0
    """How many chapters a shorter text lacks, 0 where it is the words that are fewer."""
    another: bool = False
    """Whether the file is one more of a work that was there, with the text it had."""
    chosen: bool = False
    """Whether the text took the place of one the reader had chosen, in the same file."""

    @property
    def new_chapters(self) -> int:
        """How many chapters an update brought."""
        return len(self.new)


def told(outcome: Outcome) -> str:
    """What is new, or why the text in use stays; empty for a work that was added."""
    if outcome.change is Change.UPDATED:
        return _news(outcome)
    if outcome.kept == "shorter":
        lacking = chapters(outcome.fewer) + " fewer" if outcome.fewer else "much less text"
        return f"a shorter version, with {lacking}; the longer text stays"
    if outcome.another:
        return "another file of a work you have"
    return _KEPT[outcome.kept]


def _news(outcome: Outcome) -> str:
    """What an update brought: "2 new chapters (The Lamp, The Ledger)"."""
    if not outcome.new:
        return "new text"
    names = ", ".join(outcome.names[:_NAMED]) + (", …" if len(outcome.names) > _NAMED else "")
    return f"{chapters(outcome.new_chapters, 'new ')}{f' ({names})' if names else ''}"


def chapters(count: int, which: str = "") -> str:
    """So many chapters, in words: "1 new chapter"."""
    return counted(count, f"{which}chapter")
