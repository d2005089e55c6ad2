"""Breaks chosen together are the best there are, and better than those found line by line."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.layout.line_quality import breaks, quality, style_of
from tests.layout.strategies import plain_texts

import reader.samples
from reader.formats.detect import read_work_and_format
from reader.formats.source import Source
from reader.layout.breaking import Room, shown_begin, shown_end
from reader.layout.opportunities import opportunities
from reader.layout.total_fit import MOST_HYPHENS, Costs, fit, line_costs
from reader.work.model import BlockKind, Role

if TYPE_CHECKING:
    from reader.layout.opportunities import Opportunities

_PROSE = st.lists(
    st.sampled_from("a we ink said—and harbour nevertheless well-known remembering, —".split()),
    min_size=1,
    max_size=10,
)


def cost_of(chosen: list[int], points: Opportunities, room: Room, costs: Costs) -> int | None:
    """What breaks cost by the definition of costs; None where a line is too long, or hyphens too many."""
    total = run = 0
    for begin, end in pairwise([*chosen, len(points.ends) - 1]):
        less_width, gaps = divmod(points.begins[begin] - points.ends[end], points.base)
        width = -less_width
        lacking = (room.rest if begin else room.first) - width
        if lacking < 0:
            return None
        run = run + 1 if end in points.hyphens else 0
        if run > MOST_HYPHENS:
            return None
        if end == len(points.ends) - 1:
            short = begin > 0 and width * points.base - gaps < points.base**2 // 12
            total += costs.last_hyphen * (begin in points.hyphens) + costs.short_last * short
        else:
            total += costs.lines[lacking * points.base + gaps] + points.costs[end]
            total += costs.hyphen * (end in points.hyphens)
    return total


def least_cost(points: Opportunities, room: Room, costs: Costs) -> int | None:
    """The least that any breaks cost, all of them tried."""
    inner = range(1, len(points.ends) - 1)
    found = [
        cost_of([0, *some], points, room, costs)
        for count in range(len(inner) + 1)
        for some in combinations(inner, count)
    ]
    return min((cost for cost in found if cost is not None), default=None)


@settings(deadline=None, max_examples=60)
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

    chosen, least = fit(points, room, costs), least_cost(points, room, costs)

    if least is None:
        assert chosen is None
    else:
        assert chosen is not None
        found = cost_of(chosen, points, room, costs)
        assert found is not None
        assert least <= found <= 1.05 * least


@settings(deadline=None)
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


@pytest.mark.parametrize("measure", [12, 16, 24])
def test_no_more_than_two_hyphens_follow_one_another(measure: int) -> None:
    text = "extraordinary circumstances notwithstanding, misunderstandings unquestionably " * 6
    for whole in (True, False):
        begins, hyphens = breaks(text.strip(), style_of(measure, whole=whole, hyphenation=True))
        divided = "".join("h" if begin in hyphens else "." for begin in begins)
        assert "h" in divided
        assert "hhh" not in divided


def sample_paragraphs(least: int) -> list[str]:
    """The paragraphs of the sample story of at least so many code points."""
    path = Path(next(iter(reader.samples.__path__))) / "the-salt-road.html"
    work, _ = read_work_and_format(Source(path.name, path.read_bytes()))
    return [
        block.text
        for chapter in work.chapters
        for block in chapter.blocks
        if block.kind is BlockKind.PARAGRAPH and block.role is Role.STORY and len(block.text) >= least
    ]


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
