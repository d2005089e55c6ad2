"""Chapters laid out in the pauses of reading: what was begun is gone on with."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from tests.reading.made_work import MadeWork

from reader.layout.pages import ChapterLayout, lay_out_in_steps
from reader.reading import chapters

if TYPE_CHECKING:
    import pytest

TEXT = "The lamp was lit before anybody had thought of asking whose it was. " * 12
WORK = MadeWork([[TEXT] * 3, [TEXT] * 40, [TEXT] * 3])


@given(st.lists(st.integers(1, 9), max_size=30))
def test_however_often_it_is_given_up_the_layout_is_the_same(pauses: list[int]) -> None:
    reading = WORK.reading()
    for steps in pauses:
        for _ in islice(reading.chapters.prepare(2, reading.style), steps):
            pass
    whole = WORK.reading().layout(2)
    assert reading.layout(2).pages == whole.pages
    assert reading.layout(2).breaks() == whole.breaks()


def test_what_was_given_up_is_not_begun_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, begun = WORK.reading(), []

    def counted(*asked: object) -> object:
        begun.append(asked)
        return lay_out_in_steps(*asked)  # type: ignore[arg-type]  # what it was called with

    monkeypatch.setattr(chapters, "lay_out_in_steps", counted)
    monkeypatch.setattr("reader.layout.pages._STEP", 0.0)
    for _ in range(60):
        for _ in islice(reading.chapters.prepare(2, reading.style), 3):
            pass
    assert isinstance(reading.layout(2), ChapterLayout)
    assert len(begun) == 1
