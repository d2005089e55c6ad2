"""Which way the breaks of a block are found: each line filled in turn, or a paragraph's chosen together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.breaking import choose_breaks
from reader.layout.style import Setting
from reader.work.model import Align, BlockKind, Role

if TYPE_CHECKING:
    from reader.layout.breaking import Room
    from reader.layout.opportunities import Opportunities
    from reader.layout.style import PageStyle
    from reader.work.model import Block

_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_NONE: frozenset[int] = frozenset()


def is_running(block: Block) -> bool:
    """Whether a block is running text, whose lines may be spread and words divided."""
    return block.kind in _RUNNING and block.align is Align.START and block.role is not Role.TITLE


def breaks_of(
    block: Block, begin: int, end: int, room: Room, style: PageStyle, *, plain: bool
) -> tuple[list[int], frozenset[int]]:
    """The offset at which each line of a block begins, and before which of them a word is divided.

    A line before a divided word shows a hyphen that is not in the text. The rest is as in `choose_breaks`.
    """
    if plain and end - begin <= room.first:
        return [begin], _NONE
    language = (block.lang or style.language) if style.hyphenation else ""
    if not is_running(block) or not (style.whole or language):
        return choose_breaks(block.text, begin, end, room, plain=plain), _NONE
    from reader.layout.opportunities import DIVIDED, opportunities  # what is set line by line does without
    from reader.layout.total_fit import fit, line_costs

    points = opportunities(block.text, begin, end, room, plain=plain, language=language)
    chosen = None
    if points is not None and style.whole:
        chosen = fit(points, room, line_costs(room.rest, justified=style.setting is Setting.JUSTIFIED))
    elif points is not None:
        chosen = fill(points, room)
    if points is None or chosen is None:
        return choose_breaks(block.text, begin, end, room, plain=plain), _NONE
    begins = [points.offsets[index] for index in chosen]
    divided = [points.offsets[index] for index in chosen if points.hyphens.get(index) == DIVIDED]
    return begins, frozenset(divided) if divided else _NONE


def fill(points: Opportunities, room: Room) -> list[int] | None:
    """The indices of the opportunities at which lines begin when each is filled as far as it can be.

    None when a line has none within the room.
    """
    from reader.layout.total_fit import MOST_HYPHENS, TOO_MANY

    chosen, hyphens, reach = [0], 0, 0
    last = len(points.ends) - 1
    while True:
        begin = chosen[-1]
        key = points.begins[begin] + (room.rest if begin else room.first) * points.base
        while reach < last and points.ends[reach + 1] <= key:
            reach += 1
        if reach == last:
            return chosen
        costs = {end: points.costs[end] for end in range(reach, begin, -1)}
        if not costs:
            return None
        if hyphens >= MOST_HYPHENS:
            for end in costs.keys() & points.hyphens.keys():
                costs[end] += TOO_MANY[points.hyphens[end]]
        chosen.append(min(costs, key=costs.__getitem__))
        hyphens = hyphens + 1 if chosen[-1] in points.hyphens else 0
