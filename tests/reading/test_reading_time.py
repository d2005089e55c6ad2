"""The time of reading, by a clock that the tests move."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.reading.pace import Pace
from reader.reading.reading_time import ReadingTime, Spent
from reader.reading.story_words import PageWords

WORDS = 240.0
"""Words on each page: a minute at the usual pace, left lying after three and a half."""
MOST = Pace().idle_after(WORDS)


class Reader:
    """Somebody who reads, page by page. It changes, as a clock does."""

    def __init__(self) -> None:
        self.time = ReadingTime(Pace())
        self.now = 1000.0

    def shows(self, page: int, words: float = WORDS) -> None:
        self.time.shown(page, PageWords(page * WORDS, page * WORDS + words, words), self.now)

    def waits(self, seconds: float) -> None:
        self.now += seconds

    def takes(self) -> Spent:
        return self.time.take(self.now)


def test_time_counts_from_page_to_page_and_up_to_now() -> None:
    reader = Reader()
    assert reader.takes() == Spent()
    for page in range(3):
        reader.shows(page)
        reader.waits(50.4)
    assert reader.takes() == Spent(151, 480, 100)
    reader.waits(10)
    assert reader.takes().seconds == 10
    assert reader.takes() == Spent()


@given(st.lists(st.tuples(st.integers(0, 5), st.floats(0, 500), st.booleans()), max_size=12))
def test_it_is_never_more_than_has_passed_nor_than_the_pages_take(
    steps: list[tuple[int, float, bool]],
) -> None:
    reader, looked, seconds = Reader(), 0.0, 0
    for page, wait, away in steps:
        reader.shows(page)
        if away:
            reader.time.paused(reader.now)
        reader.waits(wait)
        looked += 0 if away else wait
        spent = reader.takes()
        assert min(spent.seconds, spent.paced_words, spent.paced_seconds) >= 0
        seconds += spent.seconds
    assert seconds <= looked
    assert seconds <= len(steps) * MOST


@given(st.lists(st.floats(0, 100), max_size=8), st.lists(st.integers(0, 7), max_size=5))
def test_how_often_it_is_written_down_changes_nothing(waits: list[float], taken: list[int]) -> None:
    once, often, sums = Reader(), Reader(), [0, 0, 0]
    for page, wait in enumerate(waits):
        for reader in (once, often):
            reader.shows(page)
            reader.waits(wait)
        if page in taken:
            spent = often.takes()
            sums = [a + b for a, b in zip(sums, _parts(spent), strict=True)]
    sums = [a + b for a, b in zip(sums, _parts(often.takes()), strict=True)]
    assert sums == [pytest.approx(part, abs=1) for part in _parts(once.takes())]


def _parts(spent: Spent) -> tuple[int, int, int]:
    return spent.seconds, spent.paced_words, spent.paced_seconds


def test_a_page_left_lying_counts_for_no_longer_than_anybody_needs() -> None:
    reader = Reader()
    reader.shows(0)
    reader.waits(3600)
    reader.shows(1)
    reader.waits(30)
    spent = reader.takes()
    assert spent == Spent(int(MOST) + 30)
    assert reader.time.pace == Pace()


def test_nothing_counts_while_the_page_is_covered() -> None:
    reader = Reader()
    reader.shows(0)
    reader.waits(20)
    reader.time.paused(reader.now)
    reader.waits(500)
    reader.time.paused(reader.now)
    reader.time.resumed(reader.now)
    reader.waits(40)
    reader.time.resumed(reader.now)
    reader.shows(1)
    assert reader.takes() == Spent(60, 240, 60)


def test_a_turn_while_nobody_seemed_to_look_counts_again() -> None:
    reader = Reader()
    reader.shows(0)
    reader.time.paused(reader.now)
    reader.waits(100)
    reader.shows(1)
    reader.waits(30)
    assert reader.takes().seconds == 30


def test_a_page_set_anew_while_nobody_looks_does_not_count() -> None:
    reader = Reader()
    reader.shows(0)
    reader.time.paused(reader.now)
    reader.waits(10)
    reader.shows(0)
    reader.waits(10)
    assert reader.takes() == Spent()


def test_leafing_through_takes_time_and_tells_no_pace() -> None:
    reader = Reader()
    for page in range(10):
        reader.shows(page)
        reader.waits(0.5)
    assert reader.takes() == Spent(5)
    assert reader.time.pace == Pace()


def test_a_page_left_by_a_jump_tells_no_pace() -> None:
    reader = Reader()
    reader.shows(0)
    reader.waits(30)
    reader.shows(7)
    reader.waits(30)
    assert reader.takes() == Spent(60)


def test_a_page_looked_back_from_tells_its_whole_time_once() -> None:
    reader = Reader()
    for page, seconds in ((0, 60), (1, 30), (0, 20), (1, 40), (2, 1)):
        reader.shows(page)
        reader.waits(seconds)
    assert reader.takes() == Spent(151, 480, 130)


def test_a_page_set_anew_is_the_same_page() -> None:
    reader = Reader()
    reader.shows(0)
    reader.waits(30)
    reader.shows(0, WORDS / 2)  # a larger measure, say
    reader.waits(30)
    reader.time.shown(0.5, PageWords(WORDS / 2, WORDS, WORDS / 2), reader.now)
    assert reader.takes() == Spent(60, 120, 60)


def test_notes_take_time_and_tell_no_pace() -> None:
    reader = Reader()
    reader.time.shown("notes", PageWords(0, 0, 200), reader.now)
    reader.waits(100)
    reader.shows(0)
    assert reader.takes() == Spent(100)
