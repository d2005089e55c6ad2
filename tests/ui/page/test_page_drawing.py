"""Laws of how a page is drawn: every row fills the area, and what stands out is all that should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from tests.layout.strategies import chapters, styles

from reader.layout.cells import is_boundary
from reader.layout.line import Line, Run
from reader.layout.pages import lay_out
from reader.ui.page.drawing import Highlight, Highlighted, PageDrawing
from reader.ui.page.geometry import Geometry
from reader.ui.page.run_styles import RunStyles
from reader.work.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.strip import Strip

    from reader.layout.style import PageStyle
    from reader.work.model import Chapter

BEHIND = {
    Highlight.MARK: "red",
    Highlight.MATCH: "green",
    Highlight.CURRENT: "blue",
    Highlight.CHOSEN: "white",
}
GUTTER, MARGIN = 5, 3
_PAGES = 6
Cell = tuple[str, str]
"""A code point that is drawn, and the colour behind it; no colour for nothing."""


def component_style(name: str, *, partial: bool = False) -> Style:
    """Colours that only what stands out has behind it."""
    if name == "page--marks":
        return Style(underline=True)
    why = name.removeprefix("page--")
    return Style(bgcolor=BEHIND[Highlight(why)]) if partial else Style(color="yellow")


@st.composite
def highlights(draw: st.DrawFn, length: int) -> list[Highlighted]:
    """Stretches of a text so long that stand out, over one another or not."""
    ends = draw(st.lists(st.tuples(st.integers(0, length), st.integers(0, 40)), max_size=8))
    return [Highlighted(start, start + more, draw(st.sampled_from(Highlight))) for start, more in ends]


def drawn(strip: Strip) -> Iterator[Cell]:
    for segment in strip:
        behind = segment.style.bgcolor.name if segment.style and segment.style.bgcolor else ""
        yield from ((character, behind) for character in segment.text)


def expected(line: Line, left: int, column: int, stretches: list[Highlighted]) -> Iterator[Cell]:
    """What a line comes to, each code point looked at by itself; `column` is where the row has got to."""
    for run in line.runs:
        yield from ((" ", "") for _ in range(left + run.column - column))
        column = left + run.column + run.width
        chosen = [s for s in stretches if s.why is Highlight.CHOSEN]
        framed = run.start < 0 and run.kind is BlockKind.IMAGE
        whole = framed and any(s.start <= line.start and line.end <= s.end for s in chosen)
        behind = BEHIND[Highlight.CHOSEN] if whole else ""
        for at, character in enumerate(run.text):
            if run.start >= 0 and (at == 0 or is_boundary(run.text, at)):
                position = run.start + at
                why = [s.why for s in stretches if s.start <= position < s.end]
                behind = BEHIND[why[-1]] if why else ""
            yield character, behind
        yield from ((character, behind) for character in run.tail)


def row_width(line: Line) -> int:
    return max((run.column + run.width for run in line.runs), default=0)


@given(chapter=chapters(), style=styles(), data=st.data())
def test_each_row_is_what_its_lines_are_with_all_that_stands_out(
    chapter: Chapter, style: PageStyle, data: st.DataObject
) -> None:
    layout = lay_out(chapter, style)
    stretches = data.draw(highlights(len(chapter.text)))
    width = MARGIN + style.measure + GUTTER + style.measure + MARGIN
    lefts = (MARGIN, MARGIN + style.measure + GUTTER)
    geometry = Geometry(style.measure, style.height, 1, lefts, style.height + 1)
    looks = RunStyles(component_style)
    for first in range(0, min(len(layout.pages), _PAGES), 2):
        columns = [layout.lines(index) for index in range(first, min(first + 2, len(layout.pages)))]
        drawing = PageDrawing(looks, columns, geometry, stretches, (first + 1, first + 2)[: len(columns)])
        for row in range(style.height):
            strip = drawing.row(row + 1, width)
            assert strip.cell_length == width
            cells: list[Cell] = []
            column = 0
            for lines, left in zip(columns, lefts, strict=False):
                if row < len(lines):
                    cells += expected(lines[row], left, column, stretches)
                    column = max(column, left + row_width(lines[row])) if lines[row].runs else column
            assert list(drawn(strip)) == cells + [(" ", "")] * (width - column)


@given(first=st.integers(0, 20_000), measure=st.integers(20, 100), alone=st.booleans())
def test_a_number_stands_below_the_middle_of_each_page(first: int, measure: int, alone: bool) -> None:
    lefts = (MARGIN, MARGIN + measure + GUTTER)
    width = lefts[1] + measure + MARGIN
    numbers = (first,) if alone else (first, first + 1)
    drawing = PageDrawing(RunStyles(component_style), [()], Geometry(measure, 1, 0, lefts, 2), (), numbers)
    text = drawing.row(2, width).text

    assert len(text) == width
    assert text.split() == [str(number) for number in numbers]
    for number, left in zip(numbers, lefts, strict=False):
        below = text[left : left + measure]
        before, after = below.split(str(number))
        assert len(after) - len(before) in (0, 1)


def test_marks_have_their_colours_and_several_in_one_place_are_seen() -> None:
    stretches = [
        Highlighted(0, 9, Highlight.MARK, "green"),
        Highlighted(4, 9, Highlight.MARK, "mauve"),
        Highlighted(5, 9, Highlight.MATCH, "green"),
    ]
    assert [stretch.component for stretch in stretches] == ["page--mark-green", "page--mark", "page--match"]
    line = Line((Run(0, "overlapped", 10, 0),), 0, 0, 10)

    def style_of(name: str, *, partial: bool = False) -> Style:
        return Style(underline=True) if name == "page--marks" else Style()

    strip = PageDrawing(RunStyles(style_of), [[line]], Geometry(10, 1), stretches).row(0, 10)
    assert "".join(s.text for s in strip if s.style and s.style.underline) == "lappe"
