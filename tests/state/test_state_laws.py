"""Laws of the state: records survive being written, and merging does not depend on who begins."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.state import toml_text
from reader.state.document import section, work_from_table
from reader.state.merge import carry_over, merge, merge_work
from reader.state.records import (
    MILLISECOND,
    Bookmark,
    OwnTag,
    Position,
    SourceFile,
    Stamped,
    State,
    WorkState,
)
from reader.state.sections import put_together, take_apart
from reader.state.stamping import stamped
from reader.state.unknown import join
from reader.work.locator import Locator

START = datetime(2026, 11, 21, 10, 3, 12, 481000, tzinfo=UTC)
few = settings(max_examples=25)

text = st.text(st.sampled_from("ab\"\\'é\n\t\r\x00\x1b\x7f\x85\u2028😀[]#=. "), max_size=12) | st.just(
    "'''\"\"\"'''"
)
any_text = st.text(max_size=20).map(lambda t: t.encode("utf-8", "replace").decode())
moments = st.integers(0, 5).map(lambda n: START + n * MILLISECOND)
scalars = st.one_of(
    text,
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.dates(date(1, 1, 1)),
    st.times(),
    st.datetimes(),
    moments,
)
unknown = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=5,
)
small_unknown = st.recursive(
    st.sampled_from([0, 1, 2.5, "a", True, START]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b", "changed"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def extras(values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    names = st.sampled_from(["later", "a key", "é", ""])
    return st.dictionaries(names, values, max_size=2)


def sorted_table(table: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(table.items()))


locators = st.builds(Locator, st.integers(1, 3), text, text, st.integers(0, 9), text, text, text)


tallies = st.dictionaries(
    st.sampled_from(["2026-11-20", "2026-11-21", "2026-12-01"]),
    st.dictionaries(st.sampled_from(["here", "there", "é ="]), st.integers(0, 9), min_size=1, max_size=3),
    max_size=3,
)


def works(values: st.SearchStrategy[Any], ids: st.SearchStrategy[str]) -> st.SearchStrategy[WorkState]:
    extra = extras(values)
    value = st.none() | st.builds(
        Stamped, st.sampled_from(["reading", "paused", True, 2, ("a", "b")]), moments, extra
    )
    view = st.none() | st.builds(Stamped, extras(values).map(sorted_table), moments, extra)
    names = st.sampled_from(["a", "b", "c"])
    deleted = st.none() | moments
    return st.builds(
        WorkState,
        id=ids,
        title=text,
        sources=st.lists(st.builds(SourceFile, text, names, moments, extra), max_size=2).map(tuple),
        aliases=st.lists(names, max_size=2, unique=True).map(tuple),
        status=value,
        tags=st.lists(
            st.builds(OwnTag, names, moments, deleted, extra), max_size=3, unique_by=lambda tag: tag.name
        ).map(tuple),
        positions=st.dictionaries(
            names, st.builds(Position, locators, st.floats(0, 1), moments, extra), max_size=2
        ),
        bookmarks=st.lists(
            st.builds(
                Bookmark,
                names,
                st.sampled_from(["passage", "place"]),
                locators,
                st.none() | locators,
                text,
                text,
                names,
                moments,
                moments,
                deleted,
                extra,
            ),
            max_size=3,
            unique_by=lambda mark: mark.id,
        ).map(tuple),
        repair=value,
        rating=value,
        view=view,
        time=tallies,
        extra=extra,
    )


whole_works = works(unknown, st.just("ao3:1"))
small_works = works(small_unknown, st.just("ao3:1"))
states = st.dictionaries(st.sampled_from(["x:1", "x:2"]), small_works).map(
    lambda found: State({key: replace(work, id=key) for key, work in found.items()})
)


@given(unknown)
def test_any_toml_value_survives_being_written_on_one_line(value: Any) -> None:
    written = toml_text.value(value)
    assert "\n" not in written
    assert "'''" not in written
    assert tomllib.loads(f"v = {written}")["v"] == value


@given(any_text, any_text)
def test_any_text_survives_as_key_and_value(key: str, value: str) -> None:
    assert tomllib.loads("\n".join(toml_text.lines({key: value}))) == {key: value}


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    assert toml_text.string("a\ud83db") == '"a\ufffdb"'


def test_moments_are_written_as_the_design_has_them() -> None:
    assert toml_text.value(START) == "2026-11-21T10:03:12.481Z"
    assert (
        toml_text.value(datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=2))))
        == "2026-01-01T00:00:00+02:00"
    )
    assert toml_text.value([date(2026, 1, 1), time(1, 2)]) == "[2026-01-01, 01:02:00]"


@given(whole_works)
@few
def test_a_work_survives_being_written(work: WorkState) -> None:
    table = tomllib.loads(section(work))["works"]["ao3:1"]
    assert work_from_table("ao3:1", table) == work


@given(
    st.lists(
        works(unknown, st.text("ab\"\\]. é'", min_size=1, max_size=4)), max_size=4, unique_by=lambda w: w.id
    )
)
@few
def test_a_file_comes_apart_into_the_works_it_was_made_of(made: list[WorkState]) -> None:
    whole = put_together(made).text()
    parts = take_apart(whole)
    assert parts.works == put_together(made).works
    assert parts.unchecked == set(parts.works)
    assert [parts.record(work.id) for work in made] == made
    assert parts.text() == whole
    assert b"".join(parts.pieces(at_once=2)).decode() == whole
    assert take_apart(whole, own=True).works == parts.works


@given(small_unknown, small_unknown, small_unknown)
def test_unknown_values_join_in_any_order(a: Any, b: Any, c: Any) -> None:
    assert join(a, a) == a
    assert same(join(a, b), join(b, a))
    assert same(join(join(a, b), c), join(a, join(b, c)))


def same(a: Any, b: Any) -> bool:
    """Equal, and of the same types: 1, 1.0 and true are equal to Python."""
    return a == b and repr(sorted_keys(a)) == repr(sorted_keys(b))


def sorted_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return [(key, sorted_keys(value[key])) for key in sorted(value)]
    return [sorted_keys(item) for item in value] if isinstance(value, list) else value


@given(small_works, small_works, small_works)
@few
def test_works_merge_in_any_order(a: WorkState, b: WorkState, c: WorkState) -> None:
    both = merge_work(a, b)
    assert merge_work(a, a) == a
    assert both == merge_work(b, a)
    assert merge_work(both, both) == merge_work(both, a) == both
    assert merge_work(both, c) == merge_work(a, merge_work(b, c))


@given(states, states, states)
@few
def test_whole_states_merge_in_any_order(a: State, b: State, c: State) -> None:
    assert merge(a, a) == a
    assert merge(a, b) == merge(b, a)
    assert merge(merge(a, b), c) == merge(a, merge(b, c))


@given(small_works, small_works)
@few
def test_merging_loses_no_thing_and_no_newest_stamp(a: WorkState, b: WorkState) -> None:
    both = merge_work(a, b)
    for side in (a, b):
        assert {mark.id for mark in side.bookmarks} <= {mark.id for mark in both.bookmarks}
        assert side.positions.keys() <= both.positions.keys()
        assert {tag.name for tag in side.tags} <= {tag.name for tag in both.tags}
        assert {(s.path, s.sha256) for s in side.sources} <= {(s.path, s.sha256) for s in both.sources}
        assert set(side.aliases) <= set(both.aliases)
        newest = {mark.id: mark.stamp for mark in both.bookmarks}
        assert all(newest[mark.id] >= mark.stamp for mark in side.bookmarks)


@given(small_works, small_works)
@few
def test_what_was_not_changed_here_is_as_it_is_on_disk(base: WorkState, disk: WorkState) -> None:
    tidy = merge_work(disk, WorkState(disk.id))
    new = OwnTag("new here", START)
    carried = carry_over(base, replace(base, tags=(*base.tags, new)), disk)
    assert new in carried.tags
    as_on_disk = replace(tidy, sources=disk.sources, aliases=disk.aliases, extra=disk.extra)
    carried = replace(carried, tags=tuple(tag for tag in carried.tags if tag != new))
    assert carried in (as_on_disk, disk)  # which are the same but for the order of things
    assert carry_over(base, base, disk) == disk


@given(small_works, small_works)
@few
def test_what_was_changed_here_alone_stays(base: WorkState, mine: WorkState) -> None:
    assert carry_over(base, mine, base) == mine


@given(small_works, small_works)
@few
def test_a_change_is_later_than_what_it_replaces(old: WorkState, new: WorkState) -> None:
    old = stamped(WorkState(old.id), old, START)
    changed = stamped(old, new, START)
    before = {mark.id: mark for mark in old.bookmarks}
    after = {mark.id: mark for mark in changed.bookmarks}
    assert before.keys() <= after.keys()
    assert all(after[key] == mark or after[key].stamp > mark.stamp for key, mark in before.items())
    assert all(after[key].deleted for key in before.keys() - {mark.id for mark in new.bookmarks})
    for device, position in changed.positions.items():
        if position != old.positions.get(device) and old.position:
            assert position.at > old.position.at
    if old.status and changed.status and old.status != changed.status:
        assert changed.status.changed > old.status.changed
    assert merge_work(old, changed).marks == changed.marks
