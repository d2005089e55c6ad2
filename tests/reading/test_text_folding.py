"""Folding against the obvious way: every character by itself, with where it came from written beside it."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.reading.steps import made

from reader.reading import text_folding
from reader.reading.text_folding import fold, fold_in_steps, fold_unit

ODD = "aeiAEIßſŒœæﬁ…—–'’“”\"´`-. \n\u00a0\u00ad\u200b\u200d\u0301\u0306\u0308\u0323éÉёЁйЙиї\u0456ωΏᾳςσİıơ"
texts = st.one_of(
    st.text(st.sampled_from(ODD + "שָׁבתأاَがか\u3099ｶﾞㄱ각\u1100\u1161\u11a8कि\U0001f469❤\ufe0f"), max_size=40),
    st.text(st.characters(codec="utf-8"), max_size=20),
)
_JOINED = re.compile(
    "[\u1100-\u11ff]+|[^\u1100-\u11ff](?:[\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u3099\u309a\uff9e\uff9f\ufe0f])+|.",
    re.DOTALL,
)


def obvious(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The folded text, and for each of its characters the stretch of the text it came from."""
    folded, origins = "", []
    for unit in _JOINED.finditer(text):
        plain = fold_unit(unit.group())
        folded += plain
        origins += [unit.span()] * len(plain)
        if not plain and origins and origins[-1][1] == unit.start():
            first, came = origins[-1], unit.end()
            origins = [(start, came) if (start, end) == first else (start, end) for start, end in origins]
    return folded, origins


@given(texts, st.data())
@example("a\u00ad\u200bb\u00ad", None)
@example("ﬁ\u0301e…\u00ad.", None)
def test_a_text_is_folded_and_the_way_back_found(text: str, data: st.DataObject | None) -> None:
    folded = fold(text)
    expected, origins = obvious(text)

    assert folded.text == expected
    for at, (start, end) in enumerate(origins):
        assert folded.written(at, at + 1) == (start, end)
    if data is not None and len(expected) > 1:
        first = data.draw(st.integers(0, len(expected) - 1))
        last = data.draw(st.integers(first, len(expected) - 1))
        assert folded.written(first, last + 1) == (origins[first][0], origins[last][1])


@given(st.lists(texts, max_size=12), st.integers(min_value=1, max_value=9))
def test_pieces_make_the_same_as_the_whole(parts: list[str], size: int) -> None:
    text = "".join(parts)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(text_folding, "_PIECE", size)
        pieces = made(fold_in_steps(text))
    whole = fold(text)
    if not re.search(f"[\u0300-\u036f\ufe0f]{{{size},}}", text):  # so many marks on one letter are no text
        assert pieces.text == whole.text
        length = len(whole.text)
        assert all(pieces.written(at, at + 1) == whole.written(at, at + 1) for at in range(length))


@given(st.characters(codec="utf-8"))
def test_what_is_folded_stays_when_it_is_folded_again(character: str) -> None:
    once = fold(character).text
    assert fold(once).text == once


@given(texts)
def test_composed_and_decomposed_letters_are_alike(text: str) -> None:
    text = re.sub("[^a-zA-ZéÉёЁйЙωΏがか각שָׁأا]", "", text)
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed).text == fold(decomposed).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đặng Thị", "dang thi"),
        ("Σοφός Άννα", "σοφοσ αννα"),
        ("ещё Всё", "еще все"),
        ("Straße", "STRASSE"),
        ("ﬁn Œuvre", "fin oeuvre"),
        ("ＡＢＣ１２ ｶﾞｲﾄﾞ", "abc12 ガイド"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّـد أحمد", "محمد احمد"),
        ("Søren Łódź", "soren lodz"),
        ("İstanbul ışık", "istanbul isik"),
        ("for\u00adget\u200b", "forget"),
        ("‘a’ “b” ‹c›", "'a' \"b\" 'c'"),
    ],
)
def test_what_people_mean_by_the_same(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [("мой", "мои"), ("її", "іі"), ("がき", "かき"), ("कि", "कु"), ("각", "가"), ("あ", "ア")],
)
def test_other_letters_are_others(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text
