"""A block, or a stretch of one, that is broken into lines; what a page is filled with."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.layout.frames import Frame
    from reader.layout.tables import Cell


class Keep(Enum):
    """What a piece asks of the page it stands on."""

    FREELY = auto()
    """May be parted between lines."""
    WHOLE = auto()
    WITH_NEXT = auto()
    """Stands whole, and with at least two lines of what follows."""
    AMONG = auto()
    """Stands whole, with lines before and after it: a scene break."""


class Piece(NamedTuple):
    """A block, or a stretch of one, with the breaks of its lines. Offsets count in the block's text."""

    block: int
    """Its index among the chapter's blocks."""
    start: int
    """The text position at which that block begins."""
    begins: list[int]
    """The offset at which each line begins. Only the first counts where there are cells."""
    end: int
    """The offset just past the last that is shown."""
    frame: Frame
    gap: int
    """Blank rows above it, unless it is the first on its page."""
    plain: bool
    """Whether offsets in the text are cells."""
    rows: int
    """How many lines it takes."""
    step: int = 1
    """Rows of the page from one of its lines to the next."""
    keep: Keep = Keep.FREELY
    new_page: bool = False
    cells: tuple[Cell, ...] = ()
    """Of a table's row."""
    rule: int = 0
    """Cells of the line drawn under it, which is one more of its rows."""
    hyphens: frozenset[int] = frozenset()
    """Those of `begins` before which a word is divided: the line before ends with a hyphen."""
    justified: bool = False
    """Whether its lines but the last are spread to the right edge."""
    folded: str = ""
    """What stands for the matter from `start` to `end` that is folded, of which `block` is the first."""
    turned: bool = False
    """Whether its lines are in the order in which they are seen, not that in which they are read."""


def rows_of(piece: Piece, lines: int) -> int:
    """The rows that so many of a piece's lines take, from the first to the last."""
    return 1 + (lines - 1) * piece.step
