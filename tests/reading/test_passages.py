"""Words, sentences and paragraphs, and the way from one to the next."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.cells import is_boundary
from reader.reading.passage_units import Unit
from reader.reading.passages import entered, step, words_of

texts = st.text(
    st.sampled_from("ab Zé.!?…\n“”’'\"-—漢か\u3099字。！？」「e\u0301👩\u200d👧🇫🇷한글Mr"), max_size=80
) | st.text(max_size=40)
units = st.sampled_from(Unit)


@given(texts)
def test_words_are_all_of_the_text_that_can_be_seen(text: str) -> None:
    words = words_of(text)
    spans = list(zip(words.starts, words.ends, strict=True))
    assert all(start < end for start, end in spans)
    assert all(end <= later for (_, end), (later, _) in pairwise(spans))
    outside = [
        text[end:later] for end, later in zip([0, *words.ends], [*words.starts, len(text)], strict=True)
    ]
    assert not any(character.isalnum() for character in "".join(outside))
    assert all(is_boundary(text, start) for start in words.starts)


@given(texts)
def test_words_end_where_a_cluster_does(text: str) -> None:
    words = words_of(text)
    assert all(is_boundary(text, end) or text[end].isspace() for end in words.ends if end < len(text))


@given(texts, units, st.data())
def test_a_motion_stays_in_the_text_and_goes_its_way(text: str, unit: Unit, data: st.DataObject) -> None:
    words = words_of(text)
    if not len(words):
        return
    index = data.draw(st.integers(0, len(words) - 1))
    on, back = (step(words, index, unit, forward=forward) for forward in (True, False))
    assert on is None or index < on < len(words)
    assert back is None or 0 <= back < index
    assert (on is None) == (index == len(words) - 1)
    assert (back is None) == (index == 0)
    assert 0 <= entered(words, unit, forward=True) < len(words)
    assert 0 <= entered(words, unit, forward=False) < len(words)


@given(texts, units, st.data())
def test_forward_then_back_is_where_it_began(text: str, unit: Unit, data: st.DataObject) -> None:
    words = words_of(text)
    firsts = words.firsts(unit)
    if not firsts:
        return
    begun = data.draw(st.sampled_from(firsts))
    on = step(words, begun, unit, forward=True)
    if on is None:
        return
    back = step(words, on, unit, forward=False)
    assert back == begun or (unit is not Unit.WORD and on in firsts)


@given(texts, st.integers(0, 90))
def test_every_place_has_a_word(text: str, offset: int) -> None:
    words = words_of(text)
    if len(words):
        index = words.at(offset)
        assert words.ends[index] > offset or index == len(words) - 1


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("“What?” she said. “No.” He left.", ["“What?” she said.", "“No.”", "He left."]),
        ("Mr. Rope met Dr. J. Lamp. They talked.", ["Mr. Rope met Dr. J. Lamp.", "They talked."]),
        ("She went… and came. Wait… What?", ["She went… and came.", "Wait…", "What?"]),
        ("One line\nanother line", ["One line", "another line"]),
        ("她走了。「好！」他說。", ["她走了。", "「好！」", "他說。"]),
        ("Il dit : « Oui. » Elle rit.", ["Il dit : « Oui. »", "Elle rit."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    words = words_of(text)
    firsts = [*words.sentences, len(words)]
    made = [text[words.starts[first] : words.ends[after - 1]] for first, after in pairwise(firsts)]
    assert made == sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Salt—no,” she said", ["“Salt—", "no,”", "she", "said"]),
        ("漢字か\u3099。", ["漢", "字", "か\u3099。"]),
        ("rock ’n’ roll", ["rock", "’n’", "roll"]),
        ("他說「好」", ["他", "說", "「好」"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    found = words_of(text)
    assert [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)] == words
