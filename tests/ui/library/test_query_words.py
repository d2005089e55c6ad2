"""What is said of a query while it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.library.queries.completion import Suggestion
from reader.library.queries.field_notes import FIELD_NOTES
from reader.library.queries.fields import FIELDS
from reader.ui.library.query_words import closed, query_remark, remark_pieces, suggestion_pieces
from reader.ui.question import Remark
from reader.ui.row_pieces import Tone

texts = st.text('ab:(" 雨é', max_size=30)


def test_every_field_says_what_it_takes() -> None:
    assert FIELD_NOTES.keys() == FIELDS.keys()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", ""),
        ("salt road", ""),
        ("words:", FIELD_NOTES["words"]),
        ("salt -rating:", FIELD_NOTES["rating"]),
        ("words:5k", FIELD_NOTES["words"]),
        ("words:5k ", ""),
    ],
)
def test_a_field_being_typed_says_what_it_takes(typed: str, said: str) -> None:
    assert query_remark(typed) == Remark(said)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('ship:"ana/in', 'ship:"ana/in"'),
        ('salt -"the ro', 'salt -"the ro"'),
        ('ship:"', 'ship:"'),
        ('("a" OR "b', '("a" OR "b'),
        ('"a" b', '"a" b'),
    ],
)
def test_a_quotation_is_closed_while_it_is_typed(typed: str, meant: str) -> None:
    assert closed(typed) == meant


def test_what_is_wrong_has_its_column() -> None:
    remark = query_remark("salt nosuch:x")
    assert (remark.column, remark.tone) == (6, Tone.WARNING)


@given(texts, texts, st.integers(0, 30), st.integers(0, 20), st.integers(8, 40))
def test_a_mark_is_over_its_place_as_far_as_that_is_in_sight(
    said: str, words: str, column: int, scrolled: int, width: int
) -> None:
    text = "".join(piece.text for piece in remark_pieces(Remark(said, column), words, scrolled, width))
    assert cell_len(text) <= width + 1
    place = 1 + cell_len(words[: column - 1]) - scrolled
    if column and 0 <= place < width:
        assert cell_len(text[: text.index("▾")]) == place


@given(texts, st.none() | st.integers(0, 10**7), st.integers(0, 40), st.integers(12, 60))
def test_suggestions_fit(name: str, number: int | None, names: int, width: int) -> None:
    pieces = suggestion_pieces(Suggestion(name, name, number), names, width)
    assert sum(cell_len(piece.text) for piece in pieces) <= width + 4
