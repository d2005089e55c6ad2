"""What the reader says of a work: status, rating, note, times read, tags of their own; and saying it anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reader.state.records import OwnTag, Stamped, in_milliseconds
from reader.work.statuses import FINISHED
from reader.workspace.verdicts import rating_of, status_of, times_read

if TYPE_CHECKING:
    from reader.state.records import WorkState
    from reader.state.store import Store
    from reader.work.model import WorkInfo


@dataclass(frozen=True, slots=True)
class OwnFacts:
    """What the reader says of one work."""

    status: str
    """One of `work.statuses`."""
    rating: int = 0
    """From 1 to 5; 0 for none."""
    note: str = ""
    times_read: int = 0
    tags: frozenset[str] = frozenset()

    def with_status(self, status: str) -> OwnFacts:
        """With another status; to be called finished is to have been read once more."""
        again = status == FINISHED != self.status
        return replace(self, status=status, times_read=self.times_read + again)


def own_facts(state: WorkState, *, complete: bool | None) -> OwnFacts:
    """What the state says; `complete` is whether the author has finished the work, None where nobody says."""
    return OwnFacts(
        status_of(state, complete=complete),
        rating_of(state) or 0,
        note_of(state),
        times_read(state),
        frozenset(state.own_tags),
    )


def note_of(state: WorkState) -> str:
    """The reader's private note; empty where there is none."""
    return str(state.note.value) if state.note else ""


def say(store: Store, info: WorkInfo, facts: OwnFacts) -> OwnFacts:
    """Put into the state what the reader says of a work now, and return what they said before.

    Only what differs is stamped, so that a merge takes the rest from wherever it was said last.
    """
    before = own_facts(store.work(info.id), complete=info.complete)
    if facts != before:
        now = in_milliseconds(datetime.now(UTC))
        store.change(info.id, lambda state: _said(replace(state, title=info.title), before, facts, now))
    return before


def _said(state: WorkState, before: OwnFacts, facts: OwnFacts, now: datetime) -> WorkState:
    changed: dict[str, Any] = {
        name: Stamped(getattr(facts, name), now)
        for name in ("status", "rating", "note", "times_read")
        if getattr(facts, name) != getattr(before, name)
    }
    others = tuple(tag for tag in state.tags if tag.name not in before.tags ^ facts.tags)
    on = tuple(OwnTag(name, now) for name in sorted(facts.tags - before.tags))
    off = tuple(OwnTag(name, now, deleted=now) for name in sorted(before.tags - facts.tags))
    return replace(state, tags=(*others, *on, *off), **changed)
