"""When a place further on is offered that another machine left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reader.reading.other_places import further_place
from reader.state.records import Position, WorkState
from reader.work.locator import Locator

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
HERE = Locator(1, "", "", 0, "", "", "")

positions = st.builds(
    Position, st.just(HERE), st.floats(0, 1), st.integers(0, 72).map(lambda h: NOON + timedelta(hours=h))
)
states = st.dictionaries(st.sampled_from(["laptop", "kitchen", "attic"]), positions).map(
    lambda found: WorkState("ao3:1", positions=found)
)


@given(states)
def test_what_is_offered_is_the_furthest_place_and_not_the_newest(state: WorkState) -> None:
    other = further_place(state, "laptop")
    furthest = max((place.progress for place in state.positions.values()), default=0)
    if other is None:
        assert state.position is None or state.position.progress >= furthest - 0.005
    else:
        assert state.position
        assert other.position == state.positions[other.device]
        assert other.position.progress == furthest > state.position.progress


def test_it_is_no_longer_offered_after_days_of_reading_on_here() -> None:
    places = {
        "kitchen": Position(HERE, 0.61, NOON),
        "laptop": Position(HERE, 0.4, NOON + timedelta(days=3)),
    }

    def read(*days: str, device: str = "laptop") -> WorkState:
        return WorkState("ao3:1", positions=places, time={day: {device: 60} for day in days})

    for state in (
        read(),
        read("2026-11-19", "2026-11-20"),
        read("2026-11-23"),
        read("2026-11-23", "2026-11-24", device="attic"),
    ):
        other = further_place(state, "laptop")
        assert other
        assert other.device == "kitchen"
    assert further_place(read("2026-11-23", "2026-11-24"), "laptop") is None
