"""The status that follows from reading on, and how often a work was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.state.records import Stamped
from reader.work.statuses import FINISHED

if TYPE_CHECKING:
    from datetime import datetime

    from reader.state.records import Position, WorkState

_BEGINNING = 0.1
"""The share of a finished work in which to turn a page means to read it again, not to look something up."""
_BY_ITSELF = (None, "unread", "reading", "caught-up", FINISHED)
"""Statuses that reading on may change; "paused" and "dropped" are the reader's own word."""


def followed(
    state: WorkState, before: Position | None, now: Position, *, at_end: bool, complete: bool | None
) -> WorkState:
    """The state with the status that follows from having come from one place to another.

    `at_end` is whether the last page is shown, `complete` whether the author has finished the work, None
    where nobody says. To finish a work is to have read it once more.
    """
    current = state.status.value if state.status else None
    if current not in _BY_ITSELF:
        return state
    if at_end:
        unfinished = complete is False and current != FINISHED  # which the reader said of what was given up
        reached = "caught-up" if unfinished else FINISHED
    elif current in (None, "unread", "caught-up") or (current == FINISHED and _began_again(before, now)):
        reached = "reading"
    else:
        return state
    if reached == current:
        return state
    state = replace(state, status=Stamped(value=reached, changed=now.at))
    return _counted(state, now.at) if reached == FINISHED else state


def _began_again(before: Position | None, now: Position) -> bool:
    """Whether a page was turned at the beginning of the work, which a jump to it alone does not say."""
    if before is None or now.progress <= before.progress:
        return False
    return before.progress <= _BEGINNING or (before.locator.chapter, before.locator.offset) == (1, 0)


def _counted(state: WorkState, now: datetime) -> WorkState:
    """The state in which the work was read once more; a hand may have written anything there."""
    times = state.times_read.value if state.times_read else 0
    times = max(times, 0) if isinstance(times, int) else 0
    return replace(state, times_read=Stamped(value=times + 1, changed=now))
