"""A chapter's blocks broken into lines: pieces, which pages are then filled with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from reader.layout.breaking import shown_begin, shown_end
from reader.layout.cells import is_plain, width
from reader.layout.choosing import breaks_of, is_running
from reader.layout.frames import MATTER, frame_of
from reader.layout.spacing import blank_lines, is_indented
from reader.layout.style import Notes, Setting
from reader.work.model import Align, BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.layout.frames import Frame
    from reader.layout.kept_breaks import Breaks
    from reader.layout.style import PageStyle
    from reader.layout.tables import Cell
    from reader.work.model import Block, Chapter

_LINE_BY_LINE = frozenset({BlockKind.VERSE, BlockKind.PREFORMATTED})
"""Each line of them is a block: what a paragraph's first two and last two lines are is a matter of blocks."""
_SHOWN_EMPTY = frozenset({BlockKind.SCENE_BREAK, BlockKind.IMAGE})


class Keep(Enum):
    """What a piece asks of the page it stands on."""

    FREELY = auto()
    """May be parted between lines."""
    WHOLE = auto()
    WITH_NEXT = auto()
    """Stands whole, and with at least two lines of what follows."""
    AMONG = auto()
    """Stands whole, with lines before and after it: a scene break."""


@dataclass(frozen=True, slots=True)
class Piece:
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
    turned: bool = False
    """Whether its lines are in the order in which they are seen, not that in which they are read."""


def pieces_of(chapter: Chapter, style: PageStyle, kept: Mapping[int, Breaks]) -> Iterator[list[Piece]]:
    """The pieces of each shown block, or table, in order; several where a table's cells are stacked.

    The breaks that were kept of some blocks are theirs.
    """
    starts = chapter.starts
    plain = is_plain(chapter.text.replace("\n", ""))
    before: Block | None = None
    gap_of_empty = 0
    story_begun = False
    index, count = 0, len(chapter.blocks)
    while index < count:
        block = chapter.blocks[index]
        after = _table_end(chapter, index) if block.kind is BlockKind.TABLE_ROW else index + 1
        if not _is_shown(block, style, plain=plain):
            if block.kind in _LINE_BY_LINE:
                gap_of_empty = 1
            index = after
            continue
        gap = max(blank_lines(before, block, style), gap_of_empty) if before else 0
        if before and (gap or not before.kind is block.kind is BlockKind.PREFORMATTED):
            gap += style.spacing - 1
        if block.kind is BlockKind.TABLE_ROW:
            from reader.layout.table_pieces import table_pieces  # few works have a table

            pieces = table_pieces(chapter, index, after, starts, gap, style)
        else:
            first = before is not None and not story_begun and _is_chapter_heading(block)
            indented = is_indented(before, block, style)
            frame = frame_of(block, style.measure, indented=indented)
            pieces = [
                _piece(chapter, index, starts[index], frame, gap, style, kept, plain=plain, new_page=first)
            ]
        if pieces:
            yield pieces
            before, gap_of_empty = chapter.blocks[after - 1], 0
            story_begun = story_begun or block.role is Role.STORY
        index = after


def _is_shown(block: Block, style: PageStyle, *, plain: bool) -> bool:
    """Whether a block appears on a page. A table's first row does for all of them, even when it is empty."""
    if block.role in MATTER and style.notes is Notes.HIDDEN:
        return False
    if block.kind in _SHOWN_EMPTY or block.kind is BlockKind.TABLE_ROW:
        return True
    if not block.text or block.text.isspace():
        return False
    return plain or shown_begin(block.text, 0, plain=False) < len(block.text)


def _is_chapter_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and block.role is Role.TITLE and block.level > 1


def _table_end(chapter: Chapter, index: int) -> int:
    """The index after the last row of the table that begins at one."""
    end = index + 1
    while (
        end < len(chapter.blocks)
        and chapter.blocks[end].continues
        and chapter.blocks[end].kind is BlockKind.TABLE_ROW
        and chapter.blocks[end].role is chapter.blocks[index].role
    ):
        end += 1
    return end


def _piece(
    chapter: Chapter,
    index: int,
    start: int,
    frame: Frame,
    gap: int,
    style: PageStyle,
    kept: Mapping[int, Breaks],
    *,
    plain: bool,
    new_page: bool,
) -> Piece:
    """The piece of a block that is no table row."""
    block = chapter.blocks[index]
    text = block.text
    plain = plain or is_plain(text)
    begin, end = _shown_stretch(text, frame, plain=plain, kept=block.kind is not BlockKind.PARAGRAPH)
    known = kept.get(index)
    begins, hyphens = known or breaks_of(block, begin, end, frame.room, style, plain=plain)
    keep = _keep(block, chapter.blocks[index + 1 : index + 3])
    justified = style.setting is Setting.JUSTIFIED and len(begins) > 1 and is_running(block)
    return Piece(
        index,
        start,
        begins,
        end,
        frame,
        gap,
        plain,
        len(begins),
        keep=keep,
        new_page=new_page,
        step=1 if block.kind is BlockKind.PREFORMATTED else style.spacing,
        hyphens=hyphens,
        justified=justified,
        turned=style.turned and (block.rtl or not plain),
    )


def _keep(block: Block, following: tuple[Block, ...]) -> Keep:
    """What a block asks of its page, given the two after it."""
    if block.kind is BlockKind.SCENE_BREAK:
        return Keep.AMONG
    if block.kind is BlockKind.HEADING or block.role is Role.TITLE:
        return Keep.WITH_NEXT
    if block.kind in _LINE_BY_LINE and following and _goes_on(block, following[0]):
        second_to_last = len(following) == 1 or not _goes_on(block, following[1])
        return Keep.WITH_NEXT if second_to_last or not block.continues else Keep.FREELY
    return Keep.WHOLE if block.kind is BlockKind.IMAGE else Keep.FREELY


def _goes_on(block: Block, after: Block) -> bool:
    """Whether a later line belongs to the same stanza."""
    return after.continues and after.kind is block.kind and after.role is block.role


def _shown_stretch(text: str, frame: Frame, *, plain: bool, kept: bool) -> tuple[int, int]:
    """Where the shown text of a block begins and ends; white space before it is kept within reason."""
    end = shown_end(text, 0, len(text), plain=plain)
    first = min(shown_begin(text, 0, plain=plain), end)
    if not first or not kept or frame.align is not Align.START:
        return first, end
    room = frame.room.first
    begin = 0
    while begin < first and (width(text[begin:first]) > room // 2 or room - width(text[begin:first]) < 2):
        begin += 1
    return begin, end
