"""A blank row between any two lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.layout.strategies import chapters, styles

from reader.layout.pages import lay_out
from reader.layout.style import PageStyle
from reader.work.model import Block, BlockKind, Chapter

P = BlockKind.PARAGRAPH
CLOSE = {BlockKind.PREFORMATTED, BlockKind.TABLE_ROW, BlockKind.IMAGE}


def chapter_of(*texts: str, kind: BlockKind = P) -> Chapter:
    blocks = (Block(kind, text, continues=bool(number)) for number, text in enumerate(texts))
    return Chapter(1, "", "chapter", tuple(blocks))


def rows(chapter: Chapter, style: PageStyle, index: int = 0) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in lay_out(chapter, style).lines(index)]


@given(chapters(), styles())
def test_no_two_lines_touch_but_what_is_drawn(chapter: Chapter, style: PageStyle) -> None:
    layout = lay_out(chapter, style._replace(spacing=2))
    for index in range(len(layout.pages)):
        for above, line in pairwise(layout.lines(index)):
            if above.runs and line.runs:
                kinds = {chapter.blocks[above.block].kind, chapter.blocks[line.block].kind}
                assert len(kinds) == 1
                assert kinds <= CLOSE


@given(chapters(), styles())
def test_spacing_changes_no_line(chapter: Chapter, style: PageStyle) -> None:
    close, apart = (lay_out(chapter, style._replace(spacing=spacing)) for spacing in (1, 2))
    lines = [
        [line for index in range(len(layout.pages)) for line in layout.lines(index) if line.runs]
        for layout in (close, apart)
    ]
    assert lines[0] == lines[1]


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8), st.integers(2, 21))
def test_a_spaced_page_holds_the_lines_of_a_page_half_as_high(lengths: list[int], height: int) -> None:
    chapter = chapter_of(*["lamp " * length for length in lengths])
    style = PageStyle(measure=12, height=height, spacing=2)
    close = lay_out(chapter, style._replace(spacing=1, height=(height + 1) // 2))
    apart = lay_out(chapter, style)
    assert apart.pages == close.pages


@given(chapters(), styles())
def test_lines_of_facing_pages_are_level(chapter: Chapter, style: PageStyle) -> None:
    written = tuple(block for block in chapter.blocks if block.kind not in CLOSE)
    layout = lay_out(chapter._replace(blocks=written), style._replace(spacing=2))
    for index in range(len(layout.pages)):
        assert not any(line.runs for line in layout.lines(index)[1::2])


def test_text_after_a_drawing_is_level_again() -> None:
    drawing = [Block(BlockKind.PREFORMATTED, "| |", continues=bool(line)) for line in range(4)]
    chapter = Chapter(1, "", "chapter", (Block(P, "above"), *drawing, Block(P, "below")))
    assert rows(chapter, PageStyle(spacing=2)).index("below") % 2 == 0


@pytest.mark.parametrize(("height", "used"), [(7, 7), (8, 7), (1, 1), (2, 1)])
def test_the_last_row_of_a_page_is_used_where_it_can_be(height: int, used: int) -> None:
    shown = rows(chapter_of("lamp " * 40), PageStyle(measure=4, height=height, spacing=2))
    assert shown == (["lamp", ""] * height)[:used]


def test_blank_lines_between_paragraphs_are_still_seen() -> None:
    shown = rows(chapter_of("lamp lamp", "lamp"), PageStyle(measure=4, spacing=2, indent=False))
    assert shown == ["lamp", "", "lamp", "", "", "", "lamp"]


def test_what_is_drawn_is_not_torn_apart() -> None:
    drawing = chapter_of(r" /\_/\ ", r"( o.o )", kind=BlockKind.PREFORMATTED)
    assert rows(drawing, PageStyle(spacing=2)) == [r" /\_/\ ".rstrip(), "( o.o )"]
