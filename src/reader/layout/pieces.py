"""A chapter's blocks broken into lines: pieces, which pages are then filled with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.breaking import shown_begin, shown_end
from reader.layout.cells import is_plain, width
from reader.layout.frames import MATTER, frame_of, image_frame
from reader.layout.indents import first_line_indent
from reader.layout.paragraph_breaks import breaks_of, is_running
from reader.layout.piece import Keep, Piece, rows_of
from reader.layout.spacing import blank_lines
from reader.layout.style import Notes, Setting
from reader.work.model import Align, BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.layout.breaking import Breaks
    from reader.layout.frames import Frame
    from reader.layout.style import PageStyle
    from reader.work.model import Block, Chapter

_LINE_BY_LINE = frozenset({BlockKind.VERSE, BlockKind.PREFORMATTED})
"""Each line of them is a block: what a paragraph's first two and last two lines are is a matter of blocks."""
_SHOWN_EMPTY = frozenset({BlockKind.SCENE_BREAK, BlockKind.IMAGE})


def pieces_of(chapter: Chapter, style: PageStyle, kept: Mapping[int, Breaks]) -> Iterator[list[Piece]]:
    """The pieces of each shown block, table or fold, in order; several where a table's cells are stacked.

    The breaks that were kept of some blocks are theirs. Lines stand whole multiples of the spacing below each
    other, except where what is drawn goes on, so that those of two facing pages are level.
    """
    setter = _Setter(chapter, style, kept)
    before: Block | None = None
    gap_of_empty = 0
    story_begun = False
    row = 0  # below the first line, if all of it stood on one page
    index, count = 0, len(chapter.blocks)
    while index < count:
        block = chapter.blocks[index]
        after = setter.end_of(index)
        if not setter.shows(index, after):
            if block.kind in _LINE_BY_LINE:
                gap_of_empty = 1
            index = after
            continue
        gap = max(blank_lines(before, block, style), gap_of_empty) if before else 0
        if before and (gap or not before.kind is block.kind is BlockKind.PREFORMATTED):
            gap += style.spacing - 1
            gap += -(row + gap) % style.spacing
        pieces = setter.pieces(index, after, gap, before, story_begun=story_begun)
        if pieces:
            yield pieces
            before, gap_of_empty = chapter.blocks[after - 1], 0
            if style.spacing > 1:
                row += sum(piece.gap + rows_of(piece, piece.rows) for piece in pieces)
            story_begun = story_begun or block.role is Role.STORY
        index = after


class _Setter:
    """One chapter being set. It changes: it keeps the frames of the list it is in."""

    def __init__(self, chapter: Chapter, style: PageStyle, kept: Mapping[int, Breaks]) -> None:
        self._chapter = chapter
        self._style = style
        self._kept = kept
        self._starts = chapter.starts
        self._plain = is_plain(chapter.text.replace("\n", ""))
        self._items: dict[int, Frame] = {}

    def end_of(self, index: int) -> int:
        """The index after the last block that is set together with one: its table, its fold, or itself."""
        block = self._chapter.blocks[index]
        if self._notes_of(block) is Notes.FOLDED:
            from reader.layout.folded_matter import matter_end  # most pages show all

            return matter_end(self._chapter, index)
        return _table_end(self._chapter, index) if block.kind is BlockKind.TABLE_ROW else index + 1

    def shows(self, index: int, after: int) -> bool:
        """Whether there is anything of some blocks on a page; of a table there is, even when it is empty."""
        block = self._chapter.blocks[index]
        match self._notes_of(block):
            case Notes.FOLDED:
                return any(_is_shown(each, plain=self._plain) for each in self._chapter.blocks[index:after])
            case Notes.HIDDEN:
                return False
        return _is_shown(block, plain=self._plain)

    def _notes_of(self, block: Block) -> Notes:
        """Whether a block is shown as it is, or folded or hidden as matter may be."""
        return self._style.notes if block.role in MATTER else Notes.SHOWN

    def pieces(
        self, index: int, after: int, gap: int, before: Block | None, *, story_begun: bool
    ) -> list[Piece]:
        """The pieces of some blocks that are set together, with so many blank rows above."""
        block, style = self._chapter.blocks[index], self._style
        if self._notes_of(block) is Notes.FOLDED:
            from reader.layout.folded_matter import folded

            return [folded(self._chapter, index, after, self._starts, gap, style.measure)]
        if block.kind is BlockKind.TABLE_ROW:
            from reader.layout.table_pieces import table_pieces  # few works have a table

            return table_pieces(self._chapter, index, after, self._starts, gap, style)
        if block.kind is BlockKind.IMAGE and (piece := self._boxed(index, gap)):
            return [piece]
        if block.kind is BlockKind.LIST_ITEM:
            frame = self._item_frame(index)
        else:
            indent = first_line_indent(before, block, style, plain=self._plain)
            frame = frame_of(block, style.measure, indent)
        piece = self._piece(index, frame, gap)
        first = before is not None and not story_begun and _is_chapter_heading(block)
        return [piece._replace(new_page=True) if first else piece]

    def _piece(self, index: int, frame: Frame, gap: int) -> Piece:
        """The piece of a block that is no table row."""
        block, style = self._chapter.blocks[index], self._style
        text = block.text
        plain = self._plain or is_plain(text)
        begin, end = _shown_stretch(text, frame, plain=plain, kept=block.kind is not BlockKind.PARAGRAPH)
        known = self._kept.get(index)
        begins, hyphens = known or breaks_of(block, begin, end, frame.room, style, plain=plain)
        keep = _keep(self._chapter.blocks, index)
        justified = style.setting is Setting.JUSTIFIED and len(begins) > 1 and is_running(block)
        return Piece(
            index,
            self._starts[index],
            begins,
            end,
            frame,
            gap,
            plain,
            len(begins),
            keep=keep,
            step=1 if block.kind is BlockKind.PREFORMATTED else style.spacing,
            hyphens=hyphens,
            justified=justified,
            turned=style.turned and (block.rtl or not plain),
        )

    def _item_frame(self, index: int) -> Frame:
        if index not in self._items:
            from reader.layout.lists import list_end, list_frames  # many works have no list

            items = self._chapter.blocks[index : list_end(self._chapter.blocks, index)]
            self._items = dict(enumerate(list_frames(items, self._style.measure), index))
        return self._items[index]

    def _boxed(self, index: int, gap: int) -> Piece | None:
        """A picture with a frame drawn round its description, where the page has room for that."""
        block, style = self._chapter.blocks[index], self._style
        frame = image_frame(block, style.measure)
        if frame is None:
            return None
        piece = self._piece(index, frame, gap)
        rows = len(piece.begins) + 2
        return piece._replace(rows=rows, step=1) if rows <= style.height else None


def _is_shown(block: Block, *, plain: bool) -> bool:
    """Whether a block appears on a page. A table's first row does for all of them, even when it is empty."""
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


def _keep(blocks: tuple[Block, ...], index: int) -> Keep:
    """What a block asks of its page, given what comes after it."""
    block = blocks[index]
    if block.kind is BlockKind.SCENE_BREAK:
        return Keep.AMONG
    if block.kind is BlockKind.HEADING or block.role is Role.TITLE:
        return Keep.WITH_NEXT
    if block.kind in _LINE_BY_LINE and index + 1 < len(blocks) and _goes_on(block, blocks[index + 1]):
        second_to_last = index + 2 == len(blocks) or not _goes_on(block, blocks[index + 2])
        return Keep.WITH_NEXT if second_to_last or not block.continues else Keep.FREELY
    return Keep.WHOLE if block.kind is BlockKind.IMAGE else Keep.FREELY


def _goes_on(block: Block, after: Block) -> bool:
    """Whether a later line belongs to the same stanza."""
    return after.continues and after.kind is block.kind and after.role is block.role


def _shown_stretch(text: str, frame: Frame, *, plain: bool, kept: bool) -> tuple[int, int]:
    """Where the shown text of a block begins and ends; white space before it is kept within reason."""
    if plain and text and text[0] != " " != text[-1]:
        return 0, len(text)
    end = shown_end(text, 0, len(text), plain=plain)
    first = min(shown_begin(text, 0, plain=plain), end)
    if not first or not kept or frame.align is not Align.START:
        return first, end
    room = frame.room.first
    begin = 0
    while begin < first and (width(text[begin:first]) > room // 2 or room - width(text[begin:first]) < 2):
        begin += 1
    return begin, end
