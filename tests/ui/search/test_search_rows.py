"""How what a search has found is shown in rows and lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.ui.library_entries import entry

from reader.library.text_search.passages import Reach, TextMatch, passages, shown
from reader.library.text_search.searching import Found
from reader.settings import Settings
from reader.ui.row_pieces import Piece, Tone
from reader.ui.search.results import ResultRow, SearchResults, rows_of
from reader.ui.search.rows import excerpt_pieces, passage_head, passage_lines, row_pieces
from reader.ui.search.words import advice, scope_words, summary

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = (
    *("lamp", "the", "harbour", "lamp,", "extraordinarily", "灯台", "ทะเล"),
    *("e\u0301te\u0301", "\U0001f469\u200d\U0001f680", "\u202eback"),
)
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(
    lambda words: " ".join([*words, "lamp"])
)


def matches_in(text: str, reach: Reach) -> list[TextMatch]:
    spans = [found.span() for found in re.finditer("lamp", text)]
    return [shown(1, text, spans, passage, reach) for passage in passages(text, spans)]


matches = st.builds(matches_in, texts, st.builds(Reach, st.integers(0, 300), st.integers(0, 300))).map(
    lambda found: found[-1]
)


def text_of(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


@given(matches, st.integers(8, 120))
def test_an_excerpt_fits_its_row_and_its_match_is_in_view(match: TextMatch, width: int) -> None:
    pieces = excerpt_pieces(match, width)
    assert cell_len(text_of(pieces)) <= width
    assert "lamp" in [piece.text for piece in pieces if piece.tone is Tone.MATCH]
    assert "\u202e" not in text_of(pieces)


@given(matches)
def test_in_a_row_wide_enough_nothing_is_left_out(match: TextMatch) -> None:
    assert text_of(excerpt_pieces(match, 2000)) == match.excerpt.replace("\u202e", "")


@given(matches, st.integers(12, 80), st.integers(1, 12))
def test_a_passage_is_in_lines_that_fit_with_the_match_among_them(
    match: TextMatch, width: int, height: int
) -> None:
    lines = passage_lines(match, width, height)
    assert 1 <= len(lines) <= height
    assert all(cell_len(text_of(line)) <= width for line in lines)
    assert any(piece.tone is Tone.MATCH for line in lines for piece in line)


@given(matches, st.integers(10, 120), st.booleans(), st.integers(1, 3), st.integers(0, 5000))
def test_every_row_fits(match: TextMatch, width: int, known: bool, chapters: int, left: int) -> None:
    found = Found("ao3:1", chapters, left + 1, 1, (match,))
    work = entry("A title — 灯台 — of more than forty cells, to be cut") if known else None
    rows = rows_of(found)
    assert [row.is_work for row in rows] == [True, False, *([False] if left + 1 > match.matches else [])]
    for row in rows:
        assert cell_len(text_of(row_pieces(row, work, width))) <= width


def found_work(work_id: str, passages_shown: int = 2, count: int = 9) -> Found:
    one = matches_in("The lamp.", Reach(10, 10))[0]
    return Found(work_id, 2, count, 2, (one,) * passages_shown)


def test_a_work_is_shown_whole_in_its_place() -> None:
    results = SearchResults()
    results.add([found_work("a"), found_work("b")])
    results.add([found_work("c")])
    results.expand(found_work("b", passages_shown=9))
    results.expand(found_work("d"))
    assert [row.found.id for row in results.rows if row.is_work] == ["a", "b", "c"]
    assert [row.left for row in results.rows if row.left] == [7, 7]
    assert len(results.rows) == 4 + 10 + 4
    assert results.next_work(0, 1) == results.next_work(3, 1) == 4
    assert results.next_work(4, 1) == 14
    assert results.next_work(17, 1) == 17
    assert results.next_work(14, -1) == results.next_work(5, -1) == 4
    assert results.next_work(0, -1) == 0


def test_where_a_passage_is_from() -> None:
    row = ResultRow(found_work("a"))
    assert passage_head(row, entry("The Salt Road")) == "The Salt Road"
    assert passage_head(row, None) == "a"


@pytest.mark.parametrize(
    ("typed", "within", "said"),
    [
        ("", None, "NEAR/10"),
        ("harb", None, "harb* would find words that begin so."),
        ("lamp harbour", None, "OR between them"),
        ("lamp", frozenset({"a"}), "tab searches in all works."),
    ],
)
def test_what_may_find_more_is_said(typed: str, within: frozenset[str] | None, said: str) -> None:
    assert said in "\n".join(map(text_of, advice(typed, within, Settings())))


def test_what_is_searched_and_how_much_was_found_is_said() -> None:
    results = SearchResults()
    assert summary(results) == "nothing found"
    results.works, results.chapters = 1, 1204
    assert summary(results) == "1 work · 1,204 chapters"
    assert scope_words(None) == "Search in everything"
    assert scope_words(frozenset({"a"})) == "Search in the work shown"
    assert scope_words(frozenset("ab")) == "Search in the 2 works shown"
