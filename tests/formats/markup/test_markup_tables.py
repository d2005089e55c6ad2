from __future__ import annotations

import pytest
from tests.formats.markup_blocks import blocks_of, kinds, shown

from reader.work.model import Align, BlockKind, Span, Style


def test_tables_are_rows_of_cells() -> None:
    html = (
        "<table><caption>Tides</caption><tr><th>Day</th><th>High</th></tr>"
        "<tr><td>Mon <em>a</em></td><td> 4\n m</td></tr><tr><td colspan=2>none</td></tr></table>"
    )
    caption, *rows = blocks_of(html)
    assert (caption.text, caption.align) == ("Tides", Align.CENTRE)
    assert [row.text for row in rows] == ["Day\tHigh", "Mon a\t4 m", "none\t"]
    assert [(row.level, row.continues) for row in rows] == [(1, False), (0, True), (0, True)]
    assert rows[1].spans == (Span(4, 5, Style.EMPHASIS),)
    assert caption.spans == (Span(0, 5, Style.EMPHASIS),)


def test_a_head_beside_its_row_is_strong_and_a_cell_over_several_rows_stands_in_the_first() -> None:
    rows = blocks_of(
        "<table><tr><th rowspan=2>Day</th><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>"
        "<tr><th>Night</th><td>5</td><td rowspan=99999999>6</td></tr><tr><td>7</td><td>8</td></tr></table>"
    )
    assert [row.text for row in rows] == ["Day\t1\t2", "\t3\t4", "Night\t5\t6", "7\t8"]
    assert [row.spans for row in rows[::2]] == [(Span(0, 3, Style.STRONG),), (Span(0, 5, Style.STRONG),)]


def test_a_table_of_prose_is_read_cell_after_cell() -> None:
    html = "<table><tr><td><p>One.</p><p>Two.</p></td><td>Three.</td></tr></table>"
    assert kinds(html) == [(BlockKind.PARAGRAPH, text) for text in ("One.", "Two.", "Three.")]


@pytest.mark.parametrize("depth", [2, 40, 600])
def test_a_table_in_a_caption_is_read_once_however_deep(depth: int) -> None:
    texts = shown("<table><tr><td>a</td><td>b</td></tr><caption>" * depth + "x")
    assert sum("a" in text for text in texts) == depth
    assert sum("x" in text for text in texts) == 1
