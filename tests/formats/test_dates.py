from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.dates import read_date, read_w3c_date

FORMS = ("%Y-%m-%d", "%Y/%m/%d 10:20", "%d %b %Y", "%B %d, %Y", "%d-%b-%Y", "%Y-%m-%dT00:00:00+00:00")


@given(st.dates(date(1000, 1, 1)), st.sampled_from(FORMS))
def test_a_day_comes_back_however_it_was_written(day: date, form: str) -> None:
    assert read_date(day.strftime(form)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-03-02", date(2021, 3, 2)),
        ("2021-03-02 10:20:30", date(2021, 3, 2)),
        ("2021/3/2", date(2021, 3, 2)),
        ("2 Mar 2021", date(2021, 3, 2)),
        ("02-Mar-2021", date(2021, 3, 2)),
        ("March 2nd, 2021", date(2021, 3, 2)),
        ("13.03.2021", date(2021, 3, 13)),
        ("03/13/2021", date(2021, 3, 13)),
        ("03/03/2021", date(2021, 3, 3)),
        ("02/03/2021", None),
        ("2021-13-40", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_days_in_any_order_that_leaves_no_doubt(text: str, day: date | None) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2009", date(2009, 1, 1)),
        ("2009-05", date(2009, 5, 1)),
        (" 2009-05-04T12:00:00Z", date(2009, 5, 4)),
        ("0101-01-01T00:00:00+00:00", None),
        ("20090504", None),
        ("2009-13-04", None),
        ("May 2009", None),
    ],
)
def test_a_month_or_a_year_is_its_first_day(text: str, day: date | None) -> None:
    assert read_w3c_date(text) == day
