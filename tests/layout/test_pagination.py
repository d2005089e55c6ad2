"""What stands together on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.pages import lay_out
from reader.layout.style import PageStyle
from reader.work.model import Block, BlockKind, Chapter, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

MEASURE = 10
BREAK = Block(BlockKind.SCENE_BREAK, "~")
HEADING = Block(BlockKind.HEADING, "Part Two", level=3)


def paragraph(lines: int, name: str = "p") -> Block:
    """A paragraph of exactly so many lines: name, number, filled up to the measure."""
    words = [f"{name}{number}".ljust(MEASURE - 1, ".") for number in range(1, lines + 1)]
    return Block(BlockKind.PARAGRAPH, " ".join(words))


def pages(blocks: Sequence[Block], height: int) -> list[list[str]]:
    """The text of each page's lines, without the full stops that fill them."""
    layout = lay_out(
        Chapter(1, "", "chapter", tuple(blocks)), PageStyle(measure=MEASURE, height=height, indent=False)
    )
    return [
        ["".join(run.text for run in line.runs).rstrip(".") for line in layout.lines(index)]
        for index in range(len(layout.pages))
    ]


def test_a_last_line_is_not_alone_at_the_top_of_a_page() -> None:
    assert pages([paragraph(6)], 5) == [["p1", "p2", "p3", "p4"], ["p5", "p6"]]


def test_a_first_line_is_not_alone_at_the_bottom_of_a_page() -> None:
    assert pages([paragraph(3, "a"), paragraph(4, "b")], 5) == [["a1", "a2", "a3"], ["b1", "b2", "b3", "b4"]]


def test_three_lines_are_not_parted() -> None:
    assert pages([paragraph(2, "a"), paragraph(3, "b")], 5) == [["a1", "a2"], ["b1", "b2", "b3"]]


def test_two_lines_of_a_long_paragraph_may_end_a_page() -> None:
    assert pages([paragraph(2, "a"), paragraph(4, "b")], 5)[0] == ["a1", "a2", "", "b1", "b2"]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12), st.integers(4, 12))
def test_no_widow_and_no_orphan_among_paragraphs(sizes: list[int], height: int) -> None:
    shown = pages([paragraph(size, f"{name}-") for name, size in enumerate(sizes)], height)
    for page in shown:
        top, bottom = page[0].split("-"), page[-1].split("-")
        assert top[1] == "1" or int(top[1]) < sizes[int(top[0])]
        assert bottom[1] != "1" or sizes[int(bottom[0])] == 1


def test_a_stanza_is_parted_like_a_paragraph() -> None:
    stanza = [Block(BlockKind.VERSE, f"v{line}", continues=line > 1) for line in range(1, 7)]
    assert pages([paragraph(3, "a"), *stanza], 5) == [
        ["a1", "a2", "a3"],
        ["v1", "v2", "v3", "v4"],
        ["v5", "v6"],
    ]


@pytest.mark.parametrize("before", range(1, 12))
def test_a_heading_has_two_lines_after_it(before: int) -> None:
    for page in pages([paragraph(before, "a"), HEADING, paragraph(6, "b")], 10):
        if "Part Two" in page:
            after = page[page.index("Part Two") + 1 :]
            assert after[:3] == ["", "b1", "b2"]


@pytest.mark.parametrize("height", range(9, 14))
@pytest.mark.parametrize("before", range(2, 16))
def test_a_scene_break_is_neither_first_nor_last_on_a_page(before: int, height: int) -> None:
    shown = pages([paragraph(before, "a"), BREAK, paragraph(9, "b")], height)
    assert sum(page.count("~") for page in shown) == 1
    for page in shown:
        if "~" in page:
            at = page.index("~")
            assert page[at - 1] == page[at + 1] == ""
            assert page[at - 2].startswith("a")
            assert page[at + 2].startswith("b")


def test_a_short_paragraph_goes_along_with_the_scene_break_after_it() -> None:
    shown = pages([paragraph(5, "a"), paragraph(1, "b"), BREAK, paragraph(4, "c")], 9)
    assert shown == [["a1", "a2", "a3", "a4", "a5"], ["b1", "", "~", "", "c1", "c2", "c3", "c4"]]


def test_a_scene_break_ends_a_page_rather_than_standing_first_on_the_next() -> None:
    shown = pages([HEADING, paragraph(2, "a"), BREAK, paragraph(4, "b")], 6)
    assert shown[0][-1] == "~"


def test_a_chapter_heading_after_the_title_page_begins_a_page() -> None:
    title = Block(BlockKind.HEADING, "Salt", role=Role.TITLE, level=1)
    summary = Block(BlockKind.PARAGRAPH, "A summary.", role=Role.SUMMARY)
    heading = Block(BlockKind.HEADING, "Home", role=Role.TITLE, level=2)
    shown = pages([title, summary, heading, paragraph(3)], 20)
    assert [line.strip() for line in shown[0]] == ["", "", "", "", "Salt", "", "", "A summary"]
    assert shown[1] == ["Home", "", "", "p1", "p2", "p3"]


@pytest.mark.parametrize("height", [1, 2, 3])
def test_tiny_pages_hold_what_they_can(height: int) -> None:
    shown = pages([HEADING, paragraph(5, "a"), BREAK, paragraph(3, "b")], height)
    lines = [line for page in shown for line in page if line]
    assert lines == ["Part Two", "a1", "a2", "a3", "a4", "a5", "~", "b1", "b2", "b3"]
    assert all(len(page) <= height for page in shown)
