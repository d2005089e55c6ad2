"""Where words are divided, and which words are not."""

from __future__ import annotations

from itertools import pairwise

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.breaking import Room
from reader.layout.hyphenation import LEAST_AFTER, LEAST_BEFORE, Hyphenator, hyphenator
from reader.layout.opportunities import opportunities


def shown(word: str, language: str) -> str:
    """The word with a hyphen at each division."""
    known = hyphenator(language)
    assert known is not None
    cuts = [0, *known.divisions(word), len(word)]
    return "-".join(word[start:end] for start, end in pairwise(cuts))


@pytest.mark.parametrize(
    ("language", "word", "divided"),
    [
        ("en", "hyphenation", "hy-phen-ation"),
        ("en", "Elizabeth", "Eliz-a-beth"),
        ("en-GB", "photographer", "pho-to-grapher"),
        ("de", "Donaudampfschiff", "Do-nau-dampf-schiff"),
        ("fr", "merveilleuse", "mer-veilleuse"),
        ("ru", "тишина", "ти-шина"),
        ("nb", "kjærligheten", "kjær-lig-he-ten"),
        ("no", "kjærligheten", "kjær-lig-he-ten"),
    ],
)
def test_words_are_divided_by_their_language(language: str, word: str, divided: str) -> None:
    assert shown(word, language) == divided


@given(st.sampled_from(["en_US", "sv", "ca", "fr"]), st.text("abcdefghilmnoprstuvwåéç'", max_size=14))
def test_divisions_are_those_of_pyphen_that_keep_the_spelling(language: str, word: str) -> None:
    reference = pyphen.Pyphen(lang=language, left=LEAST_BEFORE, right=LEAST_AFTER)
    expected = tuple(int(at) for at in reference.positions(word) if not at.data)
    known = hyphenator(language)
    assert known is not None
    assert known.divisions(word) == expected


def test_a_division_that_changes_the_spelling_is_left_out() -> None:
    known = Hyphenator({"asszony": "as5szony/sz=,2,1", "ssz": "s1sz", "zo": "z1o"})
    assert known.divisions("asszony") == (4,)


def test_there_is_none_for_a_language_without_a_dictionary() -> None:
    assert hyphenator("") is None
    assert hyphenator("tlh") is None
    assert hyphenator("zh") is None


def divided(word: str, language: str = "en") -> list[str]:
    """A word of a text, cut wherever a line may begin in it."""
    points = opportunities(word, 0, len(word), Room(60, 60), plain=True, language=language)
    assert points is not None
    return [word[start:end] for start, end in pairwise(points.offsets)]


@pytest.mark.parametrize(
    "word",
    [
        "EXTRAORDINARY",
        "NASA’s",
        "https://example.org/extraordinary",
        "extraordinary2",
        "reader@extraordinary.example",
        "YouTuber",
        "idea",
        "snake_case_extraordinary",
    ],
)
def test_capitals_figures_and_addresses_are_not_divided(word: str) -> None:
    assert divided(word) == [word]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("“extraordinary,”", ["“ex", "tra", "or", "di", "nary,”"]),
        ("lantern’s", ["lantern’s"]),
        ("well-extraordinary", ["well-", "extraordinary"]),
        ("hyphenation—hyphenation", ["hy", "phen", "ation—", "hy", "phen", "ation"]),
    ],
)
def test_what_clings_to_a_word_does_not_matter(word: str, parts: list[str]) -> None:
    assert divided(word) == parts


@pytest.mark.parametrize("language", ["en", "fr", "it", "de", "nl", "uk"])
@given(
    st.lists(
        st.sampled_from("l’ dell’ aviat eur extraordi nary y’s ing o’ “ ab е мо ре".split()),
        min_size=1,
        max_size=5,
    )
)
def test_two_letters_stand_before_a_hyphen_and_three_after(language: str, parts: list[str]) -> None:
    pieces = divided("".join(parts), language)
    for count in range(1, len(pieces)):
        assert sum(map(str.isalpha, "".join(pieces[:count]))) >= LEAST_BEFORE
        assert sum(map(str.isalpha, "".join(pieces[count:]))) >= LEAST_AFTER
