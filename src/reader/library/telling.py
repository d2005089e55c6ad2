"""What storing a file did to its work, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.outcomes import Change

if TYPE_CHECKING:
    from reader.library.outcomes import Outcome

_NAMED = 3
"""How many new chapters are named by their titles."""
_KEPT = {
    "": "",
    "older": "an older version; the newer one stays",
    "chosen": "a newer version is there; the one you chose stays",
}


def told(outcome: Outcome) -> str:
    """What is new, or why the text in use stays; empty for a work that was added."""
    if outcome.change is Change.UPDATED:
        return news(outcome)
    if outcome.kept == "shorter":
        lacking = chapters(outcome.fewer) + " fewer" if outcome.fewer else "much less text"
        return f"a shorter version, with {lacking}; the longer text stays"
    if outcome.another:
        return "another file of a work you have"
    return _KEPT[outcome.kept]


def news(outcome: Outcome) -> str:
    """What an update brought: "2 new chapters (The Lamp, The Ledger)"."""
    if not outcome.new:
        return "new text"
    names = ", ".join(outcome.names[:_NAMED]) + (", …" if len(outcome.names) > _NAMED else "")
    return f"{chapters(outcome.new_chapters, 'new ')}{f' ({names})' if names else ''}"


def chapters(count: int, which: str = "") -> str:
    """So many chapters, in words: "1 new chapter"."""
    return f"{count:,} {which}chapter{'s' if count != 1 else ''}"
