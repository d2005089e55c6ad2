"""Changes of one work, as a reader makes them, for the tests of the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.state.records import Position, Stamped, WorkState, new_bookmark
from reader.work.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.state.store import Store

START = datetime(2026, 11, 21, 10, 3, 12, 481000, tzinfo=UTC)
PLACE = Locator(4, "the ledger", "The Ledger", 10233, "before it ", "“Ines,” she said,\nand more", " after")
WORK = "ao3:1234567"


def titled(title: str) -> Callable[[WorkState], WorkState]:
    return lambda work: replace(work, title=title)


def marked(note: str, at: datetime = START) -> Callable[[WorkState], WorkState]:
    mark = new_bookmark(kind="place", start=PLACE, text="Ines", note=note, now=at)
    return lambda work: replace(work, bookmarks=(*work.bookmarks, mark))


def placed(device: str, offset: int, at: datetime = START) -> Callable[[WorkState], WorkState]:
    position = Position(PLACE._replace(offset=offset), 0.4312, at)
    return lambda work: replace(work, positions={**work.positions, device: position})


def with_status(value: str, at: datetime = START) -> Callable[[WorkState], WorkState]:
    return lambda work: replace(work, status=Stamped(value, at))


def notes(store: Store, work: str = WORK) -> list[str]:
    return sorted(mark.note for mark in store.work(work).marks)
