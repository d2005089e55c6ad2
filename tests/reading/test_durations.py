"""Durations as people say them."""

from __future__ import annotations

import pytest

from reader.reading.durations import duration


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, ""),
        (0.2, "under a minute"),
        (6.4, "6 min"),
        (59.6, "1 h"),
        (130, "2 h 10 min"),
        (599.4, "9 h 59 min"),
        (605, "10 h"),
        (751, "13 h"),
        (90_000, "1,500 h"),
    ],
)
def test_minutes_are_said_as_people_do(minutes: float, words: str) -> None:
    assert duration(minutes) == words
