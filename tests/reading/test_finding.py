from __future__ import annotations

import re
import unicodedata
from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.reading.steps import made

from reader.reading.finding import Found, Search, find, find_in_steps, pattern
from reader.reading.reading import Place
from reader.reading.text_folding import fold

words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=20
).filter(str.strip)
letters = st.text(st.sampled_from("aáAbß. -—’'\n\u00ad"), max_size=30)


def matches(wanted: str, text: str) -> list[tuple[int, int]]:
    return find(wanted, text).between(0, len(text) + 1)


@given(before=words, wanted=words, after=words)
def test_what_stands_in_a_text_is_found_there(before: str, wanted: str, after: str) -> None:
    wanted = unicodedata.normalize("NFC", " ".join(wanted.split()))
    assume(fold(wanted).text.strip())
    text = f"{before}|{wanted}|{after}"
    start = len(before) + 1

    found = matches(wanted, text)

    assert any(s < start + len(wanted) and start < e for s, e in found), found


@given(wanted=words, text=st.text(max_size=40))
def test_matches_are_apart_and_read_like_what_was_asked_for(wanted: str, text: str) -> None:
    expression = pattern(wanted)
    end = 0
    for start, stop in matches(wanted, text):
        assert expression
        assert end <= start < stop
        assert expression.search(fold(text[start:stop]).text)
        end = stop


@given(wanted=letters, text=letters)
def test_matches_are_those_of_every_character_by_itself(wanted: str, text: str) -> None:
    """Against the obvious way: fold each character with its place, put runs of what is alike into one."""
    folded = _runs([(c, at) for at, written in enumerate(text) for c in fold(written).text])
    looked_for = "".join(c for c, _, _ in _runs([(c, 0) for c in fold(wanted).text])).strip()
    plain = "".join(c for c, _, _ in folded)
    expected: list[tuple[int, int]] = []
    at = plain.find(looked_for) if looked_for else -1
    while at >= 0:
        start, end = folded[at][1], folded[at + len(looked_for) - 1][2]
        if not expected or start >= expected[-1][1]:
            expected.append((start, end))
        at = plain.find(looked_for, at + len(looked_for))

    assume(".." not in plain.replace(" ", "") and ".." not in looked_for)  # dots in a row may stand apart
    found = matches(wanted, text)

    assert [(start, text[start:end].rstrip("\u00ad")) for start, end in found] == [
        (start, text[start:end].rstrip("\u00ad")) for start, end in expected
    ]


def _runs(characters: list[tuple[str, int]]) -> list[tuple[str, int, int]]:
    """Characters with the positions around them; rows of white space and of dashes are one."""
    made: list[tuple[str, int, int]] = []
    for character, at in characters:
        one = " " if character.isspace() else character
        if made and one in " -" and made[-1][0] == one:
            made[-1] = (one, made[-1][1], at + 1)
        else:
            made.append((one, at, at + 1))
    return made


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("ines", "Inês kept the ledger", "Inês"),
        ("INÊS", "ines kept the ledger", "ines"),
        ("don't", "she said don’t", "don’t"),
        ('"wait"', "“Wait”, he said", "“Wait”"),
        ("the ledger", "in the\nledger", "the\nledger"),
        ("the ledger", "in the\u00a0 ledger", "the\u00a0 ledger"),
        ("forgotten", "he had for\u00adgot\u00adten it", "for\u00adgot\u00adten"),
        ("well...", "oh well… no", "well…"),
        ("well...", "oh well. . . no", "well. . ."),
        ("well…", "oh well... no", "well..."),
        ("a.b", "a.b", "a.b"),
        ("half-light", "the half–light", "half–light"),
        ("no--yes", "no—yes", "no—yes"),
        ("no—yes", "no--yes", "no--yes"),
        ("cafe", "a cafe\u0301 there", "cafe\u0301"),
        ("strasse", "die Straße dort", "Straße"),
        ("s", "ß", "ß"),
        ("office", "the oﬃce there", "oﬃce"),
        ("f", "the oﬃce there", "ﬃ"),
    ],
)
def test_words_are_found_as_people_mean_them(wanted: str, text: str, found: str) -> None:
    assert [text[start:end] for start, end in matches(wanted, text)] == [found]


def test_a_dot_is_only_a_dot_and_nothing_to_see_is_nothing_to_find() -> None:
    assert not matches("a.b", "axb")
    assert not matches("\u00ad", "so\u00adft")
    assert not matches("  ", "a  b")


@pytest.mark.parametrize(
    "wanted", ["a b", "a" * 200, ". . . . . x", "-" * 50 + "x", "…" * 30 + "x", "  -- ' \" ..x"]
)
@pytest.mark.parametrize("text", ["a ", "a" * 7, ". ", "-", " ", "…", "\u0301", "' \""])
def test_no_words_take_long_in_any_text(wanted: str, text: str) -> None:
    text *= 40_000 // len(text)
    begun = process_time()
    find(wanted, text)
    assert process_time() - begun < 2, "a text of this length takes some milliseconds"


def test_no_step_takes_in_a_whole_work() -> None:
    text = "the lamp was lit " * 20_000
    steps = list(find_in_steps("lamp", text))
    assert len(steps) > 40


def search(texts: dict[int, str], wanted: str = "salt") -> Search:
    return Search(wanted, texts.__getitem__, len(texts))


def place(found: Found | None) -> Place | None:
    return found.place if found else None


def test_matches_are_walked_through_chapters_and_round_the_end() -> None:
    found = search({1: "salt and salt", 2: "nothing", 3: "more salt"})

    assert found.total is None
    made(found.count())
    assert found.total == 3
    walked = [
        made(found.next(Place(*at), step))
        for at, step in [((1, -1), 1), ((1, 0), 1), ((1, 9), 1), ((3, 5), 1), ((1, 0), -1), ((3, 5), -1)]
    ]
    assert [place(one) for one in walked] == [
        Place(1, 0),
        Place(1, 9),
        Place(3, 5),
        Place(1, 0),
        Place(3, 5),
        Place(1, 9),
    ]
    assert [one.around for one in walked if one] == [False, False, False, True, True, False]
    assert [found.ordinal(one) for one in walked if one] == [1, 2, 3, 1, 3, 2]


@given(
    st.lists(st.text(st.sampled_from("ab"), max_size=6), min_size=1, max_size=12),
    st.data(),
    st.integers(min_value=1, max_value=40),
    st.booleans(),
)
def test_so_many_matches_on_are_as_many_single_ones(
    texts: list[str], data: st.DataObject, times: int, back: bool
) -> None:
    chapters = dict(enumerate(texts, 1))
    all_places = [Place(n, m.start()) for n, text in chapters.items() for m in re.finditer("a", text)]
    number = data.draw(st.integers(1, len(texts)))
    here = Place(number, data.draw(st.integers(-1, len(chapters[number]))))
    key = (here.chapter, here.offset)
    if back:
        earlier = [p for p in all_places if (p.chapter, p.offset) < key]
        ordered = (all_places[len(earlier) :] + earlier)[::-1]
    else:
        earlier = [p for p in all_places if (p.chapter, p.offset) <= key]
        ordered = all_places[len(earlier) :] + earlier

    found = made(search(chapters, "a").next(here, -times if back else times))

    assert place(found) == (ordered[(times - 1) % len(ordered)] if ordered else None)


def test_words_that_are_nowhere_lead_nowhere() -> None:
    nowhere = search({1: "sugar", 2: ""})

    assert made(nowhere.next(Place(1, 0), 1)) is None
    assert nowhere.total == 0
