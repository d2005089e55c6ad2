from __future__ import annotations

import pytest

from reader.work.titles import chapter_keys, without_number


@pytest.mark.parametrize(
    "number",
    [
        "Chapter 3",
        "CHAPTER III",
        "chapter three",
        "Chapter Twenty-One",
        "3.",
        "12)",
        "III.",
        "XIV:",
        "Ch 3",
        "Chap. IV",
    ],
)
def test_a_number_is_taken_off_a_title(number: str) -> None:
    assert without_number(number) == ""
    separator = "" if number[-1] in ".:)" else ":"
    assert without_number(f"{number}{separator} The Ledger") == "The Ledger"


@pytest.mark.parametrize(
    "title",
    [
        "I am",
        "Civil",
        "100 Days",
        "1984",
        "Prologue",
        "3:10 to the coast",
        "Chapter Onerous",
        "X marks it",
        "Chants",
    ],
)
def test_a_title_that_begins_like_a_number_stays(title: str) -> None:
    assert without_number(title) == title


def test_a_chapter_keeps_its_key_when_its_number_changes() -> None:
    assert (
        chapter_keys(["1. Salt", "2. Rope"])
        == chapter_keys(["Chapter 4: Salt", "V. Rope"])
        == ["salt", "rope"]
    )
