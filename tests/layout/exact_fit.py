"""The best breaks by definition, found without any shortcut: what `total_fit` is measured against."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.layout.opportunities import TYPED
from reader.layout.total_fit import MOST_HYPHENS, TOO_MANY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.breaking import Room
    from reader.layout.opportunities import Opportunities
    from reader.layout.total_fit import Costs


def line_cost(begin: int, end: int, points: Opportunities, room: Room, costs: Costs) -> int | None:
    """What one line costs, whatever the lines before it; None where it is too long."""
    less_width, gaps = divmod(points.begins[begin] - points.ends[end], points.base)
    lacking = (room.rest if begin else room.first) + less_width
    if lacking < 0:
        return None
    if end == len(points.ends) - 1:
        short = begin > 0 and -less_width * points.base - gaps < points.base**2 // 12
        return costs.last_hyphen * (begin in points.hyphens) + costs.short_last * short
    hyphen = costs.hyphen * (points.hyphens.get(end, TYPED) != TYPED)
    return costs.lines[lacking * points.base + gaps] + points.costs[end] + hyphen


def cost_of(chosen: Sequence[int], points: Opportunities, room: Room, costs: Costs) -> int | None:
    """What breaks cost altogether; None where a line is too long."""
    total = run = 0
    for begin, end in pairwise([*chosen, len(points.ends) - 1]):
        cost = line_cost(begin, end, points, room, costs)
        if cost is None:
            return None
        run = run + 1 if end in points.hyphens else 0
        total += cost + (TOO_MANY[points.hyphens[end]] if run > MOST_HYPHENS else 0)
    return total


def least_cost(points: Opportunities, room: Room, costs: Costs) -> int | None:
    """The least that any breaks cost. A state is an opportunity and the hyphens in a row before it."""
    last = len(points.ends) - 1
    least = {(0, 0): 0}
    for begin in range(last):
        for run in range(MOST_HYPHENS + 1):
            if (begin, run) not in least:
                continue
            for end in range(begin + 1, last + 1):
                cost = line_cost(begin, end, points, room, costs)
                if cost is None and points.ends[end] - points.begins[begin] > (room.rest + 2) * points.base:
                    break
                if cost is None:
                    continue
                cost += least[begin, run]
                then = run + 1 if end in points.hyphens else 0
                if then > MOST_HYPHENS:
                    cost, then = cost + TOO_MANY[points.hyphens[end]], MOST_HYPHENS
                least[end, then] = min(cost, least.get((end, then), cost))
    return min((least[last, run] for run in range(MOST_HYPHENS + 1) if (last, run) in least), default=None)
