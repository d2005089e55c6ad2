"""Laws of layout: whatever the chapter and the page's size, all of the text is there once and in place."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING
from unicodedata import category, mirrored

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.layout.strategies import chapters, styles, within_clusters

from reader.layout.breaking import SPACES
from reader.layout.cells import width
from reader.layout.frames import MATTER
from reader.layout.glyphs import glyphs
from reader.layout.line import Ornament
from reader.layout.pages import ChapterLayout, Page, lay_out, lay_out_in_steps
from reader.layout.style import Notes, PageStyle
from reader.work.model import Block, BlockKind, Chapter, Role, Style

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from reader.layout.line import Line, Run


def paragraphs(*texts: str) -> Chapter:
    return Chapter(1, "", "chapter", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


def all_lines(layout: ChapterLayout) -> Iterator[tuple[int, Line]]:
    for index in range(len(layout.pages)):
        for line in layout.lines(index):
            yield index, line


def text_runs(layout: ChapterLayout) -> Iterator[Run]:
    for _, line in all_lines(layout):
        yield from (run for run in line.runs if run.start >= 0)


def finished(steps: Generator[None, None, ChapterLayout]) -> ChapterLayout:
    """What the steps return, however many there are."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            layout: ChapterLayout = done.value
            return layout


def may_be_dropped(character: str) -> bool:
    """White space, and what no terminal may be given."""
    return character in SPACES or character == "\n" or category(character) in {"Cc", "Cf", "Zs"}


@given(chapters(), styles())
def test_every_character_is_shown_once_and_in_order(chapter: Chapter, style: PageStyle) -> None:
    text = chapter.text
    shown: dict[int, int] = {}
    for run in text_runs(lay_out(chapter, style)):
        for position, character in enumerate(run.text, run.start):
            assert position not in shown
            shown[position] = len(shown)
            allowed = {text[position], glyphs(text[position], run.style), " ", "-"}
            assert character in allowed or (style.turned and mirrored(character))
    for start, block in zip(chapter.starts, chapter.blocks, strict=True):
        positions = range(start, start + len(block.text))
        if block.role in MATTER and style.notes is not Notes.SHOWN:
            assert not any(position in shown for position in positions)
            continue
        assert all(may_be_dropped(text[position]) for position in positions if position not in shown)
        if block.kind is not BlockKind.TABLE_ROW and not style.turned:
            order = [shown[position] for position in positions if position in shown]
            assert order == sorted(order)


@given(chapters(), styles())
def test_white_space_is_dropped_only_at_the_ends_of_lines(chapter: Chapter, style: PageStyle) -> None:
    text = chapter.text
    for _, line in all_lines(lay_out(chapter, style)):
        if line.block < 0 or chapter.blocks[line.block].kind is BlockKind.TABLE_ROW:
            continue
        runs = sorted((run for run in line.runs if run.start >= 0), key=attrgetter("start"))
        for left, right in pairwise(runs):
            between = text[left.start + len(left.text) : right.start]
            assert not any(character in SPACES for character in between)
        if runs:
            assert runs[-1].text[-1] not in SPACES
            before = text[chapter.starts[line.block] : runs[0].start]
            assert runs[0].text[0] not in SPACES or not before.strip(SPACES)


@given(chapters(), styles())
def test_no_line_is_wider_than_the_measure(chapter: Chapter, style: PageStyle) -> None:
    for _, line in all_lines(lay_out(chapter, style)):
        column = 0
        for run in line.runs:
            assert run.text
            assert run.column >= column
            shown = run.text + run.tail
            assert run.width == width(shown) == cell_len(shown)
            assert not run.tail.strip(" ") or (run.tail == "-" and (style.turned or run is line.runs[-1]))
            column = run.column + run.width
        assert column <= style.measure


@given(chapters(), styles())
def test_no_page_is_too_high_and_none_begins_or_ends_blank(chapter: Chapter, style: PageStyle) -> None:
    layout = lay_out(chapter, style)
    for index in range(len(layout.pages)):
        lines = layout.lines(index)
        assert len(lines) <= style.height
        if lines:
            assert lines[-1].runs
            assert lines[0].runs or (index == 0 and chapter.blocks[lines[-1].block].role)


@given(chapters(), styles())
def test_every_position_is_on_the_page_that_shows_it_or_what_comes_next(
    chapter: Chapter, style: PageStyle
) -> None:
    layout = lay_out(chapter, style)
    page_of: dict[int, int] = {}
    for index, line in all_lines(layout):
        if line.block >= 0 and (line.start < line.end or line.start in chapter.starts):
            page_of.setdefault(line.start, index)
        if any(run.ornament is Ornament.FOLD for run in line.runs):
            page_of.update((position, index) for position in range(line.start, line.end))
        for run in line.runs:
            if run.start >= 0:
                page_of.update((position, index) for position in range(run.start, run.start + len(run.text)))
    expected = len(layout.pages) - 1
    for position in range(len(chapter.text) + 1, -1, -1):
        expected = page_of.get(position, expected)
        assert layout.page_at(position) == expected


@given(chapters(), styles())
def test_pages_follow_one_another(chapter: Chapter, style: PageStyle) -> None:
    pages = lay_out(chapter, style).pages
    assert pages
    assert all(before.start < before.end <= after.start for before, after in pairwise(pages))


@given(chapters(), styles())
def test_no_cluster_is_split(chapter: Chapter, style: PageStyle) -> None:
    inside = within_clusters(chapter.text)
    for run in text_runs(lay_out(chapter, style)):
        assert run.start not in inside
        assert run.start + len(run.text) not in inside


@given(chapters(), styles())
def test_looks_are_those_of_the_spans(chapter: Chapter, style: PageStyle) -> None:
    looks: dict[int, tuple[Style, str]] = {}
    for start, block in zip(chapter.starts, chapter.blocks, strict=True):
        for span in block.spans:
            for offset in range(span.start, span.end):
                looks[start + offset] = (span.style, span.link)
    inside = within_clusters(chapter.text)
    for run in text_runs(lay_out(chapter, style)):
        for position in range(run.start, run.start + len(run.text)):
            if position not in inside:
                assert looks.get(position, (Style.PLAIN, "")) == (run.style, run.link)


@given(chapters(), styles())
def test_nothing_that_steers_a_terminal_is_shown(chapter: Chapter, style: PageStyle) -> None:
    for _, line in all_lines(lay_out(chapter, style)):
        for run in line.runs:
            assert not any(category(character) in {"Cc", "Cs"} for character in run.text)
            assert not any("\u202a" <= character <= "\u202e" for character in run.text)


@given(chapters(), styles())
def test_in_steps_it_comes_out_the_same(chapter: Chapter, style: PageStyle) -> None:
    whole = lay_out(chapter, style)
    stepped = finished(lay_out_in_steps(chapter, style))
    assert stepped.pages == whole.pages
    assert list(all_lines(stepped)) == list(all_lines(whole))


@given(chapters(), st.integers(1, 3))
def test_even_the_narrowest_page_holds_everything(chapter: Chapter, height: int) -> None:
    style = PageStyle(measure=1, height=height)
    shown = sum(len(run.text) for run in text_runs(lay_out(chapter, style)))
    wanted = sum(not may_be_dropped(character) for character in chapter.text)
    assert shown >= wanted


@example(Chapter(1, "", "chapter", (Block(BlockKind.PARAGRAPH, "hidden", role=Role.NOTES),)))
@example(paragraphs("", " ", "\u200b"))
@given(st.just(Chapter(1, "", "chapter", ())))
def test_nothing_to_show_is_one_empty_page(chapter: Chapter) -> None:
    layout = lay_out(chapter, PageStyle(notes=Notes.HIDDEN))
    assert layout.pages == (Page(0, 0),)
    assert layout.lines(0) == ()
    assert layout.page_at(3) == 0
