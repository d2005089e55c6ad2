from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.reading.finding import Search, pattern
from reader.reading.reading import Place

words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=20
).filter(str.strip)


@given(before=words, wanted=words, after=words)
@settings(deadline=None, max_examples=200)
def test_what_stands_in_a_text_is_found_there(before: str, wanted: str, after: str) -> None:
    wanted = unicodedata.normalize("NFC", " ".join(wanted.split()))
    text = f"{before}|{wanted}|{after}"

    spans = [match.span() for match in pattern(wanted).finditer(text)]

    start = len(before) + 1
    assert any(s <= start < e or (s, e) == (start, start + len(wanted)) for s, e in spans)


@given(wanted=words)
@settings(deadline=None)
def test_any_words_make_a_pattern(wanted: str) -> None:
    pattern(wanted).search("some text")


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("ines", "Inês kept the ledger"),
        ("INÊS", "ines kept the ledger"),
        ("don't", "she said don’t"),
        ('"wait"', "“Wait”, he said"),
        ("the ledger", "the\nledger"),
        ("well...", "well… no"),
        ("well...", "well. . . no"),
        ("well…", "well... no"),
        ("a.b", "a.b"),
        ("half-light", "half–light"),
        ("cafe", "cafe\u0301"),
    ],
)
def test_words_are_found_as_people_mean_them(wanted: str, text: str) -> None:
    assert pattern(wanted).search(text)


def test_a_dot_is_only_a_dot() -> None:
    assert not pattern("a.b").search("axb")


def test_matches_are_walked_through_chapters_and_round_the_end() -> None:
    texts = {1: "salt and salt", 2: "nothing", 3: "more salt"}
    search = Search("salt", texts.__getitem__, 3)

    assert search.count() == 3
    assert search.next(Place(1, -1)) == Place(1, 0)
    assert search.next(Place(1, 0)) == Place(1, 9)
    assert search.next(Place(1, 9)) == Place(3, 5)
    assert search.next(Place(3, 5)) == Place(1, 0)
    assert search.next(Place(1, 0), -1) == Place(3, 5)
    assert search.next(Place(3, 5), -1) == Place(1, 9)


def test_words_that_are_nowhere_lead_nowhere() -> None:
    search = Search("pepper", {1: "salt"}.__getitem__, 1)

    assert search.count() == 0
    assert search.next(Place(1, 0)) is None
