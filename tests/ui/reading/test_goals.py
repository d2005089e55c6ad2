"""Places that people type."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.folders import find_folders
from reader.layout.style import PageStyle
from reader.reading.reading import Place, Reading
from reader.ui.reading.goals import NoSuchPlaceError, goal
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    workspace = Workspace(find_folders(tmp_path_factory.mktemp("data")))
    style = PageStyle(measure=60, height=20)
    yield Reading(workspace.work_info("reader:sample"), workspace.catalogue, style)
    workspace.close()


@pytest.mark.parametrize("typed", ["ch 7", "c7", "chapter 7", "Ch. 7", "CH7", " chapter  7 "])
def test_a_chapter_has_many_names(typed: str, reading: Reading) -> None:
    assert goal(typed, reading) == Place(7, 0)


def test_a_chapter_is_found_by_words_of_its_title(reading: Reading) -> None:
    title = reading.outline[3].title
    assert title == "The Ledger"
    for typed in ("ch ledger", "chapter the led", "ledger", "LÉDGER the"):
        assert goal(typed, reading) == Place(4, 0)


@pytest.mark.parametrize(
    ("typed", "share"), [("50%", 0.5), ("50 %", 0.5), ("12.5%", 0.125), ("12,5 %", 0.125)]
)
def test_a_share_is_of_the_whole_work(typed: str, share: float, reading: Reading) -> None:
    assert reading.progress_at(goal(typed, reading)) == pytest.approx(share, abs=0.001)


def test_start_and_end(reading: Reading) -> None:
    assert goal("start", reading) == Place(1, 0)
    assert goal("End", reading) == reading.work_end()


def test_pages_count_in_the_chapter_and_from_the_one_shown(reading: Reading) -> None:
    reading.go(Place(4, 0))
    assert goal("2", reading) == goal("page 2", reading) == goal("p2", reading) == reading.page_start(2)
    reading.go(reading.page_start(2))
    assert goal("+1", reading) == reading.page_start(3)
    assert goal("-1", reading) == reading.page_start(1)


@given(pages=st.integers(-60, 60))
def test_pages_from_the_one_shown_are_turned_pages(pages: int, reading: Reading) -> None:
    reading.go(Place(4, 0))
    there = goal(f"{pages:+}", reading)
    reading.turn(pages)
    assert there == reading.anchor or not pages


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("nowhere", "Type a page (12, +3)"),
        ("120%", "100% at most"),
        ("ch 99", "This work has 7 chapters"),
        ("ch 0", "This work has 7 chapters"),
        ("9999", "This chapter has"),
        ("0", "This chapter has"),
        ("ch windmill", "No chapter is called “windmill”"),
        ("\u0301", "Type a page"),
    ],
)
def test_what_is_no_place_is_said_in_words(typed: str, says: str, reading: Reading) -> None:
    with pytest.raises(NoSuchPlaceError, match=re.escape(says)):
        goal(typed, reading)


@given(typed=st.text(max_size=12))
def test_whatever_is_typed_is_a_place_or_said_to_be_none(typed: str, reading: Reading) -> None:
    with suppress(NoSuchPlaceError):
        assert 1 <= goal(typed, reading).chapter <= reading.chapter_count
