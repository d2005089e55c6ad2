"""Searching a work while it is read: which match is next, how many there are, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.reading.steps import made

from reader.folders import find_folders
from reader.layout.style import Notes, PageStyle
from reader.reading.page_search import PageSearch
from reader.reading.reading import Place, Reading
from reader.reading.sought import sought_pattern
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    opened = Workspace(find_folders(tmp_path_factory.mktemp("data")))
    yield opened
    opened.close()


@pytest.fixture
def reading(workspace: Workspace) -> Reading:
    style = PageStyle(measure=60, height=20)
    return Reading(workspace.work_info("reader:sample"), workspace.catalogue, style)


@pytest.fixture
def search(reading: Reading) -> PageSearch:
    return PageSearch(reading)


def places(reading: Reading, word: str) -> list[Place]:
    """Where a word of ASCII letters alone stands, whatever its case."""
    found = []
    for number in range(1, reading.chapter_count + 1):
        text = reading.chapter(number).text.lower()
        at = text.find(word)
        while at >= 0:
            found.append(Place(number, at))
            at = text.find(word, at + 1)
    return found


@pytest.mark.parametrize("facing", [False, True])
def test_next_goes_through_every_match_and_shows_it(
    reading: Reading, search: PageSearch, *, facing: bool
) -> None:
    reading.facing = facing
    all_places = places(reading, "letter")
    assert made(search.start("letter"))
    for number, place in enumerate(all_places, 1):
        current = search.current_on_page()
        assert current == (place.offset, place.offset + 6)
        assert reading.anchor.chapter == place.chapter
        assert reading.page.start <= place.offset < reading.page.end
        assert current in search.on_page()
        made(search.count())
        assert search.summary() == f"{number} of {len(all_places)} matches of “letter”"
        assert made(search.next(1))
    assert search.summary().endswith("· from the start")
    assert made(search.next(-1))
    assert search.summary() == f"{len(all_places)} of {len(all_places)} matches of “letter” · from the end"


def test_what_was_found_elsewhere_is_the_match_come_to_and_the_others_follow(
    reading: Reading, search: PageSearch
) -> None:
    all_places = places(reading, "letter")
    reading.go(all_places[2])
    made(search.arrive("letter*", sought_pattern("letter*"), all_places[2]))
    made(search.count())
    assert search.current_on_page() == (all_places[2].offset, all_places[2].offset + 6)
    assert search.summary() == f"3 of {len(all_places)} matches of “letter*”"
    assert made(search.next(1))
    assert search.summary().startswith("4 of ")


def test_a_search_that_was_stopped_on_the_way_comes_to_nothing(reading: Reading, search: PageSearch) -> None:
    arriving = search.arrive("letter", None, places(reading, "letter")[0])
    next(arriving)
    search.stop()
    made(arriving)
    assert search.current_on_page() is None
    assert search.summary() == ""


def test_the_page_stays_for_another_match_on_it(reading: Reading, search: PageSearch) -> None:
    made(search.start("the"))
    anchor, first = reading.anchor, search.current_on_page()
    assert len(search.on_page()) > 2
    made(search.next(1))
    assert reading.anchor == anchor
    assert search.current_on_page() != first
    made(search.next(-1))
    assert search.current_on_page() == first


def test_a_count_skips_matches(reading: Reading, search: PageSearch) -> None:
    all_places = places(reading, "letter")
    made(search.start("letter"))
    made(search.next(5))
    assert search.current_on_page() == (all_places[5].offset, all_places[5].offset + 6)
    made(search.next(-len(all_places) - 2))
    assert search.current_on_page() == (all_places[3].offset, all_places[3].offset + 6)


def test_the_way_back_is_to_where_the_search_began(reading: Reading, search: PageSearch) -> None:
    reading.go(Place(2, 0))
    made(search.start("lighthouse"))
    for _ in range(4):
        made(search.next(1))
    assert reading.anchor != Place(2, 0)
    assert reading.back()
    assert reading.anchor == Place(2, 0)
    assert not reading.back(), "and not through the matches"
    assert reading.forward()


def test_having_read_on_the_next_match_is_another_jump(reading: Reading, search: PageSearch) -> None:
    made(search.start("jose"))
    found = reading.anchor
    reading.turn(3)
    read_on = reading.anchor
    made(search.next(1))
    current = search.current_on_page()
    assert current is not None
    assert (reading.anchor.chapter, current[0]) >= (read_on.chapter, read_on.offset), "from the page shown"
    if reading.anchor == read_on:
        made(search.next(20))
    assert reading.back()
    assert reading.anchor == read_on
    assert reading.anchor != found


def test_matches_in_another_chapter_show_before_it_was_searched(reading: Reading, search: PageSearch) -> None:
    made(search.start("the"))
    for number in range(1, reading.chapter_count + 1):
        reading.go(Place(number, 0))
        reading.turn(1)
        near = search.on_page()
        assert search._search
        made(search._search.look(number))
        assert near == search.on_page() != []


def test_words_that_are_not_there_and_an_only_one(reading: Reading, search: PageSearch) -> None:
    assert search.summary() == ""
    assert not made(search.start("windmill"))
    assert search.summary() == "“windmill” is not in this work"
    assert reading.anchor == Place(1, 0)
    assert not reading.back()
    made(search.start("tethers for goats"))
    assert search.summary().startswith("Matches of")
    made(search.count())
    assert search.summary() == "The only match of “tethers for goats”"
    assert search.stop()
    assert not search.stop()
    assert not made(search.start("  "))


@pytest.mark.parametrize("notes", [Notes.HIDDEN, Notes.FOLDED])
def test_a_match_that_is_not_shown_is_said_to_be_so(
    reading: Reading, search: PageSearch, notes: Notes
) -> None:
    made(search.start("spring tides"))
    made(search.count())
    assert "not shown" not in search.summary()
    reading.style = reading.style._replace(notes=notes)
    assert search.summary().endswith("in notes that are not shown")
