"""White space that runs down a page: what the benchmark prints and tests compare."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.layout.pages import lay_out
from reader.work.model import Block, BlockKind, Chapter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.layout.line import Line
    from reader.layout.style import PageStyle


def wide_gaps(line: Line) -> list[range]:
    """The columns of each gap of a line that is wider than a cell."""
    return [
        range(run.column + run.width - len(run.tail) - 1, run.column + run.width)
        for run in line.runs
        if run.tail.isspace()
    ]


def wide_under_wide(texts: Iterable[str], style: PageStyle) -> float:
    """How many wide gaps, in a hundred lines, stand right under another."""
    chapter = Chapter(1, "", "chapter", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))
    layout = lay_out(chapter, style)
    lines = [line for index in range(len(layout.pages)) for line in layout.lines(index)]
    found = sum(
        any(set(gap) & set(other) for other in wide_gaps(above))
        for above, line in pairwise(lines)
        for gap in wide_gaps(line)
    )
    return 100 * found / max(len(lines), 1)
