"""Breaks chosen together are the best there are, and better than those found line by line."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from tests.layout.exact_fit import cost_of, least_cost
from tests.layout.line_quality import breaks, quality, style_of
from tests.layout.sample_story import sample_paragraphs
from tests.layout.strategies import plain_texts

from reader.layout.breaking import Room, shown_begin, shown_end
from reader.layout.opportunities import opportunities
from reader.layout.total_fit import fit, line_costs

if TYPE_CHECKING:
    from reader.layout.opportunities import Opportunities
    from reader.layout.total_fit import Costs

_WORDS = st.sampled_from("a we ink said—and harbour nevertheless well-known remembering, —".split())
_PROSE = st.lists(_WORDS, min_size=1, max_size=10)


def least_of_all(points: Opportunities, room: Room, costs: Costs) -> int | None:
    """The least that any breaks cost, all of them tried."""
    inner = range(1, len(points.ends) - 1)
    found = [
        cost_of([0, *some], points, room, costs)
        for count in range(len(inner) + 1)
        for some in combinations(inner, count)
    ]
    return min((cost for cost in found if cost is not None), default=None)


@example("a a nevertheless nevertheless a said—and we nevertheless nevertheless".split(), 36, 0, True, "")
@given(_PROSE, st.integers(9, 48), st.integers(0, 3), st.booleans(), st.sampled_from(["", "en"]))
def test_no_other_breaks_cost_less(
    words: list[str], measure: int, indent: int, justified: bool, language: str
) -> None:
    text = " ".join(words)
    room = Room(measure - indent, measure)
    points = opportunities(text, 0, len(text), room, plain=True, language=language)
    assert points is not None
    assume(len(points.ends) <= 15)
    costs = line_costs(measure, justified=justified)

    least = least_of_all(points, room, costs)

    assert least == least_cost(points, room, costs)
    assert_best(fit(points, room, costs), points, room, costs)


def assert_best(chosen: list[int] | None, points: Opportunities, room: Room, costs: Costs) -> None:
    """That breaks cost at most a twentieth more than the best there are."""
    least = least_cost(points, room, costs)
    if least is None:
        assert chosen is None
    else:
        assert chosen is not None
        found = cost_of(chosen, points, room, costs)
        assert found is not None
        assert least <= found <= 1.05 * least


@given(
    st.lists(_WORDS, min_size=20, max_size=120),
    st.integers(20, 90),
    st.booleans(),
    st.sampled_from(["", "en"]),
)
def test_nor_do_they_in_long_paragraphs(
    words: list[str], measure: int, justified: bool, language: str
) -> None:
    text = " ".join(words)
    room = Room(measure - 3, measure)
    points = opportunities(text, 0, len(text), room, plain=True, language=language)
    assert points is not None
    costs = line_costs(measure, justified=justified)
    assert_best(fit(points, room, costs), points, room, costs)


@pytest.mark.parametrize(("measure", "every"), [(40, 6), (66, 4), (80, 3)])
def test_nor_do_they_in_a_story(measure: int, every: int) -> None:
    room, costs = Room(measure - 3, measure), line_costs(measure, justified=True)
    paragraphs = sample_paragraphs(3 * measure)[::every]
    assert len(paragraphs) > 15
    for text in paragraphs:
        points = opportunities(text, 0, len(text), room, plain=True, language="en")
        assert points is not None
        assert_best(fit(points, room, costs), points, room, costs)


@given(plain_texts(), st.integers(4, 40), st.sampled_from(["", "en"]))
def test_lines_follow_one_another_within_the_room(text: str, measure: int, language: str) -> None:
    begin = shown_begin(text, 0, plain=True)
    end = shown_end(text, begin, len(text), plain=True)
    assume(begin < end)
    room = Room(measure - 1, measure)
    points = opportunities(text, begin, end, room, plain=True, language=language)
    assert points is not None
    chosen = fit(points, room, line_costs(measure, justified=True))
    assert chosen is not None
    assert chosen[0] == 0
    assert all(before < after for before, after in pairwise(chosen))
    assert cost_of(chosen, points, room, line_costs(measure, justified=True)) is not None


@example(["extraordinary", "circumstances", "misunderstandings"] * 6, 12, True)
@example(
    "extraordinary to ill-humoured ill-humoured extraordinary ill-humoured a to well-remembered "
    "well-remembered extraordinary ill-humoured extraordinary extraordinary".split(),
    30,
    True,
)
@example(["ill-humoured", "unconventional", "well-remembered", "never-answered"] * 5, 16, False)
@given(
    st.lists(
        st.sampled_from(
            "a to extraordinary circumstances ill-humoured well-remembered half-forgotten".split()
        ),
        min_size=6,
        max_size=40,
    ),
    st.integers(10, 30),
    st.booleans(),
)
def test_no_more_than_two_hyphens_follow_one_another(words: list[str], measure: int, whole: bool) -> None:
    text = " ".join(words)
    begins, hyphens = breaks(text, style_of(measure, whole=whole, hyphenation=True))
    ends = "".join("h" if begin in hyphens or text[begin - 1] == "-" else "." for begin in begins[1:])
    assert "hhh" not in ends


def test_the_limit_on_hyphens_is_needed() -> None:
    text = "extraordinary circumstances notwithstanding, misunderstandings unquestionably " * 6
    begins, hyphens = breaks(text.strip(), style_of(16, whole=True, hyphenation=True))
    assert "hh" in "".join("h" if begin in hyphens else "." for begin in begins)


def test_an_authors_own_hyphens_may_be_too_many_where_nothing_else_will_do() -> None:
    text = "ha-haaa-haaa-haaa-haaa-haaa"
    begins, hyphens = breaks(text, style_of(5, whole=True, hyphenation=True), indent=0)
    assert [text[a:b] for a, b in pairwise([*begins, len(text)])] == [
        "ha-",
        "haaa-",
        "haaa-",
        "haaa-",
        "haaa-",
        "haaa",
    ]
    assert not hyphens


@pytest.mark.parametrize("hyphenation", [False, True])
@pytest.mark.parametrize("measure", [40, 66, 80])
def test_long_paragraphs_are_more_even_than_line_by_line(measure: int, hyphenation: bool) -> None:
    paragraphs = sample_paragraphs(6 * measure)
    whole = quality(paragraphs, style_of(measure, whole=True, hyphenation=hyphenation))
    greedy = quality(paragraphs, style_of(measure, whole=False, hyphenation=hyphenation))

    assert whole.deviation <= 0.8 * greedy.deviation
    assert whole.looseness <= greedy.looseness
    assert whole.wide <= greedy.wide
    assert whole.ragged <= greedy.ragged
