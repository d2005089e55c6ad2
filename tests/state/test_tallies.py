"""Laws of what is counted by day and device: nothing is lost, and nothing is counted twice."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reader.state.tallies import Tally, added, by_day, carried, latest, sorted_out, united

DAYS = (date(2026, 11, 20), date(2026, 11, 21))
tallies = st.dictionaries(
    st.sampled_from([day.isoformat() for day in DAYS]),
    st.dictionaries(st.sampled_from(["here", "there"]), st.integers(0, 9), min_size=1),
)
readings = st.lists(st.tuples(st.sampled_from(DAYS), st.integers(1, 9)), max_size=4)


def after(tally: Tally, readings: list[tuple[date, int]], device: str = "here") -> Tally:
    for day, count in readings:
        tally = added(tally, day, device, count)
    return tally


@given(tallies, tallies, tallies)
def test_machines_are_united_in_any_order(a: Tally, b: Tally, c: Tally) -> None:
    assert united(a, a) == a
    assert united(a, b) == united(b, a)
    assert united(united(a, b), c) == united(a, united(b, c))


@given(tallies, readings, readings)
def test_two_windows_on_one_device_count_all_that_both_add(
    base: Tally, one: list[tuple[date, int]], other: list[tuple[date, int]]
) -> None:
    disk = after(base, other)
    assert carried(base, after(base, one), disk) == after(disk, one)


@given(tallies, tallies)
def test_what_was_not_added_to_here_is_as_it_is_on_disk(base: Tally, disk: Tally) -> None:
    assert carried(base, base, disk) == disk


@given(tallies, tallies, tallies)
def test_no_count_is_ever_taken_away(base: Tally, mine: Tally, disk: Tally) -> None:
    result = carried(base, mine, disk)
    assert united(result, disk) == result


@given(tallies, readings)
def test_days_add_up(tally: Tally, added_here: list[tuple[date, int]]) -> None:
    whole = sum(by_day(after(tally, added_here)).values())
    assert whole == sum(by_day(tally).values()) + sum(count for _, count in added_here)


def test_what_a_hand_wrote_wrongly_is_told_from_counts() -> None:
    raw: dict[str, Any] = {
        "2026-11-21": {"here": 30, "there": "long", "garden": True, "attic": -1, "cellar": 1 << 40},
        "2026-02-30": {"here": 30},
        "20261121": {"here": 30},
        "2026-11-20": 7,
        "2026-11-19": {},
    }
    counts, odd = sorted_out(raw)
    assert counts == {"2026-11-21": {"here": 30}}
    assert odd == {
        "2026-11-21": {"there": "long", "garden": True, "attic": -1, "cellar": 1 << 40},
        "2026-02-30": {"here": 30},
        "20261121": {"here": 30},
        "2026-11-20": 7,
    }


def test_the_latest_days_are_those_that_were_read_on() -> None:
    tally = {"2026-11-21": {"here": 1}, "2025-01-01": {"here": 2}, "2026-11-20": {"here": 3}}
    assert list(latest(tally, 2)) == ["2026-11-20", "2026-11-21"]
