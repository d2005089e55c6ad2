"""Reading time and pace in the file, with several windows, hands and machines at it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.state.changes import WORK, placed

from reader.state.records import MeasuredPace, State, WorkState
from reader.state.tallies import added
from reader.state.top_keys import _DAYS_KEPT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.state.store import Store

TODAY = date(2026, 11, 21)
DAY = "2026-11-21"


def read_for(store: Store, seconds: int, day: date = TODAY) -> None:
    def longer(work: WorkState) -> WorkState:
        return replace(work, time=added(work.time, day, store.device, seconds))

    store.change(WORK, longer)


def measure(store: Store, words: int, seconds: int, day: date = TODAY) -> None:
    def more(pace: MeasuredPace) -> MeasuredPace:
        return replace(
            pace,
            words=added(pace.words, day, store.device, words),
            seconds=added(pace.seconds, day, store.device, seconds),
        )

    store.change_pace(more)


def test_two_windows_on_one_device_neither_lose_nor_double_time(open_store: Callable[..., Store]) -> None:
    first, second = open_store(), open_store()
    read_for(first, 100)
    first.save()
    read_for(second, 30)  # which knows of the first window's save
    read_for(first, 20)
    measure(first, 400, 100)
    measure(second, 40, 10)
    assert first.save()
    assert second.save()
    read_for(first, 5)
    measure(first, 4, 1)
    assert first.save()
    again = open_store()
    assert again.work(WORK).time == {DAY: {"kitchen-3f2a": 155}}
    assert again.pace.words == {DAY: {"kitchen-3f2a": 444}}
    assert again.pace.seconds == {DAY: {"kitchen-3f2a": 111}}


def test_a_place_saved_in_between_leaves_the_time_alone(open_store: Callable[..., Store]) -> None:
    first, second = open_store(), open_store()
    read_for(first, 10)
    first.save()
    second.change(WORK, placed("kitchen-3f2a", 9))
    read_for(first, 10)
    second.save()
    first.save()
    assert not first.save()
    assert open_store().work(WORK).time == {DAY: {"kitchen-3f2a": 20}}


def test_what_is_no_time_stays_and_so_does_what_is_no_pace(open_store: Callable[..., Store]) -> None:
    store = open_store()
    store.path.parent.mkdir()
    store.path.write_text(
        'format = 1\npace = "brisk"\nsearches = ["long"]\n[works."ao3:1234567"]\n'
        'time = {"2026-11-21" = {kitchen-3f2a = 10, attic = "an hour"}, today = 5}\n',
        "utf-8",
    )
    assert store.work(WORK).time == {DAY: {"kitchen-3f2a": 10}}
    assert store.pace == MeasuredPace()
    read_for(store, 5)
    measure(store, 40, 10)
    store.save()
    data = tomllib.loads(store.path.read_text("utf-8"))
    work = data["works"][WORK]
    assert work["time"] == {DAY: {"kitchen-3f2a": 15}}
    assert work["unreadable"]["time"] == {DAY: {"attic": "an hour"}, "today": 5}
    assert data["unreadable"] == {"pace": "brisk"}
    assert data["searches"] == ["long"]
    assert data["pace"] == {"words": {DAY: {"kitchen-3f2a": 40}}, "seconds": {DAY: {"kitchen-3f2a": 10}}}


def test_a_file_with_a_pace_is_still_taken_apart_at_its_works(open_store: Callable[..., Store]) -> None:
    store = open_store()
    read_for(store, 5)
    store.change("ao3:2", placed("kitchen-3f2a", 9))
    measure(store, 40, 10)
    store.save()
    text = store.path.read_text("utf-8")
    again = open_store()
    again.change("ao3:2", placed("kitchen-3f2a", 10))
    again.save()
    assert store.path.read_text("utf-8").split("[works.")[:2] == text.split("[works.")[:2]
    assert again.pace == store.pace


def test_another_machines_time_and_pace_are_taken_in_once(open_store: Callable[..., Store]) -> None:
    store = open_store()
    read_for(store, 5)
    other = WorkState(WORK, time={DAY: {"garden-1111": 50, "kitchen-3f2a": 3}})
    top = {"pace": {"words": {DAY: {"garden-1111": 400}}, "seconds": {DAY: {"garden-1111": 100}}}}
    for _ in range(2):
        store.take_in(State({WORK: other}, top))
        store.save()
    again = open_store()
    assert again.work(WORK).time == {DAY: {"garden-1111": 50, "kitchen-3f2a": 5}}
    assert again.pace.words == {DAY: {"garden-1111": 400}}


def test_the_pace_of_old_days_is_let_go(open_store: Callable[..., Store]) -> None:
    store = open_store()
    for day in range(1, 31):
        for month in (9, 10):
            measure(store, 10, 2, date(2026, month, day))
    store.save()
    assert len(open_store().pace.words) == _DAYS_KEPT
    assert "2026-10-30" in open_store().pace.words


def test_pace_measured_while_a_save_writes_waits_for_the_next(
    open_store: Callable[..., Store],
) -> None:
    store = open_store()
    measure(store, 10, 2)
    write = store._file.write

    def meanwhile(pieces: Sequence[bytes]) -> object:
        measure(store, 7, 1)
        return write(pieces)

    store._file.write = meanwhile  # type: ignore[method-assign, assignment]  # something happens while it writes
    store.save()
    store._file.write = write  # type: ignore[method-assign]
    assert store.dirty
    assert open_store().pace.words == {DAY: {"kitchen-3f2a": 10}}
    store.save()
    assert open_store().pace.words == {DAY: {"kitchen-3f2a": 17}}
