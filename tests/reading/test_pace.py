"""Laws of the pace: what is read with care tells it, and what is not leaves it alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.reading.pace import USUAL, Pace, pace_of_late
from reader.state.records import MeasuredPace

pages = st.lists(st.tuples(st.floats(0, 900), st.floats(0, 4000)), max_size=8)


def read(pages: list[tuple[float, float]]) -> Pace:
    pace = Pace()
    for words, seconds in pages:
        pace = pace.with_page(words, seconds)
    return pace


def test_without_any_measure_it_is_the_usual_one() -> None:
    assert Pace().a_minute == pytest.approx(USUAL)
    assert Pace().minutes(2400) == pytest.approx(10)


@given(pages)
def test_no_reading_makes_it_stand_still_or_run_away(pages: list[tuple[float, float]]) -> None:
    assert 0 < read(pages).a_minute < 1000


@given(st.integers(80, 900), st.integers(1, 60))
def test_it_comes_nearer_to_the_readers_own_with_each_page(words_a_minute: int, count: int) -> None:
    page = (300.0, 300 * 60 / words_a_minute)
    off = [abs(read([page] * n).a_minute - words_a_minute) for n in (0, count, count + 20)]
    assert off[0] >= off[1] >= off[2]


@given(st.floats(0, 900), pages)
def test_nobody_is_taken_for_gone_who_reads_at_half_their_pace_or_looks_at_an_empty_page(
    words: float, before: list[tuple[float, float]]
) -> None:
    pace = read(before)
    assert pace.idle_after(words) > 2 * 60 * pace.minutes(words) + 20


def test_some_thousand_words_outweigh_the_usual_pace() -> None:
    assert read([(300.0, 45.0)] * 20).a_minute > 330  # who reads 400 a minute


def test_pages_looked_through_or_left_lying_tell_nothing() -> None:
    pace = read([(300.0, 60.0)] * 5)
    for seconds in (0.0, 0.4, 10.0, 3600.0):
        assert pace.with_page(300, seconds) == pace
    assert pace.with_page(0, 60) == pace


@given(st.permutations([(300.0, 70.0), (280.0, 50.0), (5.0, 600.0), (310.0, 2.0), (150.0, 30.0)]))
def test_the_order_of_pages_does_not_matter(pages: list[tuple[float, float]]) -> None:
    assert read(pages).a_minute == pytest.approx(read(sorted(pages)).a_minute)


def test_only_days_of_late_tell_it() -> None:
    measured = MeasuredPace(
        words={
            "2025-01-01": {"here": 90_000},
            "2026-11-20": {"here": 15_000},
            "2026-11-21": {"there": 9_000},
        },
        seconds={
            "2025-01-01": {"here": 9_000},
            "2026-11-20": {"here": 3_000},
            "2026-11-21": {"there": 1_800},
        },
    )
    assert pace_of_late(measured) == Pace(24_000, 4_800)


def test_words_without_their_seconds_tell_nothing() -> None:
    measured = MeasuredPace(
        words={"2026-11-21": {"here": 500, "there": 300}}, seconds={"2026-11-21": {"here": 100}}
    )
    assert pace_of_late(measured) == Pace(500, 100)
    assert pace_of_late(MeasuredPace()) == Pace()
