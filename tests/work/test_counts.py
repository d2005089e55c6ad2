from __future__ import annotations

import pytest

from reader.work.counts import counted


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 works"), (1, "1 work"), (2, "2 works"), (1234, "1,234 works")]
)
def test_there_is_one_work_and_there_are_others(number: int, words: str) -> None:
    assert counted(number, "work") == words


def test_a_plural_may_be_another() -> None:
    assert [counted(number, "match", "matches") for number in (1, 2)] == ["1 match", "2 matches"]
