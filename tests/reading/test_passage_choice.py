"""A passage being chosen, its ends moved about at random."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.made_work import MadeWork

from reader.reading.passage_choice import PassageChoice, stretch_in
from reader.reading.passage_units import Unit
from reader.reading.passages import words_of
from reader.reading.reading import Place

if TYPE_CHECKING:
    from reader.reading.reading import Reading

STORY = [
    ["She waited. “Well?” he said. The tide came in over the stones, and the lamp went out.", "No.", ""],
    [],
    ["The ledger lay open on the kitchen table. Nobody had written in it.", "漢字です。はい！", "The end."],
]

MOVES = [
    *((unit, times) for unit in Unit for times in (1, -1, 3)),
    *(("lines", times) for times in (1, -1, 4)),
    *(("pages", times) for times in (1, -1)),
    ("swap", 1),
    ("begin here", 1),
]


def carry_out(choice: PassageChoice, move: tuple[str, int]) -> None:
    what, times = move
    if what == "lines":
        choice.move_lines(times)
    elif what == "pages":
        choice.move_pages(times)
    elif what == "swap":
        choice.swap()
    elif what == "begin here":
        choice.begin_here()
    else:
        choice.move(Unit(what), times)


def chosen(reading: Reading) -> PassageChoice:
    choice = PassageChoice.on_page(reading)
    assert choice is not None
    return choice


@given(st.lists(st.sampled_from(MOVES), max_size=12), st.integers(8, 40), st.integers(1, 6))
def test_whatever_is_moved_whole_words_are_chosen_and_the_point_is_shown(
    moves: list[tuple[str, int]], measure: int, height: int
) -> None:
    reading = MadeWork(STORY).reading(measure=measure, height=height)
    choice = chosen(reading)
    for move in moves:
        carry_out(choice, move)
        start, end = choice.start, choice.end
        assert (start.chapter, start.offset) < (end.chapter, end.offset)
        for place, edges in ((start, "starts"), (end, "ends")):
            words = words_of(reading.chapter(place.chapter).text)
            assert place.offset in getattr(words, edges)
        assert choice.text.split() != []
        if move[0] != "begin here":
            assert reading.anchor.chapter == choice.point.chapter
            assert reading.page.start <= choice.point.offset < max(reading.page.end, choice.point.offset + 1)


@given(st.integers(1, 30), st.sampled_from([Unit.WORD]))
@settings(max_examples=30)
def test_as_many_words_back_as_on_is_where_it_began(times: int, unit: Unit) -> None:
    choice = chosen(MadeWork(STORY).reading())
    begun = choice.point
    choice.move(Unit.PARAGRAPH, 50)
    assert choice.point != begun
    choice.move(unit, -times)
    there = choice.point
    choice.move(unit, times)
    choice.move(unit, -times)
    assert choice.point == there


def test_sentences_of_two_chapters() -> None:
    reading = MadeWork(STORY).reading()
    choice = chosen(reading)
    choice.move(Unit.SENTENCE, 2)
    assert choice.text == "She waited. “Well?” he said."
    choice.move(Unit.SENTENCE, 3)
    assert choice.text.endswith("No.\n\nThe ledger lay open on the kitchen table.")
    assert choice.stretch(2) is None
    assert choice.end.chapter == 3
    choice.swap()
    choice.move(Unit.WORD, 3)
    assert choice.text.startswith("he said.")


def test_a_line_down_and_up_again_is_the_same_word() -> None:
    choice = chosen(MadeWork(STORY).reading(measure=20, height=3))
    begun = choice.point
    choice.move_lines(1)
    assert choice.point != begun
    choice.move_lines(-1)
    assert choice.point == begun
    choice.move_lines(40)
    assert choice.point.chapter == 3


def test_a_work_without_words_has_no_passage() -> None:
    assert PassageChoice.on_page(MadeWork([[""], []]).reading()) is None


@pytest.mark.parametrize(
    ("chapter", "stretch"), [(1, None), (2, (5, 40)), (3, (0, 40)), (4, (0, 7)), (5, None)]
)
def test_what_of_a_chapter_lies_between_two_places(chapter: int, stretch: tuple[int, int] | None) -> None:
    assert stretch_in(chapter, Place(2, 5), Place(4, 7), 40) == stretch
