"""How long a work was read, as `reader show` says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.reading.durations import duration
from reader.state.tallies import by_day

if TYPE_CHECKING:
    from reader.workspace import Workspace


def time_object(workspace: Workspace, work_id: str) -> dict[str, Any]:
    """The seconds a work was read on all devices, in all and by day, with the keys of `show`."""
    days = by_day(workspace.store.work(work_id).time)
    return {"seconds_read": sum(days.values()), "seconds_by_day": days}


def time_words(workspace: Workspace, work_id: str) -> str:
    """The same for people: "2 h 10 min on 5 days, the last of them 2026-11-21"; empty if it was not read."""
    days = {day: seconds for day, seconds in by_day(workspace.store.work(work_id).time).items() if seconds}
    words = duration(sum(days.values()) / 60)
    if len(days) > 1:
        return f"{words} on {len(days):,} days, the last of them {max(days)}"
    return f"{words} on {max(days)}" if days else ""
