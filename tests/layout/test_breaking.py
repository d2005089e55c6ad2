"""Where lines begin."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.layout.strategies import plain_texts

from reader.layout.breaking import Room, choose_breaks, shown_begin, shown_end
from reader.layout.cells import is_plain


def broken(text: str, cells: int, *, plain: bool | None = None) -> list[str]:
    plain = is_plain(text) if plain is None else plain
    begin = shown_begin(text, 0, plain=plain)
    end = shown_end(text, begin, len(text), plain=plain)
    begins = [*choose_breaks(text, begin, end, Room(cells, cells), plain=plain), end]
    return [text[a:b].rstrip(" ") for a, b in pairwise(begins)]


@given(plain_texts(), st.integers(1, 40))
def test_counting_code_points_and_counting_cells_agree(text: str, cells: int) -> None:
    assert broken(text, cells, plain=True) == broken(text, cells, plain=False)


@given(st.lists(st.text("abcé’", min_size=1, max_size=6), min_size=1), st.integers(6, 40))
def test_each_line_is_as_full_as_the_next_word_lets_it(words: list[str], cells: int) -> None:
    lines = broken(" ".join(words), cells)
    assert " ".join(lines) == " ".join(words)
    assert all(len(line) <= cells for line in lines)
    for line, following in pairwise(lines):
        assert len(line) + 1 + len(following.split(" ")[0]) > cells


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two  three", 8, ["one two", "three"]),
        ("a well-known man", 8, ["a well-", "known", "man"]),
        ("w-what is it-it", 6, ["w-what", "is it-", "it"]),
        ("she said—and left", 10, ["she said—", "and left"]),
        ("she said—and left", 8, ["she", "said—and", "left"]),
        ("“I was—” he began", 7, ["“I", "was—”", "he", "began"]),
        ("—Hola, dijo", 6, ["—Hola,", "dijo"]),
        ("word and — dash", 9, ["word", "and —", "dash"]),
        ("said “no —” but", 9, ["said", "“no —”", "but"]),
        ("unending — dash", 8, ["unending", "— dash"]),
        ("well…maybe", 7, ["well…", "maybe"]),
        ("10\xa0000 is one", 8, ["10\xa0000", "is one"]),
        ("wait.\xa0.\xa0. no", 6, ["wait.\xa0", ".\xa0. no"]),
    ],
)
def test_lines_break_where_prose_may(text: str, cells: int, lines: list[str]) -> None:
    assert broken(text, cells) == lines


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("see https://example.org/long/way?x=1", 16, ["see", "https://example.", "org/long/way?x=1"]),
        ("Nooooooooo", 4, ["Nooo", "oooo", "oo"]),
        ("a Nooooooooo", 4, ["a", "Nooo", "oooo", "oo"]),
    ],
)
def test_overlong_words_break_after_separators_else_anywhere(text: str, cells: int, lines: list[str]) -> None:
    assert broken(text, cells) == lines


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("東西南北中間", 6, ["東西南", "北中間"]),
        ("東西南、北中", 6, ["東西", "南、北", "中"]),
        ("東西「南北」", 6, ["東西", "「南", "北」"]),
        ("東西ちょっと", 6, ["東西", "ちょっ", "と"]),
        ("see 東西南北", 7, ["see 東", "西南北"]),
    ],
)
def test_chinese_and_japanese_break_between_characters_by_kinsoku(
    text: str, cells: int, lines: list[str]
) -> None:
    assert broken(text, cells) == lines


def test_a_soft_hyphen_needs_room_for_its_hyphen() -> None:
    assert broken("co\xadopera\xadtion now", 9) == ["co\xadopera\xad", "tion now"]
    assert broken("co\xadopera\xadtion now", 7) == ["co\xad", "opera\xad", "tion", "now"]


def test_a_word_joiner_holds_together() -> None:
    assert broken("one two\u2060-\u2060three", 9) == ["one", "two\u2060-\u2060three"]
