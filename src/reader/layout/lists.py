"""Lists: markers that end in one column, and items of inner lists under the text of the outer one's."""

from __future__ import annotations

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


def list_frames(items: Sequence[Block], measure: int) -> list[Frame]:
    """The frame of each item of a list; the markers of those of one depth end in one column."""
    groups: list[tuple[int, int]] = []
    """Level, and index in the two lists below, of each list that is open."""
    outer: list[int] = []
    hangs: list[int] = []
    own: list[int] = []
    for item in items:
        while groups and groups[-1][0] > item.level:
            groups.pop()
        if not groups or groups[-1][0] < item.level:
            outer.append(groups[-1][1] if groups else -1)
            hangs.append(_HANG)
            groups.append((item.level, len(hangs) - 1))
        group = groups[-1][1]
        hangs[group] = max(hangs[group], width(item.marker) + 1)
        own.append(group)
    lefts: list[int] = []
    for around in outer:
        lefts.append(lefts[around] + hangs[around] if around >= 0 else 0)
    depth = _depths(outer)
    return [
        _frame(item, measure, lefts[group], hangs[group], depth[group])
        for item, group in zip(items, own, strict=True)
    ]


def _depths(outer: Sequence[int]) -> list[int]:
    depths: list[int] = []
    for around in outer:
        depths.append(depths[around] + 1 if around >= 0 else 0)
    return depths


def _frame(item: Block, measure: int, left: int, hang: int, depth: int) -> Frame:
    inset = block_inset(item, measure)
    room = measure - 2 * inset
    left = min(left, room // 4)
    room -= left
    start, align = (inset, Align.END) if item.rtl else (inset + left, Align.START)
    if not item.marker:  # the second paragraph of an item, or a definition
        hang = hang if room - hang >= _LEAST else 0
        return Frame(start, room, first=hang, rest=hang, align=align, rtl=item.rtl)
    marker = _INNER_BULLETS[min(depth, 2)] if item.marker == _BULLET else item.marker
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
