"""The rows of the panel beside a page as lines."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.ui.panel.lines import PanelLines
from reader.ui.panel.rows import Row

TEXTS = st.text(st.sampled_from("ab 灯é·\u200d\n\x1b"), max_size=40)
ROWS = st.lists(
    st.builds(
        Row,
        TEXTS,
        key=st.sampled_from(["", "1"]),
        number=st.sampled_from(["", "12. "]),
        detail=TEXTS,
        aside=st.sampled_from(["", "1,204"]),
        mark=st.sampled_from(["", "new"]),
    ),
    max_size=4,
)


def lines(rows: list[Row], width: int) -> list[list[str]]:
    """Each row's lines."""
    laid = PanelLines(rows, width)
    return [
        ["".join(piece.text for piece in laid.pieces(index, line)) for line in range(after - first)]
        for index, (first, after) in enumerate(pairwise(laid.tops))
    ]


@given(ROWS, st.integers(24, 60))
def test_every_row_has_lines_and_all_fit(rows: list[Row], width: int) -> None:
    for found in lines(rows, width):
        assert found
        for line in found:
            assert cell_len(line) <= width
            assert line.isprintable() or "\u200d" in line


def bare(text: str) -> str:
    """What is left of a text whatever the lines it is set in; where a line ends, a dot is left out."""
    return "".join(text.replace("\x1b", " ").replace("·", " ").split())


@given(ROWS, st.integers(24, 60))
def test_all_that_is_said_is_shown(rows: list[Row], width: int) -> None:
    for row, found in zip(rows, lines(rows, width), strict=True):
        said = (row.text, row.mark, row.aside or row.detail)
        assert bare("".join(found)).removeprefix(bare(row.number)) == bare("".join(said))


def test_what_is_short_takes_a_line_and_what_is_long_goes_on_under_its_text() -> None:
    rows = [
        Row("Salt", key="1", number=" 1. ", aside="45"),
        Row("What the River Keeps When Nobody Asks", key="2", number=" 2. ", aside="1,204", mark="new"),
        Row("A title that ends at the edge", key="3", aside="7"),
        Row("the lamp went out", key="b", detail="chapter 3 · exact", mark="yellow"),
    ]
    assert lines(rows, 30) == [
        [" 1. Salt                    45"],
        [" 2. What the River Keeps When", "    Nobody Asks      new 1,204"],
        ["A title that ends at the edge", " " * 29 + "7"],
        ["the lamp went out", "yellow · chapter 3 · exact"],
    ]
