"""The keys outside of works that are known here: the reader's pace, over all works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.state.document import measured_from_table, measured_table
from reader.state.records import MeasuredPace
from reader.state.table import Table
from reader.state.tallies import carried, latest, united
from reader.state.unknown import join

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DAYS_KEPT = 40
"""Days of reading whose pace is kept: people read faster, or slower, than a year ago."""


class TopKeys:
    """What was changed here of the top of the file, and not saved. It changes, and is not safe for threads.

    `top` is what stands at the top of the file as it was read last.
    """

    def __init__(self) -> None:
        self._base = MeasuredPace()
        self._mine: MeasuredPace | None = None

    @property
    def dirty(self) -> bool:
        """Whether anything was changed and not saved."""
        return self._mine is not None

    def pace(self, top: Mapping[str, Any]) -> MeasuredPace:
        """The pace with what was changed here."""
        return self._mine or _pace_in(top)

    def change_pace(self, top: Mapping[str, Any], fn: Callable[[MeasuredPace], MeasuredPace]) -> None:
        """Change the pace in memory."""
        old = self.pace(top)
        new = _of_late(fn(old))
        if new != old:
            self._base = old if self._mine is None else self._base
            self._mine = new

    def take_in(self, top: Mapping[str, Any], others: Mapping[str, Any]) -> None:
        """Merge the top of another machine's file into this one's."""
        other = _pace_in(others)
        self.change_pace(top, lambda pace: _united(pace, other))

    def carry_over(self, top: Mapping[str, Any]) -> None:
        """Put what was changed here on top of a newly read file."""
        if self._mine is not None:
            disk = _pace_in(top)
            words = carried(self._base.words, self._mine.words, disk.words)
            seconds = carried(self._base.seconds, self._mine.seconds, disk.seconds)
            self._mine = _of_late(MeasuredPace(words, seconds, disk.extra))
            self._base = disk

    def written(self, top: Mapping[str, Any]) -> dict[str, Any]:
        """The top of the file as it is to be written; `saved` is to be told of it."""
        if self._mine is None:
            return dict(top)
        table = Table(top)
        table.record("pace", measured_from_table)  # what stands there instead of one is kept
        return {**table.rest(), "pace": measured_table(self._mine)}

    def saved(self, top: Mapping[str, Any]) -> None:
        """Know that this is in the file now; what was changed meanwhile is yet to be saved."""
        self._base = _pace_in(top)
        if self._mine == self._base:
            self._mine = None


def _pace_in(top: Mapping[str, Any]) -> MeasuredPace:
    return measured_from_table(top.get("pace")) or MeasuredPace()


def _of_late(pace: MeasuredPace) -> MeasuredPace:
    return MeasuredPace(latest(pace.words, _DAYS_KEPT), latest(pace.seconds, _DAYS_KEPT), pace.extra)


def _united(a: MeasuredPace, b: MeasuredPace) -> MeasuredPace:
    return MeasuredPace(
        united(a.words, b.words), united(a.seconds, b.seconds), join(dict(a.extra), dict(b.extra))
    )
