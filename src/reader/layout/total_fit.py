"""The breaks of a paragraph chosen together, so that its gaps or its right edge are as even as can be.

This is the total fit of Knuth and Plass, Breaking Paragraphs into Lines (1981), for whole cells: what a line
costs depends on two small numbers alone, the cells it lacks and the spaces it has, so it stands in a table.
Lines that lack too much are not looked at unless there is no other.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.layout.opportunities import DIVIDED, INSIDE, SOFT, TYPED
from reader.layout.spreading import WIDEST_GAP

if TYPE_CHECKING:
    from reader.layout.breaking import Room
    from reader.layout.opportunities import Opportunities

MOST_HYPHENS = 2
"""Lines in a row that may end with a hyphen."""
TOO_MANY = {DIVIDED: 1_000 * INSIDE, SOFT: INSIDE // 2, TYPED: INSIDE // 2}
"""What one more costs, by its kind: a hyphen of ours more than anything, one that the author typed less than
breaking a word just anywhere."""
_UNIT = 60
"""What one cell squared costs."""
_UNSPREAD = 300
"""What a line costs, in cells squared, for having to stay ragged."""
_NARROW = 36
"""Cells of a measure below which every line is looked at: there are few, and it may take odd ones."""
_DOUBTFUL = 4
"""A line that costs more than such a part of the worst that is looked at may be there for want of a worse."""
_NEVER = 1 << 60


class Costs(NamedTuple):
    """What lines of one measure cost."""

    lines: list[int]
    """Of a line, by the cells it lacks times `base` plus the spaces it has."""
    base: int
    worst: int
    """How much more a line may cost than the fullest that begins at the same place, to be looked at."""
    hyphen: int
    """Of a line that ends with a hyphen that the author did not type as such."""
    last_hyphen: int
    """Of a hyphen before the last line, besides."""
    short_last: int
    """Of a last line that is hardly longer than an indent."""


@lru_cache(maxsize=8)
def line_costs(measure: int, *, justified: bool) -> Costs:
    """The costs for lines of so many cells, spread to the right edge or not."""
    base = measure + 2
    lines: list[int] = []
    for lacking in range(measure + 1):
        row = [_line_cost(lacking, gaps, justified=justified) for gaps in range(measure // 2 + 2)]
        lines += row + row[-1:] * (base - len(row))
    if justified:
        worst, hyphen, last_hyphen, short_last = measure // 4 + 20, 1, 3, 1
    else:
        worst, hyphen, last_hyphen, short_last = (measure // 5 + 8) ** 2, 30, 30, 30
    return Costs(
        lines,
        base,
        _NEVER if measure < _NARROW else worst * _UNIT,
        hyphen * _UNIT,
        last_hyphen * _UNIT,
        short_last * _UNIT,
    )


def _line_cost(lacking: int, gaps: int, *, justified: bool) -> int:
    """What a line costs: the cells it lacks, squared; spread, what each gap gets squared, more if wide.

    A line that must not be spread costs so much that there are such only where there is hardly another way.
    """
    if not justified:
        return _UNIT * lacking**2
    more = lacking / max(gaps, 1)
    if lacking <= (WIDEST_GAP - 1) * gaps:
        return int(_UNIT * gaps * more**2 * (1 + more + 2 * more**2))
    widest = 44 * gaps  # what it costs with all gaps the widest, so that wider never costs less
    return int(_UNIT * (max(max(gaps, 1) * more**2 * (1 + more), widest) + _UNSPREAD))


def fit(points: Opportunities, room: Room, costs: Costs) -> list[int] | None:
    """The indices of the opportunities at which lines begin, at the least cost; the first is 0.

    None when there is no way to keep all lines within the room.
    """
    chosen = _fit(points, room, costs)
    if chosen is not None and _dearest(chosen, points, room, costs) > costs.worst // _DOUBTFUL:
        chosen = _fit(points, room, costs._replace(worst=_NEVER))
    if chosen is not None and _too_many_hyphens(chosen, points):
        chosen = _fit_with_few_hyphens(points, room, costs)
    return chosen


def _dearest(chosen: list[int], points: Opportunities, room: Room, costs: Costs) -> int:
    """What the worst of these lines costs, but for the last."""
    first, rest = room.first * costs.base, room.rest * costs.base
    return max(
        [
            costs.lines[points.begins[begin] + (rest if begin else first) - points.ends[end]]
            for begin, end in pairwise(chosen)
        ],
        default=0,
    )


def _too_many_hyphens(chosen: list[int], points: Opportunities) -> bool:
    run = 0
    for index in chosen:
        run = run + 1 if index in points.hyphens else 0
        if run > MOST_HYPHENS:
            return True
    return False


def _fit(points: Opportunities, room: Room, costs: Costs) -> list[int] | None:
    """The best breaks, however many hyphens follow one another."""
    ends, begins, lines, worst = points.ends, points.begins, costs.lines, costs.worst
    prices = _prices(points, costs)
    last = len(ends) - 1
    best, before = [_NEVER] * (last + 1), [0] * (last + 1)
    best[0] = reach = 0
    for begin in range(last):
        so_far = best[begin]
        if so_far == _NEVER:
            continue
        key = begins[begin] + (room.rest if begin else room.first) * costs.base
        while reach < last and ends[reach + 1] <= key:
            reach += 1
        furthest = reach
        if reach == last:
            furthest -= 1
            total = so_far + _last_cost(points, begin, costs)
            if total < best[last]:
                best[last], before[last] = total, begin
        limit = lines[key - ends[furthest]] + worst if furthest > begin else 0
        for end in range(furthest, begin, -1):
            cost = lines[key - ends[end]]
            if cost > limit:
                break
            cost += so_far + prices[end]
            if cost < best[end]:
                best[end], before[end] = cost, begin
    return _path(before, last) if best[last] < _NEVER else None


def _prices(points: Opportunities, costs: Costs) -> list[int]:
    """What it costs to break at each opportunity, whatever the line."""
    if not points.hyphens:
        return points.costs
    prices = points.costs.copy()
    for index, kind in points.hyphens.items():
        if kind != TYPED:
            prices[index] += costs.hyphen
    return prices


def _last_cost(points: Opportunities, begin: int, costs: Costs) -> int:
    """What a last line costs: nothing, but for what it is hardly worth having."""
    cost = costs.last_hyphen if begin in points.hyphens else 0
    shown = points.ends[-1] - points.begins[begin]
    if begin and shown < costs.base * costs.base // 12:
        cost += costs.short_last
    return cost


def _path(before: list[int], last: int) -> list[int]:
    path = []
    while last:
        last = before[last]
        path.append(last)
    return path[::-1]


def _fit_with_few_hyphens(points: Opportunities, room: Room, costs: Costs) -> list[int] | None:
    """The same for the few paragraphs whose best breaks have more hyphens in a row than may be.

    A state is an opportunity and how many hyphens in a row lead up to it.
    """
    states = MOST_HYPHENS + 1
    prices, last = _prices(points, costs), len(points.ends) - 1
    best, before = [_NEVER] * ((last + 1) * states), [0] * ((last + 1) * states)
    best[0] = 0
    for state in range(last * states):
        so_far = best[state]
        if so_far == _NEVER:
            continue
        begin, run = divmod(state, states)
        key = points.begins[begin] + (room.rest if begin else room.first) * costs.base
        end = begin + 1
        while end <= last and points.ends[end] <= key:
            if end == last:
                cost = so_far + _last_cost(points, begin, costs)
            else:
                cost = so_far + costs.lines[key - points.ends[end]] + prices[end]
            run_then = run + 1 if end in points.hyphens else 0
            if run_then == states:
                cost, run_then = cost + TOO_MANY[points.hyphens[end]], MOST_HYPHENS
            after = end * states + run_then
            if cost < best[after]:
                best[after], before[after] = cost, state
            end += 1
    if best[last * states] == _NEVER:
        return None
    return [state // states for state in _path(before, last * states)]
