"""How justified and hyphenated blocks look."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from tests.layout.strategies import chapters, styles

from reader.layout import hyphenation
from reader.layout.cells import is_plain
from reader.layout.pages import lay_out, lay_out_in_steps
from reader.layout.spreading import WIDEST_GAP, can_spread
from reader.layout.style import PageStyle, Setting
from reader.work.model import Align, Block, BlockKind, Chapter, Role, Span, Style

if TYPE_CHECKING:
    from reader.layout.line import Line

P = BlockKind.PARAGRAPH
PROSE = (
    "The lamp had been out for a week when the keeper wrote to say that nothing was wrong, and that, "
    "notwithstanding, he would be obliged for a new lamp, some oil, and the afternoon off on Thursday."
)


def set_lines(*blocks: Block, style: PageStyle) -> list[Line]:
    layout = lay_out(Chapter(1, "", "chapter", blocks), style)
    return [line for index in range(len(layout.pages)) for line in layout.lines(index) if line.runs]


def shown(line: Line) -> str:
    row = ""
    for run in line.runs:
        row = row.ljust(run.column) + run.text + run.tail
    return row


def page(measure: int = 40, *, hyphenation: bool = False) -> PageStyle:
    return PageStyle(
        measure=measure,
        height=90,
        setting=Setting.JUSTIFIED,
        whole=True,
        hyphenation=hyphenation,
        language="en",
    )


@pytest.mark.parametrize("measure", [30, 40, 66])
def test_all_lines_but_the_last_reach_the_right_edge(measure: int) -> None:
    lines = [shown(line) for line in set_lines(Block(P, PROSE), style=page(measure, hyphenation=True))]
    assert {len(line) for line in lines[:-1]} == {measure}
    assert len(lines[-1]) < measure
    assert "    " not in "".join(lines)


@pytest.mark.parametrize(
    "block",
    [
        Block(P, PROSE, align=Align.CENTRE),
        Block(P, PROSE, align=Align.END),
        Block(BlockKind.VERSE, PROSE),
        Block(BlockKind.PREFORMATTED, PROSE),
        Block(BlockKind.HEADING, PROSE),
        Block(P, PROSE, role=Role.TITLE),
    ],
)
def test_only_running_text_is_spread_and_hyphenated(block: Block) -> None:
    for line in set_lines(block, style=page(hyphenation=True)):
        assert not any(run.tail for run in line.runs)


def test_a_hyphen_looks_like_its_word_and_is_not_in_the_text() -> None:
    block = Block(P, "extraordinary", (Span(0, 13, Style.EMPHASIS, "#lamp"),))
    lines = set_lines(block, style=page(8, hyphenation=True))
    assert [shown(line) for line in lines] == ["extraor-", "dinary"]
    run = lines[0].runs[-1]
    assert (run.text, run.tail, run.start, run.style, run.link) == (
        "extraor",
        "-",
        0,
        Style.EMPHASIS,
        "#lamp",
    )


def test_words_are_divided_by_the_language_of_their_block() -> None:
    word = "kjærligheten"
    style = page(9, hyphenation=True)
    assert [shown(line) for line in set_lines(Block(P, word, lang="nb"), style=style)] == [
        "kjærlig-",
        "heten",
    ]
    assert shown(set_lines(Block(P, word, lang="tlh"), style=style)[0]) == "kjærlighe"


def test_a_line_that_would_need_wide_gaps_stays_ragged() -> None:
    lines = [shown(line) for line in set_lines(Block(P, "so extraordinary it was"), style=page(16))]
    assert lines == ["so extraordinary", "it was"]
    lines = [shown(line) for line in set_lines(Block(P, "one uninterrupted it was"), style=page(16))]
    assert lines == ["one", "uninterrupted it", "was"]


def test_text_from_right_to_left_reaches_the_left_edge() -> None:
    lines = set_lines(Block(P, "שלום עולם " * 9, rtl=True), style=page(24))
    assert [line.runs[0].column for line in lines[:-1]] == [0] * (len(lines) - 1)
    assert all(line.runs[-1].column + line.runs[-1].width == 24 for line in lines)


@given(chapters(), styles())
def test_gaps_are_never_wider_than_may_be(chapter: Chapter, style: PageStyle) -> None:
    for line in set_lines(*chapter.blocks, style=style):
        for run in line.runs:
            assert len(run.tail) < WIDEST_GAP
            if run.tail.isspace() and not run.text.endswith(" "):
                assert not is_plain(chapter.text[line.start : line.end])
        for left, right in pairwise(line.runs):
            if left.tail:
                assert right.column == left.column + left.width


def test_a_dictionary_is_loaded_in_steps_of_its_own() -> None:
    hyphenation._loaded.clear()
    chapter = Chapter(1, "", "chapter", (Block(P, PROSE),))
    steps = sum(1 for _ in hyphenation.load("de"))
    assert steps > 10
    assert sum(1 for _ in hyphenation.load("de")) == 0
    hyphenation._loaded.clear()
    pauses = sum(1 for _ in lay_out_in_steps(chapter, page(hyphenation=True)))
    assert pauses > 1
    assert sum(1 for _ in lay_out_in_steps(chapter, page(hyphenation=True))) <= 1


def test_can_spread_says_whether_gaps_stay_narrow_enough() -> None:
    assert can_spread(2, 1)
    assert not can_spread(3, 1)
    assert not can_spread(0, 3)
    assert not can_spread(1, 0)
