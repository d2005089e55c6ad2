"""What is typed into a search, understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.text_search.typed import (
    All,
    Any,
    Expression,
    Near,
    Term,
    marked,
    marked_terms,
    understood,
)


def term(words: str, *, begins: bool = False) -> Term:
    return Term(words, tuple(words.split()), begins)


LAMP, SEA, TIDE = term("lamp"), term("sea"), term("tide")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", None),
        (' ?! -- * "" () -() NEAR OR \'', None),
        ("lamp", LAMP),
        ("lamp*", term("lamp", begins=True)),
        ('"lamp sea"', term("lamp sea")),
        ("“lamp sea”*", term("lamp sea", begins=True)),
        ('"lamp sea', term("lamp sea")),
        ("lamp sea", All((LAMP, SEA))),
        ("lamp AND sea", All((LAMP, SEA))),
        ("lamp -sea", All((LAMP,), (SEA,))),
        ('lamp -"sea tide"', All((LAMP,), (term("sea tide"),))),
        ("lamp NOT sea", All((LAMP,), (SEA,))),
        ("-sea lamp", All((LAMP,), (SEA,))),
        ("-sea", None),
        ("lamp OR sea tide", Any((LAMP, All((SEA, TIDE))))),
        ("lamp | sea", Any((LAMP, SEA))),
        ("lamp OR -sea", LAMP),
        ("(lamp OR sea) tide", All((Any((LAMP, SEA)), TIDE))),
        ("tide -(lamp OR sea)", All((TIDE,), (Any((LAMP, SEA)),))),
        ("tide NOT (lamp sea)", All((TIDE,), (All((LAMP, SEA)),))),
        ("((lamp) OR (sea", Any((LAMP, SEA))),
        ("lamp) sea)", All((LAMP, SEA))),
        ("lamp NEAR/3 sea", Near(LAMP, SEA, 3)),
        ("lamp NEAR sea", Near(LAMP, SEA, 10)),
        ("lamp ~3 sea", Near(LAMP, SEA, 3)),
        ("lamp ~ sea", Near(LAMP, SEA, 10)),
        ("tide lamp ~3 sea*", All((TIDE, Near(LAMP, term("sea", begins=True), 3)))),
        ("lamp ~3 sea ~2 tide", All((Near(LAMP, SEA, 3), Near(SEA, TIDE, 2)))),
        ("NEAR/3 lamp NEAR/3", LAMP),
        ("lamp NEAR/3 -sea", All((LAMP,), (SEA,))),
        ("lamp near sea", All((LAMP, term("near"), SEA))),
        (":) lamp", LAMP),
        ("wasn’t", Term("wasn’t", ("wasn", "t"))),
        ("हिन्दी", Term("हिन्दी", ("हिन्दी",))),
    ],
)
def test_what_is_typed_is_understood(typed: str, meant: Expression | None) -> None:
    assert understood(typed) == meant


PIECES = ['"', "“", "„", "*", "(", ")", "-(", "AND", "OR", "|", "NOT", "NEAR", "~3", "-", "lamp", "-sea", " "]


@given(st.lists(st.text(max_size=4) | st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_whatever_is_typed_is_understood_and_has_something_to_mark(typed: str) -> None:
    meant = understood(typed)
    assert bool(marked(meant)) == (meant is not None)
    assert all(term.words for term in marked_terms(meant))


def test_too_much_is_left_out() -> None:
    assert len(marked(understood("lamp1 " + " ".join(f"sea{n}" for n in range(5000))))) < 100
    assert understood("(" * 10_000 + "lamp" + ")" * 10_000) == LAMP


def test_what_is_not_wanted_is_not_marked() -> None:
    assert marked(understood("(lamp OR sea ~2 tide) -sea")) == (LAMP, Near(SEA, TIDE, 2))
    assert marked_terms(understood("lamp lamp OR sea ~2 lamp")) == (LAMP, SEA)
