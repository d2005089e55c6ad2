"""How gaps are made wider."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.layout.line_quality import style_of
from tests.layout.rivers import wide_under_wide
from tests.layout.sample_story import sample_paragraphs

from reader.layout.gaps import Gap, pause_after
from reader.layout.spreading import can_spread, gap_columns, spread


def gaps_at(*columns: int, pauses: tuple[int, ...] = ()) -> list[Gap]:
    pauses = pauses or (0,) * len(columns)
    return [Gap(column, column, pause) for column, pause in zip(columns, pauses, strict=True)]


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(0, 3)), min_size=1, max_size=14),
    st.integers(1, 28),
    st.integers(0, 3),
    st.dictionaries(st.integers(0, 90), st.integers(1, 3)),
)
def test_all_cells_are_given_out_and_evenly(
    words: list[tuple[int, int]], lacking: int, row: int, above: dict[int, int]
) -> None:
    columns, column = [], 0
    for length, _ in words:
        column += length
        columns.append(column)
        column += 1
    gaps = gaps_at(*columns, pauses=tuple(pause for _, pause in words))

    extra = spread(gaps, lacking, row, above)

    assert sum(extra) == lacking
    assert max(extra) - min(extra) <= 1
    assert can_spread(lacking, len(gaps)) == (max(extra) <= 2)


def test_a_wide_gap_avoids_one_above_it() -> None:
    above = gap_columns(gaps_at(5, 11, 20), [1, 0, 0])
    assert above == {5: 2, 6: 2, 12: 1, 21: 1}
    assert spread(gaps_at(5, 16), 1, 0, above) == [0, 1]
    assert spread(gaps_at(5, 16), 1, 1, above) == [0, 1]


def test_a_wide_gap_stands_after_a_full_stop() -> None:
    assert spread(gaps_at(4, 9, 14, 19, pauses=(0, 3, 0, 0)), 1, 0, {}) == [0, 1, 0, 0]


def test_wide_gaps_are_apart_from_one_another() -> None:
    assert spread(gaps_at(4, 9, 14, 19, pauses=(0, 1, 1, 0)), 2, 1, {}) in ([0, 1, 0, 1], [1, 0, 1, 0])


def test_a_wide_gap_stands_in_the_middle_of_its_stretch() -> None:
    assert spread(gaps_at(4, 9, 14), 1, 0, {}) == [0, 1, 0]
    assert spread(gaps_at(4, 9, 14, 19, 24, 29), 2, 0, {}) == [0, 1, 0, 0, 1, 0]


@pytest.mark.parametrize(("measure", "most"), [(40, 8), (66, 1), (80, 1)])
def test_wide_gaps_do_not_run_down_a_page(measure: int, most: float) -> None:
    style = style_of(measure, whole=True, hyphenation=True)
    assert wide_under_wide(sample_paragraphs(2 * measure), style) < most


@pytest.mark.parametrize(("text", "pause"), [("so.”", 3), ("so;", 2), ("so,", 1), ("so", 0), ("(so)", 0)])
def test_a_pause_is_after_punctuation(text: str, pause: int) -> None:
    assert pause_after(f"{text} it", len(text)) == pause
