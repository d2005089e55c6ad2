"""The paragraphs of plain text, from its lines: one a line, or hard-wrapped, told apart by looking."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDEST_WRAP = 130
"""Columns; nobody wraps lines at more."""
_MOST_LINES = 1_000_000
"""Ten times those of the longest novels, and as many as a gigabyte of memory holds."""
_BLANK_LINES = re.compile("\n{9,}")
_SENTENCE_END = re.compile(r"""[.!?…:—-]["'”’»)\]*_]*$""")
_BINDS = re.compile(r"\w-$|\S--$|[^\s—]—$")
_OPENS_SPEECH = ('"', "“", "'", "‘", "«", "—", "–", "-")


class Form(Enum):
    """How the lines of a paragraph belong together."""

    PROSE = auto()
    VERSE = auto()
    QUOTATION = auto()
    SECTION = auto()
    """A number that stands alone inside a chapter."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, as they stand in the file without the space at their ends."""

    lines: tuple[str, ...]
    gap: int
    """Blank lines before it."""
    form: Form = Form.PROSE

    @property
    def text(self) -> str:
        """Its lines joined; a hyphen or dash at a line's end keeps what follows close."""
        return joined(self.lines)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text uses its lines."""

    width: int
    """Columns at which its lines are wrapped; 0 where a paragraph is one line."""
    scene_gap: int
    """From this many blank lines on, they are a scene break."""


def split(text: str, *, wrapped_at: int = 0) -> tuple[list[Paragraph], Shape]:
    """The paragraphs of a text in order, and the shape by which they were found.

    `wrapped_at` is the width where it is known from more of the same text, 0 where it is to be found. Raises
    `UnreadableError` where there are too many lines.
    """
    text = _BLANK_LINES.sub("\n" * 9, text)
    if text.count("\n") > _MOST_LINES:
        raise UnreadableError("It has over a million lines; no work is that long.")
    groups = list(_groups(text))
    width = wrapped_at or _wrap_width(groups)
    if width:
        shape = Shape(width, _scene_gap([group.gap for group in groups[1:]]))
        return [part for group in groups for part in _unwrapped(group, shape, groups)], shape
    paragraphs = [part for group in groups for part in _one_a_line(group)]
    return paragraphs, Shape(0, _scene_gap(_gaps_of_lines(groups)))


def joined(lines: Sequence[str]) -> str:
    """Wrapped lines as one. A compound broken after its hyphen, or words around a dash, get no space."""
    parts: list[str] = []
    for line in lines:
        piece = line.strip()
        if parts and not _BINDS.search(parts[-1]):
            parts.append(" ")
        parts.append(piece)
    return "".join(parts)


def indent(line: str) -> int:
    """The columns of white space a line begins with; a tab goes to the next multiple of four."""
    columns = 0
    for character in line:
        if character == "\t":
            columns += 4 - columns % 4
        elif character.isspace():
            columns += 1
        else:
            break
    return columns


def _groups(text: str) -> Iterator[Paragraph]:
    """Runs of lines without a blank one between them."""
    lines: list[str] = []
    gap = blank = 0
    for line in text.split("\n"):
        if line.strip():
            if not lines:
                gap = blank
            lines.append(line.rstrip())
            blank = 0
        else:
            if lines:
                yield Paragraph(tuple(lines), gap)
                lines = []
            blank += 1
    if lines:
        yield Paragraph(tuple(lines), gap)


def _wrap_width(groups: Sequence[Paragraph]) -> int:
    """The width a text is wrapped at, or 0.

    In wrapped text, lines that another one follows directly are nearly as long as the longest, because the
    next word did not fit, and break sentences; in text of one paragraph a line their lengths have no bound
    and no rule, and most end a sentence.
    """
    pairs = [pair for group in groups for pair in pairwise(group.lines)]
    followed = [(len(line), len(line) + 1 + len(following.split(None, 1)[0])) for line, following in pairs]
    lines = sum(len(group.lines) for group in groups)
    ended = sum(_SENTENCE_END.search(line) is not None for line, _ in pairs)
    if len(followed) < 3 or len(followed) * 4 < lines or ended * 10 > len(followed) * 6:
        return 0
    lengths = sorted(length for length, _ in followed)
    width = lengths[min(len(lengths) - 1, len(lengths) * 95 // 100)]
    longest = max(len(line) for group in groups for line in group.lines)
    if not 30 <= width <= _WIDEST_WRAP or longest > 3 * width:
        return 0
    full = sum(would > width - width // 8 for _, would in followed)
    return width if full * 10 >= len(followed) * 7 else 0


def _gaps_of_lines(groups: Sequence[Paragraph]) -> list[int]:
    gaps = [gap for group in groups for gap in (group.gap, *[0] * (len(group.lines) - 1))]
    return gaps[1:]


def _scene_gap(gaps: Sequence[int]) -> int:
    """One more than the blank lines that usually stand between paragraphs.

    Where paragraphs follow line by line but single blank lines are as common as in a letter or a poem, these
    mean no more than a pause, and it takes two to end a scene.
    """
    counts = Counter(gaps)
    if not counts:
        return 2
    usual, times = min(counts.items(), key=lambda item: (-item[1], item[0]))
    if usual == 0:
        return 2 if counts[1] * 5 > len(gaps) else 1
    if usual > 1 and (times < 4 or times * 2 < len(gaps)):
        return 2
    return usual + 1


def _one_a_line(group: Paragraph) -> Iterator[Paragraph]:
    if _is_verse_among_lines(group.lines):
        yield Paragraph(group.lines, group.gap, Form.VERSE)
        return
    for number, line in enumerate(group.lines):
        yield Paragraph((line,), 0 if number else group.gap)


def _is_verse_among_lines(lines: Sequence[str]) -> bool:
    """Whether a few lines that stand together are a verse, an address, a list of names."""
    if not 2 <= len(lines) <= 40 or max(map(len, lines)) > 60:
        return False
    if any(line.lstrip().startswith(_OPENS_SPEECH) for line in lines):
        return False
    open_ends = sum(not _SENTENCE_END.search(line) for line in lines)
    return open_ends * 2 >= len(lines)


def _unwrapped(group: Paragraph, shape: Shape, groups: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs of a run of wrapped lines: one, unless indents or short last lines part them."""
    lines = group.lines
    if _keeps_lines(lines, shape.width):
        yield Paragraph(lines, group.gap, Form.VERSE)
        return
    indents = [indent(line) for line in lines]
    if len(lines) > 1 and min(indents) >= 2:
        yield Paragraph(lines, group.gap, Form.QUOTATION)
        return
    starts = [0]
    crowded = len(lines) > 12 and len(groups) * 25 < sum(len(each.lines) for each in groups)
    for number in range(1, len(lines)):
        indented = indents[number] >= 2 and indents[number - 1] < 2
        both = indents[number] >= 2 and indents[number - 1] >= 2
        if indented or both or (crowded and _ends_early(lines[number - 1], lines[number], shape.width)):
            starts.append(number)
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(lines)], strict=True)):
        yield Paragraph(lines[start:end], 0 if number else group.gap)


def _keeps_lines(lines: Sequence[str], width: int) -> bool:
    """Whether the lines end where their author wanted: each had room for more, indented ones a little."""
    if len(lines) < 2:
        return False
    spare = 4 if all(indent(line) >= 2 for line in lines) else max(10, width // 4)
    return all(
        len(line) + 1 + len(following.split(None, 1)[0]) <= width - spare
        for line, following in pairwise(lines)
    )


def _ends_early(line: str, following: str, width: int) -> bool:
    room = len(line) + 1 + len(following.split(None, 1)[0]) < width - 3
    return room and _SENTENCE_END.search(line) is not None
