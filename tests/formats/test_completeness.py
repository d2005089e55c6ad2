from __future__ import annotations

import pytest

from reader.formats.completeness import chapter_counts, is_finished


@pytest.mark.parametrize(
    ("text", "chapters"),
    [
        ("9", (9, None)),
        ("3/?", (3, None)),
        ("1,204/1,300", (1204, 1300)),
        ("3 of 9", (3, 9)),
        ("?", (None, None)),
    ],
)
def test_chapters(text: str, chapters: tuple[int | None, int | None]) -> None:
    assert chapter_counts(text) == chapters


@pytest.mark.parametrize(
    ("status", "finished"),
    [(" Complete ", True), ("In-Progress", False), ("on  hiatus", False), ("lost", None), ("", None)],
)
def test_a_status_says_whether_more_is_to_come(status: str, finished: bool | None) -> None:
    assert is_finished(status) is finished
