"""One line of a page: runs of text of one look, and where they stand."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from reader.work.model import BlockKind, Role, Style


class Ornament(StrEnum):
    """What is shown that is not in the text."""

    SCENE_BREAK = "scene-break"
    MARKER = "marker"
    """Of a list item."""
    RULE = "rule"
    """Under the heads of a table."""
    FRAME = "frame"
    """Round a picture's description."""
    TURN = "turn"
    """Before the rest of a line of preformatted text that was too long."""
    FOLD = "fold"
    """For matter that is folded; its line goes from the first to the last text position of that."""


class Run(NamedTuple):
    """A stretch of a line that looks the same throughout."""

    column: int
    """Cells from the left edge of the measure."""
    text: str
    """As many code points as of the chapter's text from `start` on: a tab is a space, a soft hyphen "-",
    a bracket that is turned round its mirror image, and `glyphs` has the rest."""
    width: int
    """Cells that it takes, `tail` included."""
    start: int
    """The text position of its first code point; -1 when it is an ornament that is not in the text."""
    style: Style = Style.PLAIN
    link: str = ""
    role: Role = Role.STORY
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    tail: str = ""
    """What is shown after it, looks like it and is not in the text: the hyphen of a divided word, or the
    cells by which the space at its end is wider."""
    ornament: Ornament | None = None
    """What it is, when it is not in the text."""


class Line(NamedTuple):
    """One line of a page, its runs from left to right."""

    runs: tuple[Run, ...]
    block: int
    """The index of the block it shows; -1 for a blank line."""
    start: int
    """The text position of the first that it shows."""
    end: int
    """Just past the last."""


def blank_line(position: int) -> Line:
    """A line with nothing on it, before what stands at a text position."""
    return Line((), -1, position, position)
