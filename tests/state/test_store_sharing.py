"""Windows, threads and machines that share one state, and works that change their ids, lose nothing."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.state.changes import START, WORK, marked, notes, placed, titled, with_status

from reader.state.records import State, WorkState
from reader.state.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from reader.state.store import Store


def test_two_windows_that_change_one_work_lose_nothing(open_store: Callable[..., Store]) -> None:
    one, two = open_store("one"), open_store("two")
    one.change(WORK, marked("before"))
    one.save()
    assert notes(two) == ["before"]
    one.change(WORK, marked("from one"))
    one.change(WORK, placed("one", 1))
    two.change(WORK, marked("from two"))
    two.change(WORK, placed("two", 2))
    two.change("other:1", titled("Another"))
    assert one.save()
    assert two.save()
    assert notes(two) == ["before", "from one", "from two"]
    assert one.refresh()
    assert not one.refresh()
    assert one.work(WORK) == two.work(WORK) == open_store().work(WORK)
    assert one.work("other:1").title == "Another"
    assert set(one.work(WORK).positions) == {"one", "two"}


def test_what_is_being_saved_is_nobody_elses_change(
    open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    store.change(WORK, marked("mine"))
    settle, seen = store._file.settle, []

    def looked(*written: Any) -> None:
        """The file is another by now, and this store does not know it yet."""
        seen.append((store._file.changed_on_disk, store.is_overtaken, store.refresh()))
        settle(*written)

    monkeypatch.setattr(store._file, "settle", looked)
    store.save()
    assert seen == [(True, False, False)]


def test_a_work_is_known_by_every_id_it_had(open_store: Callable[..., Store]) -> None:
    store, other = open_store(), open_store()
    store.change("sha256:old", marked("under the old id"))
    store.save()
    other.change("sha256:old", marked("late, under the old id"))
    store.change("ao3:new", lambda work: replace(work, title="New", aliases=("sha256:old",)))
    assert notes(store, "ao3:new") == notes(store, "sha256:old") == ["under the old id"]
    assert list(store.ids()) == ["ao3:new"]
    store.save()
    assert 'works."sha256:old"' not in store.path.read_text("utf-8")
    other.save()
    fresh = open_store()
    assert notes(fresh, "sha256:old") == ["late, under the old id", "under the old id"]
    assert fresh.work("sha256:old").id == "ao3:new"
    assert list(fresh.ids()) == ["ao3:new"]


def test_ids_that_claim_each_other_end_in_one(open_store: Callable[..., Store]) -> None:
    store = open_store()
    store.path.parent.mkdir()
    store.path.write_text(
        'format = 1\n[works."a"]\ntitle = "A"\naliases = ["b"]\n[works."b"]\ntitle = "B"\naliases = ["a"]\n'
    )
    assert store.work("a") == store.work("b")
    store.change("b", with_status("reading"))
    store.save()
    assert open_store().work("a").status == open_store().work("b").status != None  # noqa: E711 - both, and there


def test_another_machines_state_is_taken_in_as_it_is(open_store: Callable[..., Store]) -> None:
    store = open_store()
    store.change(WORK, placed("kitchen-3f2a", 5))
    older = placed("phone", 3, START - timedelta(days=1))(WorkState(WORK))
    assert store.take_in(State({WORK: older, "x:1": WorkState("x:1", title="X")})) == 2
    assert store.take_in(State({WORK: older})) == 0
    assert store.work(WORK).positions["phone"] == older.positions["phone"]
    assert store.work(WORK).position == store.work(WORK).positions["kitchen-3f2a"]
    store.save()
    assert open_store().work("x:1").title == "X"


def test_changes_made_while_a_save_writes_are_kept_for_the_next(
    open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    store.change(WORK, marked("first"))
    real = os.fsync
    met: list[WorkState] = []

    def fsync(descriptor: int) -> None:
        if not met:
            met.append(store.change(WORK, marked("second")))
            store.refresh()
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    store.save()
    assert notes(open_store()) == ["first"]
    assert notes(store) == ["first", "second"]
    assert store.dirty
    store.save()
    assert not store.dirty
    assert notes(open_store()) == ["first", "second"]


def test_many_threads_change_and_save_at_once(open_store: Callable[..., Store]) -> None:
    store, other = open_store(), open_store()

    def work(which: Store, name: str) -> None:
        for number in range(8):
            which.change(WORK, marked(f"{name}{number}"))
            which.save()

    threads = [
        threading.Thread(target=work, args=(which, name))
        for name, which in (("a", store), ("b", store), ("c", other))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert notes(open_store()) == sorted(f"{name}{number}" for name in "abc" for number in range(8))
    assert not store.dirty


def test_nobody_waits_while_a_save_parses_what_others_wrote(
    open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, other = open_store(), open_store("attic")
    for number in range(300):
        other.change(f"x:{number}", titled("x" * 400))
    other.save()
    store.path.with_name("state.toml.sum").unlink()  # as if another machine had written it
    store.change(WORK, marked("mine"))
    parse = Sections.record
    answers: list[str] = []

    def record(sections: Sections, work_id: str) -> WorkState:
        if not answers:
            answers.append("")
            asker = threading.Thread(target=lambda: answers.append(store.work("x:7").title))
            asker.start()
            asker.join(10)
        return parse(sections, work_id)

    monkeypatch.setattr(Sections, "record", record)
    store.save()
    assert answers == ["", "x" * 400]
    assert notes(open_store()) == ["mine"]
