"""What the reader decides of a work, put into the state."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.state.records import Stamped, in_milliseconds

if TYPE_CHECKING:
    from reader.state.store import Store


def decide_removal(store: Store, work_id: str, title: str) -> None:
    """The work is out of the library, and is not to be taken in again."""
    removed = Stamped(value=True, changed=_now())
    store.change(work_id, lambda state: replace(state, title=title, removed=removed))


def decide_return(store: Store, work_id: str) -> None:
    """The work is in the library after all."""
    there = Stamped(value=False, changed=_now())
    store.change(work_id, lambda state: replace(state, removed=there) if state.removed else state)


def decide_repair(store: Store, work_id: str, repair: bool) -> None:
    """Lost paragraph boundaries are put back, or the text is left as it came."""
    wanted = Stamped(value=repair, changed=_now())
    store.change(work_id, lambda state: replace(state, repair=wanted))


def decide_seen(store: Store, work_id: str) -> None:
    """No chapter of the work is new any longer."""
    none = Stamped(value=(), changed=_now())
    store.change(work_id, lambda state: replace(state, new_chapters=none) if state.new_chapters else state)


def _now() -> datetime:
    return in_milliseconds(datetime.now(UTC))
