"""How evenly lines are set: what the benchmark prints and tests compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.layout.breaking import Room
from reader.layout.cells import is_plain
from reader.layout.opportunities import DIVIDED, opportunities
from reader.layout.paragraph_breaks import breaks_of
from reader.layout.spreading import can_spread
from reader.layout.style import PageStyle, Setting
from reader.layout.total_fit import fit, line_costs
from reader.work.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Chooser = Callable[[str, PageStyle], tuple[list[int], frozenset[int]]]


@dataclass
class Quality:
    """Sums over paragraphs. It changes: paragraphs are added to it.

    A gap counts as its line's average gap, that of a line left ragged as if it were spread. Last lines count
    as lines, no more.
    """

    lines: int = 0
    gaps: int = 0
    from_one: float = 0.0
    from_mean: float = 0.0
    hyphens: int = 0
    wide: int = 0
    """Lines with a gap over two cells."""
    ragged: int = 0
    """Lines that can't be spread decently."""

    def add(self, lines: list[tuple[int, int]]) -> None:
        """Count a paragraph's lines but the last: the cells each lacks, and its gaps."""
        spaced = [(lacking / gaps, gaps) for lacking, gaps in lines if gaps]
        count = sum(gaps for _, gaps in spaced)
        mean = sum(more * gaps for more, gaps in spaced) / count if count else 0.0
        self.lines += len(lines) + 1
        self.gaps += count
        self.from_one += sum(gaps * more**2 for more, gaps in spaced)
        self.from_mean += sum(gaps * (more - mean) ** 2 for more, gaps in spaced)
        self.ragged += sum(lacking > 0 and not can_spread(lacking, gaps) for lacking, gaps in lines)
        self.wide += sum(can_spread(lacking, gaps) and lacking > gaps for lacking, gaps in lines)

    @property
    def deviation(self) -> float:
        """The mean squared deviation of gaps from the mean gap of their paragraph: how uneven it looks."""
        return self.from_mean / self.gaps if self.gaps else 0.0

    @property
    def looseness(self) -> float:
        """The mean squared deviation of gaps from one cell."""
        return self.from_one / self.gaps if self.gaps else 0.0


def style_of(measure: int, *, whole: bool, hyphenation: bool) -> PageStyle:
    """A justified English page."""
    return PageStyle(
        measure=measure, setting=Setting.JUSTIFIED, whole=whole, hyphenation=hyphenation, language="en"
    )


def breaks(text: str, style: PageStyle, indent: int = 3) -> tuple[list[int], frozenset[int]]:
    """The breaks of a paragraph of plain text with an indented first line."""
    assert is_plain(text)
    room = Room(style.measure - indent, style.measure)
    return breaks_of(Block(BlockKind.PARAGRAPH, text), 0, len(text), room, style, plain=True)


def least_loose_breaks(text: str, style: PageStyle) -> tuple[list[int], frozenset[int]]:
    """The breaks with the least looseness that there can be, whatever hyphens and last lines that takes."""
    room = Room(style.measure - 3, style.measure)
    language = style.language if style.hyphenation else ""
    points = opportunities(text, 0, len(text), room, plain=True, language=language)
    assert points is not None
    unit = 1000
    lines = [
        unit * lacking**2 // gaps if gaps else unit * lacking**2
        for lacking in range(style.measure + 1)
        for gaps in range(style.measure + 2)
    ]
    costs = line_costs(style.measure, justified=True)
    costs = costs._replace(lines=lines, worst=1 << 60, hyphen=0, last_hyphen=0, short_last=0)
    chosen = fit(points, room, costs)
    assert chosen is not None
    divided = frozenset(points.offsets[index] for index in chosen if points.hyphens.get(index) == DIVIDED)
    return [points.offsets[index] for index in chosen], divided


def quality(texts: Iterable[str], style: PageStyle, chooser: Chooser = breaks) -> Quality:
    """How evenly paragraphs of plain text are set."""
    found = Quality()
    for text in texts:
        begins, hyphens = chooser(text, style)
        lines = []
        for row, begin in enumerate(begins[:-1]):
            line = text[begin : begins[row + 1]].rstrip(" ")
            lacking = style.measure - (0 if row else 3) - len(line) - (begins[row + 1] in hyphens)
            lines.append((lacking, line.count(" ")))
        found.add(lines)
        found.hyphens += len(hyphens)
    return found
