"""On the page stands out what a search of all texts has found there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from tests.library.text_search.typed_model import WRITTEN, starts, terms, typed, words_in

from reader.reading.finding import find
from reader.reading.sought import sought_pattern

if TYPE_CHECKING:
    from reader.library.text_search.typed import Term

TEXT = ", ".join(WRITTEN * 3) + ".\n" + " ".join(reversed(WRITTEN))


@given(terms)
def test_every_word_stands_out_and_no_other(term: Term) -> None:
    pattern = sought_pattern(typed(term))
    assert pattern is not None
    found = find(pattern, TEXT)
    if len(term.words) == 1:
        assert len(found) == len(starts(term, words_in(TEXT)))
    for start, end in found.between(0, len(TEXT)):
        there = words_in(TEXT[start:])
        assert 0 in starts(term, there)
        assert len(words_in(TEXT[start:end])) == len(term.words)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("lamp NEAR/3 harbour -storm", "The lamp, the harbour, the storm.", ["lamp", "harbour"]),
        ('"wasn\'t there"', "He wasn’t there.", ["wasn’t there"]),
        ("灯台", "「灯台」の", ["灯台"]),
        ("harb*", "The harbour", ["harb"]),
        ("Straße", "The STRASSE", ["STRASSE"]),
    ],
)
def test_what_stands_out(words: str, text: str, found: list[str]) -> None:
    pattern = sought_pattern(words)
    assert pattern is not None
    assert [text[start:end] for start, end in find(pattern, text).between(0, len(text))] == found


def test_nothing_sought_is_no_pattern() -> None:
    assert sought_pattern("-lamp ?!") is None
