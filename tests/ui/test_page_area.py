"""Laws of a reading in its area: whatever the room and the wishes, the place is shown and stays."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.made_work import MadeWork

from reader.settings.values import ALWAYS, AUTOMATIC, NEVER
from reader.ui.page_area import PageArea
from reader.ui.page_geometry import Wishes

TEXT = "The lamp was lit before anybody had thought of asking whose it was. " * 12
WORK = MadeWork([[TEXT] * 5, ["", TEXT], [TEXT] * 3])
sizes = st.tuples(st.integers(40, 260), st.integers(8, 80))
wishes = st.builds(
    Wishes,
    measure=st.integers(20, 160),
    rows=st.integers(0, 6),
    cells=st.integers(0, 40),
    spread=st.sampled_from([AUTOMATIC, ALWAYS, NEVER]),
)
states = st.tuples(sizes, wishes)


@given(first=states, turns=st.integers(0, 20), between=st.lists(states, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_through_all_changes_the_place_is_shown_and_the_way_back_is_the_same_page(
    first: tuple[tuple[int, int], Wishes],
    turns: int,
    between: list[tuple[tuple[int, int], Wishes]],
) -> None:
    reading = WORK.reading()
    area = PageArea(reading, first[1])
    area.resize(*first[0])
    reading.turn(turns)
    anchor, pages = reading.anchor, reading.pages
    for size, wished in (*between, first):
        area.want(wished)
        area.resize(*size)
        assert reading.anchor == anchor
        assert reading.page.start <= anchor.offset < reading.page.end
        assert len(reading.columns()) <= len(area.geometry.lefts)
        assert all(len(lines) <= area.geometry.height for lines in reading.columns())

    assert reading.pages == pages


def test_the_same_area_is_no_change() -> None:
    area = PageArea(WORK.reading(), Wishes(66))

    assert area.resize(160, 45)
    assert not area.resize(160, 45)
    assert area.resize(80, 24)
