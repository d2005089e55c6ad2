"""Paragraphs made of lines again: told by gaps, indents, sizes, and lines that end short."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from reader.formats.labels import matter_role
from reader.formats.pdf.hyphens import Vocabulary
from reader.formats.pdf.lines import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.formats.pdf.lines import Line
    from reader.work.model import Style

_GROUP = 3.0
"""Points; lines that begin within so many of one another begin at the same place."""
_INDENT = 4
"""Times the size of the text; first lines are not indented further."""
_FEWEST_LINES = 4
"""Lines that must begin at one place before their longest tells where its right edge is."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together. Lengths are points."""

    runs: tuple[Run, ...]
    page: int
    """Of its first line, from 0."""
    left: float
    """Of its leftmost line."""
    middle: float
    """Between the left and the right end of its first line."""
    size: float
    gap: float
    """Between its first line and the line before it; 0 on a new page."""
    new_page: bool
    """Whether it begins a page though there was room on the one before."""

    @property
    def text(self) -> str:
        """All its text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text is set, from all its lines."""

    size: float
    leading: float
    bottom: float
    """The base of the lowest lines."""
    rights: dict[int, float] = field(default_factory=dict)
    """The right edge of the lines that begin at a place."""

    indents: frozenset[int] = frozenset()
    """The places where first lines begin: most lines there go on further left."""

    def left_early(self, line: Line) -> bool:
        """Whether there was room on the page under a line that is its last."""
        return line.base > self.bottom + 3.5 * self.leading

    def right(self, line: Line) -> float:
        """How far a line may reach, by the others that begin where it does; else to where it does."""
        return self.rights.get(round(line.left / _GROUP), 0.0)


def shape_of(lines: Sequence[Line]) -> Shape:
    """How the lines are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 12.0
    body = [line for line in lines if abs(line.size - size) < 0.08 * size]
    gaps = Counter(
        round(above.base - below.base, 1)
        for above, below in pairwise(body)
        if above.page == below.page and 0.5 * size < above.base - below.base < 3 * size
    )
    leading = gaps.most_common(1)[0][0] if gaps else 1.2 * size
    groups: defaultdict[int, list[float]] = defaultdict(list)
    for line in body:
        groups[round(line.left / _GROUP)].append(line.right)
    rights = {at: max(ends) for at, ends in groups.items() if len(ends) >= _FEWEST_LINES}
    lowest: dict[int, float] = {}
    for line in body:
        lowest[line.page] = min(line.base, lowest.get(line.page, line.base))
    bottoms = sorted(lowest.values())
    bottom = bottoms[len(bottoms) // 4] if bottoms else 0.0
    return Shape(size, leading, bottom, rights, _indents(body, size))


def _indents(body: Sequence[Line], size: float) -> frozenset[int]:
    """The places of first lines among the lines of the text."""
    all_lines: Counter[int] = Counter()
    first: Counter[int] = Counter()
    for line, following in pairwise(body):
        place = round(line.left / _GROUP)
        all_lines[place] += 1
        first[place] += 0.5 * size < line.left - following.left < _INDENT * size
    return frozenset(place for place, count in first.items() if 2 * count > all_lines[place])


def paragraphs(lines: Sequence[Line], shape: Shape) -> list[Paragraph]:
    """The paragraphs of the lines, which are in the order of reading."""
    vocabulary = Vocabulary(line.text for line in lines)
    found: list[list[Line]] = []
    for line in lines:
        if found and _belongs(found[-1], line, shape):
            found[-1].append(line)
        else:
            found.append([line])
    made = []
    before: Line | None = None
    for group in found:
        made.append(_paragraph(group, before, shape, vocabulary))
        before = group[-1]
    return made


def _belongs(group: list[Line], line: Line, shape: Shape) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    last = group[-1]
    size = max(line.size, last.size)
    if line.beside or abs(line.size - last.size) > 0.12 * size:
        return False
    if matter_role(line.text) or (len(group) == 1 and matter_role(last.text)):
        return False
    if line.page != last.page:
        follows = line.page == last.page + 1 and not shape.left_early(last)
        return follows and size < 1.12 * shape.size and _runs_on(group, line, shape)
    gap = last.base - line.base
    leading = shape.leading * max(1.0, size / shape.size)
    if gap > 1.2 * leading:
        return False
    if size > 1.12 * shape.size:
        return True  # the lines of a heading
    if gap <= 0:
        return gap < -2 * size and _runs_on(group, line, shape)  # the next column
    return _runs_on(group, line, shape)


def _runs_on(group: list[Line], line: Line, shape: Shape) -> bool:
    """Whether the last line is as full as it may be, and the next begins where the paragraph's lines do."""
    last = group[-1]
    aside = line.left - last.left
    same_column = abs(aside) < 8 * shape.size
    if same_column and aside > 0.5 * shape.size:
        return False
    if len(group) == 1 and abs(aside) < _GROUP and round(last.left / _GROUP) in shape.indents:
        return False
    if same_column and aside < -0.5 * shape.size and (len(group) > 1 or aside < -_INDENT * shape.size):
        return False
    right = shape.right(last)
    space = 0.2 * line.size
    return not right or last.right + space + line.first > right - 1 or last.text.rstrip().endswith("\xad")


def _paragraph(group: list[Line], before: Line | None, shape: Shape, vocabulary: Vocabulary) -> Paragraph:
    first = group[0]
    runs = list(first.runs)
    for last, line in pairwise(group):
        _add(runs, last, line, vocabulary)
    same_page = before is not None and before.page == first.page
    return Paragraph(
        runs=tuple(_merged(runs)),
        page=first.page,
        left=min(line.left for line in group),
        middle=(first.left + first.right) / 2,
        size=first.size,
        gap=before.base - first.base if before is not None and same_page else 0.0,
        new_page=before is not None and not same_page and before.base > shape.bottom + 3.5 * shape.leading,
    )


def _add(runs: list[Run], last: Line, line: Line, vocabulary: Vocabulary) -> None:
    """Put a line's runs behind those of the lines before, of which the last is given too."""
    following = [run for run in line.runs if run.text.strip()]
    if not following:
        return
    cut, between = vocabulary.join(last.text.rstrip(), line.text.lstrip())
    while len(runs) > 1 and not runs[-1].text.strip():
        runs.pop()
    text = runs[-1].text.rstrip()
    runs[-1] = replace(runs[-1], text=text[: len(text) - cut])
    like = _look(runs[-1]) == _look(following[0])
    runs.append(replace(runs[-1], text=between) if like else Run(between))
    runs.append(replace(following[0], text=following[0].text.lstrip()))
    runs += line.runs[line.runs.index(following[0]) + 1 :]


def _merged(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs, neighbours of one look as one."""
    for _, like in groupby((run for run in runs if run.text), key=_look):
        alike = list(like)
        yield replace(alike[0], text="".join([run.text for run in alike]))


def _look(run: Run) -> tuple[Style, str]:
    return run.style, run.link
