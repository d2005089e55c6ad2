"""Laws of two pages side by side: each is shown once, the way back is the way there, the place is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.made_work import MadeWork

from reader.reading.links import Links
from reader.reading.reading import Place
from reader.work.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from reader.reading.reading import Reading

_WORDS = ["the", "harbour", "was", "quiet,", "extraordinarily", "and", "“nobody”", "came."]
paragraphs = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=60).map(" ".join)
texts = st.one_of(paragraphs, paragraphs, paragraphs, st.just(""))
works = st.lists(st.lists(texts, max_size=12), min_size=1, max_size=5).map(MadeWork)
sizes = st.tuples(st.integers(8, 60), st.integers(1, 20))

Shown = tuple[int, int]
"""A chapter's number and the index of one of its pages."""


def pages_shown(reading: Reading) -> list[Shown]:
    return [(reading.anchor.chapter, index) for index in reading.pages]


def all_pages(reading: Reading) -> list[Shown]:
    numbers = range(1, reading.chapter_count + 1)
    return [(number, index) for number in numbers for index in range(len(reading.layout(number).pages))]


def opened(work: MadeWork, size: tuple[int, int]) -> Reading:
    reading = work.reading(measure=size[0], height=size[1])
    reading.facing = True
    return reading


@given(work=works, size=sizes)
def test_turning_through_a_work_shows_each_page_once_and_in_order(
    work: MadeWork, size: tuple[int, int]
) -> None:
    reading = opened(work, size)
    seen = pages_shown(reading)
    while not reading.at_end:
        assert reading.turn(1)
        assert reading.page_index % 2 == 0, "a chapter begins on the left"
        seen += pages_shown(reading)

    assert seen == all_pages(reading)
    assert not reading.turn(1)
    assert reading.ended() == set(range(1, reading.chapter_count + 1))


@given(work=works, size=sizes, start=st.integers(0, 30), turns=st.integers(0, 12))
def test_turning_on_and_back_comes_to_the_same_pages(
    work: MadeWork, size: tuple[int, int], start: int, turns: int
) -> None:
    reading = opened(work, size)
    reading.turn(start)
    before = pages_shown(reading)
    done = 0
    while done < turns and reading.turn(1):
        done += 1
    at_once = opened(work, size)
    at_once.go(reading.anchor)
    at_once.turn(-done)
    for _ in range(done):
        assert reading.turn(-1)

    assert pages_shown(reading) == pages_shown(at_once) == before


@given(
    work=works,
    size=sizes,
    share=st.floats(0, 1),
    changes=st.lists(st.tuples(st.booleans(), sizes), min_size=1, max_size=5),
)
def test_one_page_or_two_the_place_is_shown_and_kept(
    work: MadeWork, size: tuple[int, int], share: float, changes: list[tuple[bool, tuple[int, int]]]
) -> None:
    reading = work.reading(measure=size[0], height=size[1])
    reading.go(reading.at_share(share))
    anchor, page = reading.anchor, reading.page
    for facing, (measure, height) in changes:
        reading.facing = facing
        reading.style = reading.style._replace(measure=measure, height=height)
        assert reading.anchor == anchor
        layout = reading.layout(anchor.chapter)
        assert layout.page_at(anchor.offset) in reading.pages
        assert reading.lines() == tuple(line for index in reading.pages for line in layout.lines(index))
    reading.facing = False
    reading.style = reading.style._replace(measure=size[0], height=size[1])

    assert (reading.anchor, reading.page) == (anchor, page)


@given(work=works, size=sizes, share=st.floats(0, 1))
def test_where_nothing_is_turned_the_place_stays(work: MadeWork, size: tuple[int, int], share: float) -> None:
    reading = opened(work, size)
    reading.go(reading.at_share(share))
    anchor = reading.anchor
    if not reading.turn(1):
        assert reading.anchor == anchor
        assert reading.at_end
    reading.go(anchor)
    if not reading.turn(-1):
        assert reading.anchor == anchor
        assert pages_shown(reading)[0] == (1, 0)


@given(work=works, size=sizes)
def test_progress_grows_from_spread_to_spread_up_to_all(work: MadeWork, size: tuple[int, int]) -> None:
    reading = opened(work, size)
    shares = [reading.progress]
    while reading.turn(1):
        shares.append(reading.progress)

    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@given(work=works, size=sizes)
def test_scenes_are_walked_on_and_back_to_the_start(work: MadeWork, size: tuple[int, int]) -> None:
    reading = opened(work, size)
    seen = [(reading.anchor.chapter, reading.page_index)]
    while reading.turn_scenes(1):
        seen.append((reading.anchor.chapter, reading.page_index))

    assert seen == sorted(set(seen)), "each scene that is gone to is on other pages than the one before"
    while reading.turn_scenes(-1):
        pass
    assert pages_shown(reading)[0] == (1, 0)


@pytest.fixture
def reading() -> Reading:
    """Two chapters, of which the first has five pages of one paragraph each."""
    first = [f"Paragraph {number} " + "of the harbour " * 7 for number in range(1, 6)]
    return opened(MadeWork([first, ["The end."]]), (30, 4))


def test_a_page_that_is_gone_to_is_shown_with_the_one_it_faces(reading: Reading) -> None:
    assert reading.page_count == 5
    reading.go(reading.page_start(4))
    assert list(reading.pages) == [2, 3]
    reading.facing = False
    assert reading.page_index == 3, "the place is the page gone to, not the one on its left"


def test_the_last_page_of_an_odd_number_stands_alone(reading: Reading) -> None:
    reading.turn(2)
    assert list(reading.pages) == [4]
    assert len(reading.columns()) == 1
    assert reading.ended() == {1}
    assert not reading.at_end
    reading.turn(1)
    assert reading.anchor == Place(2, 0)
    assert reading.at_end


def test_a_chapter_back_from_its_second_spread_is_its_start(reading: Reading) -> None:
    reading.turn(1)
    assert reading.turn_chapters(-1)
    assert reading.anchor == Place(1, 0)
    reading.go(reading.page_start(2))
    assert not reading.turn_chapters(-1) or list(reading.pages) == [0, 1]


def test_links_of_both_pages_are_chosen_from_left_to_right() -> None:
    text = "Paragraph " + "of the harbour " * 7
    linked = [Block(BlockKind.PARAGRAPH, text, (Span(0, 6, link=f"#{name}"),)) for name in "abcde"]
    reading = opened(MadeWork([linked]), (30, 4))
    links = Links(reading)

    assert [link.leads_to for link in links.on_page()] == ["#a", "#b"]
    reading.turn(1)
    assert [link.leads_to for link in links.on_page()] == ["#c", "#d"]
