from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.numbers import part_number, whole_number


@given(st.integers(0, 10**12 - 1))
def test_numbers_are_read_however_their_thousands_are_parted(number: int) -> None:
    for between in (",", ".", " ", "\xa0"):
        assert whole_number(f"{number:,}".replace(",", between)) == number


@pytest.mark.parametrize("text", ["", "x", "-1", "²", "٣", "9" * 13, "9" * 5000])
def test_what_is_no_sensible_number_is_none(text: str) -> None:
    assert whole_number(text) is None


@pytest.mark.parametrize(("text", "part"), [("2", 2), (" 1,5 ", 1.5), ("0", 0), ("x", None), ("", None)])
def test_parts_of_a_series(text: str, part: float | None) -> None:
    assert part_number(text) == part


@pytest.mark.parametrize("text", ["inf", "-inf", "nan", "1e999", "9" * 5000])
def test_no_series_is_without_end(text: str) -> None:
    assert part_number(text) is None
