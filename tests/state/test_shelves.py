"""Saved searches in the state: kept, merged by the laws of all state, and deleted for good."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from tests.state.changes import START

from reader.state.document import shelf_from, shelf_table
from reader.state.merge import carried_shelves, united_shelves
from reader.state.records import MILLISECOND, Shelf, State
from reader.state.stamping import stamped_shelves
from reader.state.store import Store

if TYPE_CHECKING:
    from pathlib import Path

moments = st.integers(0, 5).map(lambda n: START + n * MILLISECOND)
names = st.sampled_from(["long ones", "é [x]", "c"])
extras = st.dictionaries(st.just("later"), st.integers(0, 2), max_size=1)
one_shelf = st.builds(
    Shelf, names, st.sampled_from(["words:50k..", 'tag:"a b"', ""]), moments, st.none() | moments, extras
)
some = st.lists(one_shelf, max_size=3, unique_by=lambda shelf: shelf.name).map(
    lambda shelves: united_shelves(tuple(shelves), ())
)


@given(some, some, some)
def test_shelves_merge_in_any_order(a: tuple[Shelf, ...], b: tuple[Shelf, ...], c: tuple[Shelf, ...]) -> None:
    both = united_shelves(a, b)
    assert united_shelves(a, a) == a
    assert both == united_shelves(b, a)
    assert united_shelves(both, both) == united_shelves(both, a) == both
    assert united_shelves(both, c) == united_shelves(a, united_shelves(b, c))


@given(some, some)
def test_a_change_wins_over_what_it_was_made_from(old: tuple[Shelf, ...], new: tuple[Shelf, ...]) -> None:
    now = START - timedelta(days=1)  # a clock that goes backwards
    changed = stamped_shelves(old, new, now)
    assert united_shelves(old, changed) == changed
    wanted = {(shelf.name, shelf.query) for shelf in new if shelf.deleted is None or shelf not in old}
    assert {(shelf.name, shelf.query) for shelf in changed if shelf.deleted is None} == wanted
    assert {shelf.name for shelf in old} <= {shelf.name for shelf in changed}


@given(some, some)
def test_what_was_not_changed_here_is_as_on_disk(base: tuple[Shelf, ...], disk: tuple[Shelf, ...]) -> None:
    assert carried_shelves(base, base, disk) == disk


@given(one_shelf)
def test_a_shelf_survives_being_written(shelf: Shelf) -> None:
    assert shelf_from(shelf_table(shelf)) == shelf


def test_a_hand_may_write_the_query_alone_and_nothing_odd_is_lost(tmp_path: Path) -> None:
    (tmp_path / "state.toml").write_text('format = 1\nsearches = ["words:50k..", 3, {name = 4}]\n')
    store = Store(tmp_path, device="here")
    assert [(shelf.name, shelf.query) for shelf in store.shelves] == [("words:50k..", "words:50k..")]
    store.change_shelves(lambda shelves: (*shelves, Shelf("mine", "status:reading", START)))
    store.save()
    data = tomllib.loads((tmp_path / "state.toml").read_text())
    assert [shelf["name"] for shelf in data["searches"]] == ["mine", "words:50k.."]
    assert data["unreadable"]["searches"] == [3, {"name": 4}]


def test_two_windows_keep_each_others_shelves_and_deletions(tmp_path: Path) -> None:
    one, other = (Store(tmp_path, device=device) for device in ("one", "other"))
    one.change_shelves(lambda _: (Shelf("a", "x", START), Shelf("b", "y", START)))
    one.save()
    assert [shelf.name for shelf in other.shelves] == ["a", "b"]
    other.change_shelves(lambda shelves: tuple(shelf for shelf in shelves if shelf.name != "a"))
    one.change_shelves(lambda shelves: (*shelves, Shelf("c", "z", START)))
    other.save()
    one.save()
    for store in (one, other):
        store.refresh()
        assert [shelf.name for shelf in store.shelves] == ["b", "c"]


def test_a_shelf_deleted_stays_deleted_through_a_merge_and_one_made_anew_is_there(tmp_path: Path) -> None:
    store = Store(tmp_path, device="here")
    store.change_shelves(lambda _: (Shelf("a", "x", START),))
    table = {"searches": [shelf_table(shelf) for shelf in store.shelves]}
    store.change_shelves(lambda _: ())
    store.take_in(State({}, table))
    assert store.shelves == ()
    store.change_shelves(lambda _: (Shelf("a", "new", START),))
    store.save()
    again = Store(tmp_path, device="there")
    assert [shelf.query for shelf in again.shelves] == ["new"]
    other = State({}, {"searches": [shelf_table(replace(again.shelves[0], name="z"))]})
    again.take_in(other)
    assert again.dirty
    assert [shelf.name for shelf in again.shelves] == ["a", "z"]
