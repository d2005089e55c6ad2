"""Lists: markers that end in one column, and items of inner lists under the text of the outer one's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.layout.cells import width
from reader.layout.frames import Frame, block_inset
from reader.work.model import Align, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import Block

_BULLET = "•"
_INNER_BULLETS = ("•", "◦", "–")
"""Those of the lists inside others, the deepest for all below."""
_HANG = 2
"""Cells that what has no marker is set in: a definition."""
_LEAST = 8
"""Cells that must be left for text."""


def list_end(blocks: Sequence[Block], first: int) -> int:
    """The index after the last item of the list, with all inside it, that begins at one."""
    end = first + 1
    while (
        end < len(blocks)
        and blocks[end].kind is BlockKind.LIST_ITEM
        and blocks[end].continues
        and blocks[end].role is blocks[first].role
        and blocks[end].quote == blocks[first].quote
    ):
        end += 1
    return end


@dataclass(slots=True)
class _List:
    """A list, which may be inside another. It changes while its items are met: the widest marker counts."""

    level: int
    around: _List | None
    hang: int = _HANG
    """Cells from its left edge to its items' text."""
    left: int = 0
    """Cells from the left edge of the outermost list, known once all markers of those around it are."""
    depth: int = 0
    """How many lists are around it."""


def list_frames(items: Sequence[Block], measure: int) -> list[Frame]:
    """The frame of each item of a list; the markers of those of one depth end in one column."""
    lists: list[_List] = []
    own: list[_List] = []
    inmost: _List | None = None
    for item in items:
        while inmost and inmost.level > item.level:
            inmost = inmost.around
        if inmost is None or inmost.level < item.level:
            inmost = _List(item.level, inmost)
            lists.append(inmost)
        inmost.hang = max(inmost.hang, width(item.marker) + 1)
        own.append(inmost)
    for one in lists:  # each after the one around it
        if one.around:
            one.left = one.around.left + one.around.hang
            one.depth = one.around.depth + 1
    return [_frame(item, measure, one) for item, one in zip(items, own, strict=True)]


def _frame(item: Block, measure: int, own: _List) -> Frame:
    inset = block_inset(item, measure)
    room = measure - 2 * inset
    left, hang = min(own.left, room // 4), own.hang
    room -= left
    start, align = (inset, Align.END) if item.rtl else (inset + left, Align.START)
    if not item.marker:  # the second paragraph of an item, or a definition
        hang = hang if room - hang >= _LEAST else 0
        return Frame(start, room, first=hang, rest=hang, align=align, rtl=item.rtl)
    marker = _INNER_BULLETS[min(own.depth, 2)] if item.marker == _BULLET else item.marker
    if room - hang < _LEAST:
        hang = width(marker) + 1
    if room - hang < 2:  # a wide character
        return Frame(start, room, align=align, rtl=item.rtl)
    blank = " " * (hang - width(marker) - 1)
    lead = f" {marker}{blank}" if item.rtl else f"{blank}{marker} "
    return Frame(
        start,
        room,
        first=hang,
        rest=hang if room - hang >= _LEAST else 0,
        align=align,
        lead=lead,
        rtl=item.rtl,
    )
