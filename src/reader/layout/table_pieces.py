"""A table as pieces: its rows in columns, or where there is no room for those its cells one under another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.breaking import choose_breaks, shown_begin, shown_end
from reader.layout.cells import is_plain, width
from reader.layout.piece import Keep, Piece
from reader.layout.tables import row_height, set_table, stack_frame

if TYPE_CHECKING:
    from reader.layout.frames import Frame
    from reader.layout.style import PageStyle
    from reader.work.model import Block, Chapter

_SMALL = 0.6
"""The share of a page up to which a table is not parted."""
_LEAST = 6
"""Cells that must be left for a cell's text after the head of its column."""


def table_pieces(
    chapter: Chapter, first: int, after: int, starts: list[int], gap: int, style: PageStyle
) -> list[Piece]:
    """A table's rows, each one piece; stacked, each cell one piece."""
    rows = chapter.blocks[first:after]
    table = set_table(rows, style)
    if table is None:
        return _stacked(rows, first, starts, gap, style)
    pieces: list[Piece] = []
    wrapped = any(len(cell.begins) > 1 for row in table.rows[table.ruled + 1 :] for cell in row)
    for number, (row, cells) in enumerate(zip(rows, table.rows, strict=True)):
        if not cells:
            continue
        index = first + number
        ruled = table.ruled == number
        pieces.append(
            Piece(
                block=index,
                start=starts[index],
                begins=[cells[0].begins[0]],
                end=cells[-1].end,
                frame=table.frame,
                gap=gap if not pieces else 1 if wrapped and number > table.ruled + 1 else 0,
                plain=False,
                rows=row_height(cells) + ruled,
                keep=Keep.WITH_NEXT if row.level else Keep.WHOLE,
                cells=cells,
                rule=table.width if ruled else 0,
            )
        )
    return _kept_together(pieces, style.height)


def _kept_together(pieces: list[Piece], height: int) -> list[Piece]:
    """The rows of a table: a small one is not parted, and of another no row stands alone on a page."""
    heads = next((at for at, piece in enumerate(pieces) if piece.keep is not Keep.WITH_NEXT), 0)
    small = sum(piece.gap + piece.rows for piece in pieces) <= _SMALL * height
    last = len(pieces) - 1
    return [
        piece._replace(keep=Keep.WITH_NEXT) if at < last and (small or at in (heads, last - 1)) else piece
        for at, piece in enumerate(pieces)
    ]


def _stacked(
    rows: tuple[Block, ...], first: int, starts: list[int], gap: int, style: PageStyle
) -> list[Piece]:
    """A table too narrow for its columns: the cells of each row one under another, each with its head."""
    pieces: list[Piece] = []
    heads = rows[0].text.split("\t") if rows[0].level else []
    for index, row in enumerate(rows, first):
        offset, begun = 0, False
        for column, text in enumerate(row.text.split("\t")):
            plain = is_plain(text)
            end = shown_end(text, 0, len(text), plain=plain)
            begin = min(shown_begin(text, 0, plain=plain), end)
            if begin < end:
                frame = stack_frame(row, style.measure, further=begun)
                if begun and not row.level and column < len(heads):
                    frame = _headed(frame, heads[column])
                begins = choose_breaks(text, begin, end, frame.room, plain=plain)
                above = gap if not pieces else 0 if begun else 1
                pieces.append(
                    Piece(
                        index,
                        starts[index],
                        [offset + begin for begin in begins],
                        offset + end,
                        frame,
                        above,
                        plain,
                        len(begins),
                    )
                )
                begun = True
            offset += len(text) + 1
    return pieces


def _headed(frame: Frame, head: str) -> Frame:
    """The frame of a cell with the head of its column before it, where there is room for both."""
    lead = f"{head.strip()}: "
    size = width(lead)
    if not head.strip() or not is_plain(lead) or frame.width - size < _LEAST:
        return frame
    return frame._replace(lead=lead, first=size)
