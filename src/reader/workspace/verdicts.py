"""What follows from the state of one work: is it out, how far is it read, is its text repaired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.work.statuses import FINISHED

if TYPE_CHECKING:
    from reader.state.records import WorkState


def is_removed(state: WorkState) -> bool:
    """Whether the reader took the work out of the library."""
    return state.removed is not None and bool(state.removed.value)


def is_begun(state: WorkState) -> bool:
    """Whether the reader has been in it or marked something."""
    return state.position is not None or bool(state.marks)


def has_reached_the_end(state: WorkState) -> bool:
    """Whether the work was read to its end, or the reader says so."""
    return status_of(state, complete=None) in ("caught-up", FINISHED)


def new_chapters(state: WorkState) -> tuple[str, ...]:
    """The keys of the chapters that came since the work was read; none of one unread or read through."""
    if not state.new_keys or status_of(state, complete=None) in ("unread", "caught-up", FINISHED):
        return ()
    return state.new_keys


def chosen_source(state: WorkState) -> str | None:
    """The hash of the file whose text the reader wants, None for the best there is."""
    return str(state.source.value) or None if state.source else None


def rating_of(state: WorkState) -> int | None:
    """The reader's own rating; None where there is none, or it was taken away (0)."""
    return (_whole(state.rating.value) or None) if state.rating else None


def times_read(state: WorkState) -> int:
    """How often the reader has read the work to its end."""
    return _whole(state.times_read.value) if state.times_read else 0


def _whole(value: object) -> int:
    """A number as a hand may have written it, within what the catalogue holds; 0 for anything else."""
    return min(max(int(value), 0), 1_000_000) if isinstance(value, int) else 0


def wants_repair(state: WorkState) -> bool:
    """Whether lost paragraph boundaries of the work are put back; they are unless the reader said no."""
    return state.repair is None or bool(state.repair.value)


def status_of(state: WorkState, *, complete: bool | None) -> str:
    """The status the reader gave it, else the one that follows from how far it is read.

    `complete` is whether its author has finished it, None where nobody says.
    """
    if state.status is not None:
        return str(state.status.value)
    if state.position is None:
        return "unread"
    if state.position.progress < 1:
        return "reading"
    return "caught-up" if complete is False else FINISHED
