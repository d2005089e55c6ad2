"""Laws of a reading in its area: whatever the room and the wishes, the place is shown and stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.reading.made_work import MadeWork

from reader.settings import Settings
from reader.settings.values import ALWAYS, AUTOMATIC, NEVER
from reader.ui.page.area import PageArea

TEXT = "The lamp was lit before anybody had thought of asking whose it was. " * 12
WORK = MadeWork([[TEXT] * 5, ["", TEXT], [TEXT] * 3])
sizes = st.tuples(st.integers(40, 260), st.integers(8, 80))
looks = st.builds(
    Settings,
    measure=st.integers(20, 160),
    margin_rows=st.integers(0, 6),
    margin_cells=st.integers(0, 40),
    spread=st.sampled_from([AUTOMATIC, ALWAYS, NEVER]),
)
states = st.tuples(sizes, looks)


@given(first=states, turns=st.integers(0, 20), between=st.lists(states, min_size=1, max_size=4))
def test_through_all_changes_the_place_is_shown_and_the_way_back_is_the_same_page(
    first: tuple[tuple[int, int], Settings],
    turns: int,
    between: list[tuple[tuple[int, int], Settings]],
) -> None:
    reading = WORK.reading()
    area = PageArea(reading, first[1])
    area.resize(*first[0])
    reading.turn(turns)
    anchor, pages = reading.anchor, reading.pages
    for size, look in (*between, first):
        area.want(look)
        area.resize(*size)
        assert reading.anchor == anchor
        assert reading.page.start <= anchor.offset < reading.page.end
        assert len(reading.columns()) <= len(area.geometry.lefts)
        assert all(len(lines) <= area.geometry.height for lines in reading.columns())

    assert reading.pages == pages


def test_the_same_area_is_no_change() -> None:
    area = PageArea(WORK.reading(), Settings())

    assert area.resize(160, 45)
    assert not area.resize(160, 45)
    assert area.resize(80, 24)
