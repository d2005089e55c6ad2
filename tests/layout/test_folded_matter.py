"""Folded notes: a line for each stretch of them, in its place."""

from __future__ import annotations

from hypothesis import given
from tests.layout.strategies import chapters, styles

from reader.layout.frames import MATTER
from reader.layout.line import Ornament
from reader.layout.pages import ChapterLayout, lay_out
from reader.layout.style import Notes, PageStyle
from reader.work.model import Block, BlockKind, Chapter, Role

P = BlockKind.PARAGRAPH
STORY = Block(P, "The boat came.")
SUMMARY = Block(P, "Ana comes home.", role=Role.SUMMARY)
NOTE = Block(P, "Thank you all.", role=Role.NOTES)
END = Block(P, "Of tin.", role=Role.END_NOTES)


def folds(layout: ChapterLayout) -> list[tuple[int, str, int, int]]:
    """Page, words, start and end of each folded stretch."""
    return [
        (index, run.text, line.start, line.end)
        for index in range(len(layout.pages))
        for line in layout.lines(index)
        for run in line.runs
        if run.ornament is Ornament.FOLD
    ]


def said(*blocks: Block, measure: int = 66) -> list[str]:
    layout = lay_out(Chapter(1, "", "chapter", blocks), PageStyle(measure=measure, notes=Notes.FOLDED))
    return [text for _, text, _, _ in folds(layout)]


@given(chapters(), styles())
def test_each_unbroken_stretch_with_something_to_show_is_one_line(chapter: Chapter, style: PageStyle) -> None:
    shown = lay_out(chapter, style._replace(notes=Notes.SHOWN))
    seen = {
        line.block
        for index in range(len(shown.pages))
        for line in shown.lines(index)
        if line.block >= 0 and chapter.blocks[line.block].role in MATTER
    }
    stretches: list[list[int]] = []
    for number, block in enumerate(chapter.blocks):
        if block.role in MATTER:
            if number and chapter.blocks[number - 1].role in MATTER:
                stretches[-1].append(number)
            else:
                stretches.append([number])
    starts = chapter.starts
    wanted = [
        (starts[stretch[0]], starts[stretch[-1]] + len(chapter.blocks[stretch[-1]].text))
        for stretch in stretches
        if seen & set(stretch)
    ]
    found = folds(lay_out(chapter, style._replace(notes=Notes.FOLDED)))
    assert [(start, end) for _, _, start, end in found] == wanted


@given(chapters(), styles())
def test_a_place_in_a_fold_is_on_its_page(chapter: Chapter, style: PageStyle) -> None:
    layout = lay_out(chapter, style._replace(notes=Notes.FOLDED))
    for index, _, start, end in folds(layout):
        assert {layout.page_at(position) for position in range(start, end)} <= {index}


def test_the_line_says_what_is_folded_and_how_much() -> None:
    assert said(SUMMARY, NOTE, STORY, END) == ["▸ Summary, notes · 6 words", "▸ End notes · 2 words"]
    assert said(END._replace(text="Tin."), STORY) == ["▸ End notes · 1 word"]


def test_it_says_less_where_there_is_less_room() -> None:
    assert said(SUMMARY, NOTE, STORY, measure=28) == ["▸ Summary, … · 6 words"]
    assert said(SUMMARY, NOTE, STORY, measure=16) == ["▸ Summary"]
    assert said(SUMMARY, NOTE, STORY, measure=3) == ["▸"]
