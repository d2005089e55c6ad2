from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.reading.status import followed
from reader.state.records import Position, Stamped, WorkState
from reader.work.locator import Locator
from reader.work.statuses import FINISHED, STATUSES

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def at(progress: float, minutes: int = 0) -> Position:
    """A place so far into a work of one chapter of 1,000 characters."""
    return Position(
        Locator(1, "", "", round(progress * 1000), "", "", ""), progress, BEGAN + timedelta(minutes=minutes)
    )


def read(state: WorkState, shares: list[float], complete: bool | None = True) -> WorkState:
    """The state after pages that end at these shares of the work, one after the other."""
    before = None
    for minute, share in enumerate(shares):
        now = at(share, minute)
        state = followed(state, before, now, at_end=share == 1, complete=complete)
        before = now
    return state


def told(state: WorkState) -> tuple[object, object]:
    return state.status and state.status.value, state.times_read.value if state.times_read else 0


def of(status: str, times: int = 0) -> WorkState:
    return WorkState("w", status=Stamped(status, BEGAN), times_read=Stamped(times, BEGAN) if times else None)


PAGES = [share / 20 for share in range(1, 21)]


def test_reading_to_the_end_finishes_and_counts() -> None:
    assert told(read(WorkState("w"), PAGES[:1])) == ("reading", 0)
    assert told(read(WorkState("w"), PAGES)) == (FINISHED, 1)


def test_reading_again_from_the_beginning_counts_once_more() -> None:
    again = read(of(FINISHED, 1), PAGES[:3])
    assert told(again) == ("reading", 1)
    assert told(read(of(FINISHED, 1), [*PAGES, *PAGES])) == (FINISHED, 3)


@pytest.mark.parametrize("shares", [[1.0, 0.05], [1.0, 0.5, 0.55, 0.6], [0.95, 1.0, 0.95, 1.0], [0.05]])
def test_looking_something_up_in_a_finished_work_leaves_it_finished(shares: list[float]) -> None:
    assert told(read(of(FINISHED, 1), shares)) == (FINISHED, 1)


@given(
    st.sampled_from(STATUSES),
    st.lists(st.sampled_from(PAGES), max_size=30),
    st.sampled_from([True, False, None]),
)
def test_a_status_follows_its_rules_wherever_one_goes(
    status: str, shares: list[float], complete: bool | None
) -> None:
    state = read(of(status), shares, complete)
    now, times = told(state)
    if status in ("paused", "dropped"):
        assert (now, times) == (status, 0)
    elif shares and shares[-1] == 1:
        assert now == FINISHED or (complete is False and now == "caught-up")
    elif shares and status != FINISHED and 1.0 not in shares:
        assert now == "reading"
    assert times in range(shares.count(1.0) + 1)
    assert complete is not False or times == 0 or status == FINISHED


def test_what_its_author_goes_on_with_is_caught_up_unless_the_reader_says_finished() -> None:
    assert told(read(WorkState("w"), PAGES, complete=False)) == ("caught-up", 0)
    assert told(read(of(FINISHED), [1.0], complete=False)) == (FINISHED, 0)


def test_what_a_hand_wrote_for_how_often_is_no_harm() -> None:
    state = WorkState("w", times_read=Stamped("often", BEGAN))
    assert told(read(state, PAGES)) == (FINISHED, 1)
