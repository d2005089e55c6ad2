"""Laws of the bar's ticks: they show chapters' beginnings, leave the bar visible, and lead there."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.page.chapter_ticks import Target, chapter_ticks

works = st.lists(st.floats(0, 1), max_size=60).map(lambda shares: [0.0, *sorted(shares)])
widths = st.integers(1, 80)


@given(works, widths)
def test_a_tick_is_where_its_chapter_begins_and_leads_there(starts: list[float], width: int) -> None:
    ticks = chapter_ticks(starts, width)
    for cell, number in ticks.cells.items():
        assert 0 <= cell < width
        assert abs(starts[number - 1] * width - cell) <= 1
        assert ticks.target(cell) == Target(number, None)


@given(works, widths)
def test_ticks_never_fill_the_bar(starts: list[float], width: int) -> None:
    assert len(chapter_ticks(starts, width).cells) <= max(2, width / 2 + 1)


@given(works, widths)
def test_further_right_never_leads_further_back(starts: list[float], width: int) -> None:
    ticks = chapter_ticks(starts, width)
    chapters = [ticks.target(cell).chapter for cell in range(width)]
    assert all(a <= b for a, b in pairwise(chapters))
    assert 1 <= chapters[0] <= chapters[-1] <= len(starts)


def test_a_few_chapters_all_have_one_and_a_near_click_means_it() -> None:
    ticks = chapter_ticks([0, 0.25, 0.5, 0.75], 40)
    assert ticks.cells == {0: 1, 10: 2, 20: 3, 30: 4}
    for cell in (9, 10, 11):
        assert ticks.target(cell) == Target(2, None)
    assert ticks.target(13) == Target(2, 13 / 40)
    assert ticks.target(39) == Target(4, 1.0)


@pytest.mark.parametrize(("count", "step"), [(20, 1), (30, 2), (100, 10), (2000, 200)])
def test_of_many_chapters_those_a_step_apart_have_one(count: int, step: int) -> None:
    ticks = chapter_ticks([n / count for n in range(count)], 40)
    numbers = list(ticks.cells.values())
    assert numbers[0] == 1
    assert all(number % step == 0 for number in numbers[1:])
    assert len(numbers) > 5
    if count > 40:  # a chapter begins in each cell, and nobody wants the middle of one
        assert ticks.target(7).share is None


def test_the_last_chapter_is_led_to_where_it_begins_without_a_tick() -> None:
    ticks = chapter_ticks([*(n / 120 for n in range(60)), 0.7], 40)
    assert 61 not in ticks.cells.values()
    assert ticks.target(28) == Target(61, None)
    assert ticks.target(30) == Target(61, 30 / 40)


def test_one_chapter_has_none() -> None:
    assert chapter_ticks([0.0], 40).cells == {}
    assert chapter_ticks([], 0).cells == {}
    assert chapter_ticks([0.0], 40).target(39) == Target(1, 1.0)


def test_what_a_click_leads_to_has_a_name() -> None:
    assert Target(4, None).name("The Ledger") == "Chapter 4 · The Ledger"
    assert Target(4, None).name("") == "Chapter 4"
    assert Target(4, 0.435).name("The Ledger") == "Chapter 4 · The Ledger · 43 %"
