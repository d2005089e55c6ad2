from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.ui.library_entries import THREE, entry

from reader.ui.row_pieces import MARKER_WIDTH, bar_pieces, fitted, one_line
from reader.ui.works.columns import ColumnKind, columns_for, head_pieces, row_pieces
from reader.ui.works.details import detail_lines, wrapped
from reader.ui.works.words import share_of

TEXTS = st.text(st.characters(exclude_categories=["Mn", "Me", "Cf"]), max_size=60)
WIDTHS = st.integers(20, 220)


def text_of(pieces: tuple[object, ...]) -> str:
    return "".join(piece.text for piece in pieces)  # type: ignore[attr-defined]  # any kind of pieces


@given(TEXTS, st.integers(0, 80))
def test_fitted_text_fills_exactly_its_width(text: str, width: int) -> None:
    assert cell_len(fitted(one_line(text), width)) == width


@given(st.text(max_size=80))
def test_one_line_holds_nothing_that_steers_a_terminal(text: str) -> None:
    shown = one_line(text)
    assert all(unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} for c in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    shown.encode()


@given(TEXTS, TEXTS, st.integers(0, 3_000_000), st.none() | st.floats(0, 1), WIDTHS)
def test_a_row_is_as_wide_as_the_list(
    title: str, author: str, words: int, progress: float | None, width: int
) -> None:
    row = row_pieces(entry(title, author=author, words=words, progress=progress), columns_for(width))
    assert MARKER_WIDTH + cell_len(text_of(row)) == width


@given(WIDTHS)
def test_heads_stand_over_their_columns(width: int) -> None:
    columns = columns_for(width)
    heads = text_of(head_pieces(columns, ColumnKind.PROGRESS, "↓"))
    for column in columns:
        assert heads[column.start : column.start + column.width].strip().startswith(column.kind.value)
    assert cell_len(heads) == width


def test_a_narrow_list_keeps_title_and_share() -> None:
    assert [column.kind for column in columns_for(24)] == [ColumnKind.TITLE, ColumnKind.PROGRESS]
    assert [column.kind for column in columns_for(160)] == list(ColumnKind)


@given(st.floats(0, 1, exclude_min=True, exclude_max=True), st.integers(1, 40))
def test_a_bar_begun_is_neither_empty_nor_full(share: float, width: int) -> None:
    done, rest = bar_pieces(share, width)
    assert len(done.text) + len(rest.text) == width
    assert done.text
    assert done.text != "━" * width


@pytest.mark.parametrize(
    ("status", "progress", "share"),
    [("unread", None, "·"), ("reading", 0.0, "0 %"), ("reading", 0.4399, "43 %"), ("finished", 0.99, "✓")],
)
def test_share(status: str, progress: float | None, share: str) -> None:
    assert share_of(THREE[0]._replace(status=status, progress=progress)) == share


@given(TEXTS, st.integers(2, 60), st.integers(1, 6))
def test_wrapped_text_stays_in_its_box(text: str, width: int, most: int) -> None:
    lines = wrapped(one_line(text), width, most)
    assert len(lines) <= most
    assert all(cell_len(line) <= width for line in lines)


@given(st.lists(st.text("abc", min_size=1, max_size=9), max_size=30), st.integers(9, 30))
def test_wrapping_loses_no_word(words: list[str], width: int) -> None:
    assert " ".join(wrapped(" ".join(words), width, 1000)).split() == words


def test_details_say_what_the_row_has_no_room_for() -> None:
    work = entry("A title [bold]that is long[/bold] " * 4, author="ox\x1b[2Jbow", summary="One.\nTwo.")
    lines = [text_of(line) for line in detail_lines(work, 60, 7)]
    assert len(lines) <= 7
    assert all(cell_len(line) <= 60 for line in lines)
    assert lines[0].startswith("A title [bold]that is long[/bold]")
    assert "\x1b" not in "".join(lines)
    assert lines[-2:] == ["One.", "Two."]


def test_words_are_wrapped_even_where_there_is_no_room() -> None:
    assert wrapped("东 windmill", 0, 3)[0] == "东"


def test_no_line_begins_with_what_separates_facts() -> None:
    assert wrapped("one · two · three", 5, 9) == ["one ·", "two ·", "three"]
    assert wrapped("one · two · six", 3, 9) == ["one", "two", "six"]
