"""The words for where one is: the same in ever fewer, none of them lost that is short enough."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.reading.pace import MinutesLeft
from reader.reading.reading import Place
from reader.ui.reading.reading_words import chapter_words, place_words

if TYPE_CHECKING:
    from reader.reading.reading import Reading


class Shown:
    """What the words need of a reading."""

    def __init__(self, pages: range, page_count: int = 17) -> None:
        self.pages = pages
        self.page_count = page_count


def words(pages: range, left: MinutesLeft | None) -> tuple[str, ...]:
    return place_words(cast("Reading", Shown(pages)), left)


@pytest.mark.parametrize(
    ("pages", "left", "longest"),
    [
        (range(2, 3), None, "page 3 of 17"),
        (range(2, 4), None, "pages 3–4 of 17"),
        (range(2, 3), MinutesLeft(6, 130), "page 3 of 17 · 6 min left in chapter · 2 h 10 min in work"),
        (
            range(2, 3),
            MinutesLeft(0.3, 130),
            "page 3 of 17 · under a minute left in chapter · 2 h 10 min in work",
        ),
        (range(16, 17), MinutesLeft(0, 130), "page 17 of 17 · 2 h 10 min left in work"),
        (range(2, 3), MinutesLeft(6, 6), "page 3 of 17 · 6 min left"),
        (range(16, 17), MinutesLeft(0, 0), "page 17 of 17"),
    ],
)
def test_the_page_and_what_is_left_after_it(pages: range, left: MinutesLeft | None, longest: str) -> None:
    assert words(pages, left)[0] == longest


def test_a_narrow_line_is_told_both_times_briefly() -> None:
    phrases = words(range(2, 4), MinutesLeft(6, 130))
    assert phrases[1] == "pages 3–4 of 17 · left: chapter 6 min, work 2 h 10 min"
    assert phrases[3] == "pp 3–4/17 · left: chapter 6 min"
    assert phrases[-1] == "pp 3–4/17"


@given(st.floats(0, 5000), st.floats(0, 5000), st.booleans())
def test_each_phrase_is_no_longer_than_the_one_before(chapter: float, more: float, two: bool) -> None:
    phrases = words(range(2, 4 if two else 3), MinutesLeft(chapter, chapter + more))
    assert all(len(later) <= len(earlier) for earlier, later in pairwise(phrases))
    assert "page" in phrases[0]


class Titled:
    """What the chapter's name needs of a reading: the second of three chapters is shown."""

    def __init__(self, title: str, *, repaired: bool = False) -> None:
        self.anchor = Place(2, 0)
        self.chapter_count = 3
        self.outline = (SimpleNamespace(title="One"), SimpleNamespace(title=title))
        self._repaired = repaired

    def chapter(self, _: int) -> SimpleNamespace:
        return SimpleNamespace(repaired=self._repaired)


@given(st.text(max_size=120), st.integers(40, 200), st.booleans())
def test_a_long_title_hides_neither_the_chapters_number_nor_the_work(
    title: str, width: int, repaired: bool
) -> None:
    named = chapter_words(cast("Reading", Titled(title, repaired=repaired)), width)
    assert named.endswith("Chapter 2 of 3")
    assert cell_len(named) <= max(width * 2 // 3, len("paragraphs put back · Chapter 2 of 3"))
