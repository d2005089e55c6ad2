"""Two machines that change one state apart from each other, and are merged both ways, agree on everything."""

from __future__ import annotations

import itertools
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.state.changes import START, marked, placed, with_status

from reader.state.records import OwnTag, Shelf, Stamped, State, WorkState
from reader.state.sections import take_apart
from reader.state.store import Store
from reader.state.tallies import added

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

DEVICES = ("kitchen", "attic")
CHANGES = ("mark", "unmark", "tag", "untag", "place", "status", "view", "time", "shelve", "unshelve", "merge")

steps = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from(CHANGES), st.sampled_from(["ao3:1", "ao3:2"])), max_size=14
)


class Machine:
    """One machine with a state file of its own, and the clock that both go by."""

    def __init__(self, folder: Path, device: str, now: Callable[[], datetime]) -> None:
        self.device = device
        self.store = Store(folder / device, device=device, now=now)
        self._now = now

    def state(self) -> State:
        """What its file says."""
        self.store.save()
        sections = take_apart(self.store.path.read_text("utf-8") if self.store.path.exists() else "")
        return State({key: sections.record(key) for key in sections.works}, sections.top)

    def do(self, change: str, work: str) -> None:
        now = self._now()
        if change == "shelve":
            self.store.change_shelves(lambda shelves: (*shelves, Shelf(work, f"q{now:%S}", now)))
        elif change == "unshelve":
            self.store.change_shelves(lambda shelves: shelves[1:])
        else:
            self.store.change(work, self._changes(now)[change])

    def _changes(self, now: datetime) -> dict[str, Callable[[WorkState], WorkState]]:
        return {
            "mark": marked(self.device, now),
            "unmark": lambda work: replace(work, bookmarks=work.bookmarks[1:]),
            "tag": lambda work: replace(work, tags=(OwnTag("winter", now),)),
            "untag": lambda work: replace(work, tags=()),
            "place": placed(self.device, now.second, now),
            "status": with_status("paused" if now.second % 2 else "reading", now),
            "view": lambda work: replace(work, view=Stamped({"measure": 40 + now.second}, now)),
            "time": lambda work: replace(work, time=added(work.time, date(2026, 11, 21), self.device, 5)),
        }


def everything(machine: Machine) -> tuple[Any, ...]:
    store = machine.store
    works = {work_id: replace(store.work(work_id), aliases=()) for work_id in sorted(store.ids())}
    return works, store.shelves, store.pace


@given(steps)
@settings(max_examples=25)
def test_whoever_merges_whom_they_agree_and_nothing_deleted_comes_back(
    made: list[tuple[int, str, str]],
) -> None:
    clock = itertools.count()
    with tempfile.TemporaryDirectory() as folder:
        machines = [
            Machine(Path(folder), device, lambda: START + timedelta(seconds=next(clock)))
            for device in DEVICES
        ]
        gone: set[str] = set()
        for which, change, work in made:
            machine, other = machines[which], machines[1 - which]
            if change == "merge":
                machine.store.take_in(other.state())
                continue
            before = {mark.id for mark in machine.store.work(work).marks}
            machine.do(change, work)
            gone |= before - {mark.id for mark in machine.store.work(work).marks}
        states = [machine.state() for machine in machines]
        for machine, state in zip(machines, reversed(states), strict=True):
            machine.store.take_in(state)
        assert everything(machines[0]) == everything(machines[1])
        for machine, other in (machines, reversed(machines)):
            assert machine.store.take_in(other.state()) == 0
            live = {mark.id for work in machine.store.ids() for mark in machine.store.work(work).marks}
            assert not live & gone
            newest = [state.works[w].position for state in states for w in state.works if w == "ao3:1"]
            places = [place for place in newest if place]
            assert machine.store.work("ao3:1").position == max(places, key=lambda p: p.at, default=None)


def test_what_a_later_version_put_at_the_top_is_merged_as_well(tmp_path: Path) -> None:
    kitchen, attic = (Store(tmp_path / device, device=device) for device in DEVICES)
    kitchen.take_in(State({}, {"format": 1, "later": {"a": 1}, "both": {"here": 1}}))
    kitchen.save()
    attic.take_in(State({}, {"format": 1, "both": {"there": 2}}))
    attic.save()
    attic.take_in(State({}, take_apart(kitchen.path.read_text("utf-8")).top))
    assert attic.dirty
    attic.save()
    assert not attic.dirty
    top = take_apart(attic.path.read_text("utf-8")).top
    assert top["later"] == {"a": 1}
    assert top["both"] == {"here": 1, "there": 2}
    attic.take_in(State({}, top))
    assert not attic.dirty
