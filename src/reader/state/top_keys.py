"""The keys outside of works that are known here: the reader's pace, over all works, and saved searches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from reader.state.document import measured_from_table, measured_table, shelf_from, shelf_table
from reader.state.merge import carried_shelves, united_shelves
from reader.state.records import MeasuredPace, Shelf
from reader.state.stamping import stamped_shelves
from reader.state.table import Table
from reader.state.tallies import carried, latest, united
from reader.state.unknown import join

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

_T = TypeVar("_T")
_DAYS_KEPT = 40
"""Days of reading whose pace is kept: people read faster, or slower, than a year ago."""


@dataclass(frozen=True, slots=True)
class _Kind(Generic[_T]):
    """How what stands under a key is read, written and merged."""

    key: str
    take: Callable[[Table], _T]
    """Takes it out of the top of the file; what makes no sense there is left to the rest."""
    written: Callable[[_T], Any]
    united: Callable[[_T, _T], _T]
    carried: Callable[[_T, _T, _T], _T]
    """From what was read, what it is now here, and what is on disk: what is to be there."""


class TopKey(Generic[_T]):
    """What was changed here under one key, and not saved. It changes, and is not safe for threads.

    `top` is what stands at the top of the file as it was read last.
    """

    def __init__(self, kind: _Kind[_T]) -> None:
        self._kind = kind
        self._change: tuple[_T, _T] | None = None
        """What it was in the file, and what it is now."""

    @property
    def name(self) -> str:
        """The key itself."""
        return self._kind.key

    @property
    def dirty(self) -> bool:
        """Whether anything was changed and not saved."""
        return self._change is not None

    def value(self, top: Mapping[str, Any]) -> _T:
        """What it is, with what was changed here."""
        return self._change[1] if self._change else self._kind.take(Table(top))

    def change(self, top: Mapping[str, Any], fn: Callable[[_T], _T]) -> None:
        """Change it in memory."""
        old = self.value(top)
        new = fn(old)
        if new != old:
            self._change = (self._change[0] if self._change else old, new)

    def take_in(self, top: Mapping[str, Any], others: Mapping[str, Any]) -> None:
        """Merge what stands in another machine's file."""
        other = self._kind.take(Table(others))
        self.change(top, lambda mine: self._kind.united(mine, other))

    def carry_over(self, top: Mapping[str, Any]) -> None:
        """Put what was changed here on top of a newly read file."""
        if self._change:
            disk = self._kind.take(Table(top))
            self._change = (disk, self._kind.carried(*self._change, disk))

    def written(self, top: Mapping[str, Any]) -> dict[str, Any]:
        """The top of the file as it is to be written; `saved` is to be told of it."""
        if not self._change:
            return dict(top)
        table = Table(top)
        self._kind.take(table)  # what stands there instead of such a value is kept
        return {**table.rest(), self._kind.key: self._kind.written(self._change[1])}

    def saved(self, top: Mapping[str, Any]) -> None:
        """Know that this is in the file now; what was changed meanwhile is yet to be saved."""
        if self._change:
            there = self._kind.take(Table(top))
            self._change = None if there == self._change[1] else (there, self._change[1])


class TopKeys:
    """All of these keys. It changes, as they do."""

    def __init__(self) -> None:
        self.pace = TopKey(_PACE)
        self.shelves = TopKey(_SHELVES)
        self._all: tuple[TopKey[Any], ...] = (self.pace, self.shelves)
        self._unknown: dict[str, Any] = {}
        """What a later version put into another machine's file, and is yet to be in this one."""

    @property
    def dirty(self) -> bool:
        """Whether anything was changed and not saved."""
        return bool(self._unknown) or any(key.dirty for key in self._all)

    def change_pace(self, top: Mapping[str, Any], fn: Callable[[MeasuredPace], MeasuredPace]) -> None:
        """Change the pace in memory."""
        self.pace.change(top, lambda pace: _of_late(fn(pace)))

    def live_shelves(self, top: Mapping[str, Any]) -> tuple[Shelf, ...]:
        """The saved searches that were not deleted."""
        return tuple(shelf for shelf in self.shelves.value(top) if shelf.deleted is None)

    def change_shelves(
        self, top: Mapping[str, Any], fn: Callable[[tuple[Shelf, ...]], tuple[Shelf, ...]], now: datetime
    ) -> None:
        """Change the saved searches in memory, at this moment."""
        self.shelves.change(top, lambda shelves: stamped_shelves(shelves, fn(shelves), now))

    def take_in(self, top: Mapping[str, Any], others: Mapping[str, Any]) -> None:
        """Merge the top of another machine's file into this one's."""
        for key in self._all:
            key.take_in(top, others)
        known = {"format", *(key.name for key in self._all)}
        self._unknown |= {name: value for name, value in others.items() if name not in known}
        self._join_unknown(top)

    def _join_unknown(self, top: Mapping[str, Any]) -> None:
        both = join({name: top[name] for name in self._unknown if name in top}, self._unknown)
        self._unknown = {name: value for name, value in both.items() if top.get(name) != value}

    def carry_over(self, top: Mapping[str, Any]) -> None:
        """Put what was changed here on top of a newly read file."""
        for key in self._all:
            key.carry_over(top)
        self._join_unknown(top)

    def written(self, top: Mapping[str, Any]) -> dict[str, Any]:
        """The top of the file as it is to be written; `saved` is to be told of it."""
        now = dict(top)
        for key in self._all:
            now = key.written(now)
        return {**now, **self._unknown}

    def saved(self, top: Mapping[str, Any]) -> None:
        """Know that this is in the file now."""
        for key in self._all:
            key.saved(top)
        self._join_unknown(top)


def _of_late(pace: MeasuredPace) -> MeasuredPace:
    """The pace without days long gone."""
    return MeasuredPace(latest(pace.words, _DAYS_KEPT), latest(pace.seconds, _DAYS_KEPT), pace.extra)


def _pace_carried(base: MeasuredPace, mine: MeasuredPace, disk: MeasuredPace) -> MeasuredPace:
    words = carried(base.words, mine.words, disk.words)
    seconds = carried(base.seconds, mine.seconds, disk.seconds)
    return _of_late(MeasuredPace(words, seconds, disk.extra))


def _pace_united(a: MeasuredPace, b: MeasuredPace) -> MeasuredPace:
    extra = join(dict(a.extra), dict(b.extra))
    return _of_late(MeasuredPace(united(a.words, b.words), united(a.seconds, b.seconds), extra))


def _take_shelves(table: Table) -> tuple[Shelf, ...]:
    return united_shelves(table.records("searches", shelf_from), ())


_PACE: _Kind[MeasuredPace] = _Kind(
    "pace",
    lambda table: table.record("pace", measured_from_table) or MeasuredPace(),
    measured_table,
    _pace_united,
    _pace_carried,
)
_SHELVES: _Kind[tuple[Shelf, ...]] = _Kind(
    "searches",
    _take_shelves,
    lambda shelves: [shelf_table(shelf) for shelf in shelves],
    united_shelves,
    carried_shelves,
)
