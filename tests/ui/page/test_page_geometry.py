"""Laws of where pages stand in their area."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.settings.values import ALWAYS, AUTOMATIC, NEVER
from reader.ui.page.geometry import Geometry, Wishes, fit

widths = st.integers(40, 400)
heights = st.integers(8, 100)
wishes = st.builds(
    Wishes,
    measure=st.integers(20, 160),
    rows=st.integers(0, 6),
    cells=st.integers(0, 40),
    spread=st.sampled_from([AUTOMATIC, ALWAYS, NEVER]),
)


def rights(geometry: Geometry) -> list[int]:
    return [left + geometry.measure for left in geometry.lefts]


@given(wished=wishes, width=st.integers(1, 400), height=st.integers(1, 100))
def test_pages_stay_in_their_area_and_apart(wished: Wishes, width: int, height: int) -> None:
    geometry = fit(wished, width, height)

    assert 1 <= geometry.measure <= max(1, wished.measure)
    assert geometry.lefts[0] >= 0
    assert rights(geometry)[-1] <= width
    assert geometry.height >= 1
    assert geometry.top >= 0
    assert geometry.top + geometry.height <= height
    if geometry.facing:
        assert geometry.lefts[1] - rights(geometry)[0] >= 4
        assert geometry.measure >= 20


@given(wished=wishes, width=widths, height=heights)
def test_margins_are_equal_and_as_wished_while_there_is_room(wished: Wishes, width: int, height: int) -> None:
    geometry = fit(wished, width, height)
    left, right = geometry.lefts[0], width - rights(geometry)[-1]

    assert right - left in ((0,) if geometry.facing else (0, 1))
    if wished.spread != ALWAYS and width >= 20 + 2 * wished.cells:
        assert left >= wished.cells
    if height >= 12 + 2 * wished.rows:
        assert geometry.top == wished.rows
        assert height - geometry.top - geometry.height in (wished.rows, wished.rows + 1)


@given(wished=wishes, width=widths, height=heights)
def test_the_gutter_is_about_as_wide_as_a_margin_and_never_parts_the_pages(
    wished: Wishes, width: int, height: int
) -> None:
    geometry = fit(wished, width, height)

    if geometry.facing:
        gutter = geometry.lefts[1] - rights(geometry)[0]
        least = max(4, width // 20)
        assert least <= gutter <= max(16, least) + 1
        assert gutter <= max(geometry.lefts[0] + 2, least + 1)


@given(wished=wishes, width=widths, height=heights)
def test_numbers_stand_below_both_pages_or_nowhere(wished: Wishes, width: int, height: int) -> None:
    geometry = fit(wished, width, height)

    if geometry.foot >= 0:
        assert geometry.facing
        assert geometry.top + geometry.height <= geometry.foot < height
    else:
        assert not geometry.facing or geometry.top == 0


@given(wished=wishes, width=widths, height=heights)
def test_a_wider_area_never_takes_anything_away(wished: Wishes, width: int, height: int) -> None:
    narrow, wide = fit(wished, width, height), fit(wished, width + 1, height)

    assert wide.facing or not narrow.facing
    if wide.facing == narrow.facing:
        assert wide.measure >= narrow.measure


@given(wished=wishes, width=widths, height=heights)
def test_the_wish_for_a_spread_is_followed(wished: Wishes, width: int, height: int) -> None:
    by_itself = fit(wished._replace(spread=AUTOMATIC), width, height)
    always = fit(wished._replace(spread=ALWAYS), width, height)

    assert not fit(wished._replace(spread=NEVER), width, height).facing
    assert always.facing == (width >= 44)
    assert always.facing or not by_itself.facing
    if by_itself.facing:
        assert by_itself.measure >= min(wished.measure, 60)


@given(wished=wishes, width=widths, height=heights, column=st.integers(0, 399))
def test_each_column_belongs_to_the_page_that_is_nearest(
    wished: Wishes, width: int, height: int, column: int
) -> None:
    geometry = fit(wished, width, height)
    page = geometry.page_at(column)

    def away(left: int) -> float:
        return abs(column + 0.5 - (left + geometry.measure / 2))

    assert away(geometry.lefts[page]) == min(map(away, geometry.lefts))


@pytest.mark.parametrize(
    ("width", "facing"), [(80, False), (100, False), (120, False), (132, False), (144, True), (200, True)]
)
def test_two_pages_come_by_themselves_where_both_are_good_to_read(width: int, facing: bool) -> None:
    assert fit(Wishes(66), width, 40).facing is facing


def test_a_spread_of_ordinary_size() -> None:
    assert fit(Wishes(66), 160, 43) == Geometry(measure=66, height=40, top=1, lefts=(9, 85), foot=42)


def test_in_a_low_spread_the_numbers_stand_right_below_the_pages() -> None:
    assert fit(Wishes(66), 160, 24) == Geometry(measure=66, height=22, top=1, lefts=(9, 85), foot=23)
