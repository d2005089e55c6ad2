"""Lines in the order in which they are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from tests.layout.strategies import chapters, styles

from reader.layout.pages import lay_out
from reader.layout.style import PageStyle
from reader.work.model import Block, BlockKind, Chapter

if TYPE_CHECKING:
    from reader.layout.line import Line, Run


def runs_of(text: str, *, rtl: bool) -> list[Run]:
    block = Block(BlockKind.PARAGRAPH, text, rtl=rtl)
    layout = lay_out(Chapter(1, "", "chapter", (block,)), PageStyle(measure=60, turned=True))
    return [run for line in layout.lines(0) for run in line.runs]


@pytest.mark.parametrize(
    ("text", "rtl", "seen"),
    [
        ("שלום עולם", True, "םלוע םולש"),
        ("שלום עולם.", True, ".םלוע םולש"),
        ("אב hello גד", True, "דג hello בא"),
        ("אב 12.5 גד", True, "דג 12.5 בא"),
        ("אב (גד)", True, "(דג) בא"),
        ("he said שלום עולם.", False, "he said םלוע םולש."),
        ("he said שלום 12, ok", False, "he said 12 םולש, ok"),
        ("he said שלום (עולם) twice", False, "he said (םלוע) םולש twice"),
        ("he said שלום (world) twice", False, "he said םולש (world) twice"),
        ("אב (hello) גד", True, "דג (hello) בא"),
        ("hello (אב [גד] x)", True, "(x [דג] בא) hello"),
        ("x (אב) y", False, "x (בא) y"),
        ("אב ) גד (", True, ") דג ( בא"),
        ("plain", False, "plain"),
        ("plain.", True, ".plain"),
    ],
)
def test_lines_are_turned_round(text: str, rtl: bool, seen: str) -> None:
    assert "".join(run.text for run in runs_of(text, rtl=rtl)) == seen


def test_every_letter_keeps_its_position() -> None:
    text = "אב hello גד"
    for run in runs_of(text, rtl=True):
        assert text[run.start : run.start + len(run.text)] == run.text


def positions(line: Line) -> list[int]:
    """The text positions shown, from left to right."""
    shown = [range(run.start, run.start + len(run.text)) for run in line.runs if run.start >= 0]
    return [position for stretch in shown for position in stretch]


@given(chapters(), styles())
def test_turned_lines_show_the_same_in_the_same_cells(chapter: Chapter, style: PageStyle) -> None:
    turned, read = lay_out(chapter, style._replace(turned=True)), lay_out(chapter, style)
    assert turned.pages == read.pages
    for index in range(len(read.pages)):
        for here, there in zip(turned.lines(index), read.lines(index), strict=True):
            assert (here.start, here.end) == (there.start, there.end)
            positions = [
                p for run in here.runs if run.start >= 0 for p in range(run.start, run.start + len(run.text))
            ]
            expected = [
                p for run in there.runs if run.start >= 0 for p in range(run.start, run.start + len(run.text))
            ]
            assert sorted(positions) == sorted(expected)
            column = 0
            for run in here.runs:
                assert run.column >= column
                column = run.column + run.width
            assert column <= style.measure
            if here.runs:
                assert column == there.runs[-1].column + there.runs[-1].width
