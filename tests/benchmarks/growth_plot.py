"""Growth as a small picture: a line for each thing that is timed, over sizes by powers of ten, in SVG.

It has no ground of its own, and colours that can be read on a light one and on a dark one.
"""

from __future__ import annotations

from html import escape
from math import log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.growth import Growth

_WIDTH, _HEIGHT = 460, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 66, 40, 34, 34
_COLOURS = ("#3b82c4", "#c4703b", "#4a9a5b", "#a05fb5", "#b8922e", "#c25573")
_QUIET = "#808080"


def svg(panels: Sequence[tuple[str, Sequence[Growth]]]) -> str:
    """The panels beside each other, each with its title."""
    drawn = [
        f'<g transform="translate({at * _WIDTH} 0)">{_panel(title, grown)}</g>'
        for at, (title, grown) in enumerate(panels)
    ]
    rows = max(len(grown) for _, grown in panels)
    height = _HEIGHT + 20 * rows
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH * len(panels)} {height}"'
        f' font-family="sans-serif" font-size="12">{"".join(drawn)}</svg>\n'
    )


def _panel(title: str, grown: Sequence[Growth]) -> str:
    sizes = grown[0].sizes
    highest = max(10.0, *(max(growth.medians) for growth in grown))
    top = 10 ** (int(log10(highest)) + 1)

    def x(size: int) -> float:
        span = log10(sizes[-1]) - log10(sizes[0])
        return _LEFT + (log10(size) - log10(sizes[0])) / span * (_WIDTH - _LEFT - _RIGHT)

    def y(value: float) -> float:
        share = log10(max(value, 0.1) / 0.1) / log10(top / 0.1)
        return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)

    parts = [_text(_LEFT, 18, title, weight="bold")]
    for power in range(-1, round(log10(top)) + 1):
        value = 10.0**power
        parts.append(_line([(_LEFT, y(value)), (_WIDTH - _RIGHT, y(value))], _QUIET, 0.4))
        parts.append(_text(_LEFT - 6, y(value) + 4, f"{value:,g} ms", anchor="end"))
    parts += [_text(x(size), _HEIGHT - 14, f"{size:,}", anchor="middle") for size in sizes]
    for number, growth in enumerate(grown):
        colour = _COLOURS[number % len(_COLOURS)]
        points = [(x(size), y(value)) for size, value in zip(sizes, growth.medians, strict=True)]
        parts.append(_line(points, colour, 2))
        parts += [f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3" fill="{colour}"/>' for px, py in points]
        row = _HEIGHT + 6 + 20 * number
        parts.append(_line([(_LEFT, row), (_LEFT + 18, row)], colour, 3))
        first, last = (
            f"{value:,.0f}" if value >= 10 else f"{value:.2g}"
            for value in (growth.medians[0], growth.medians[-1])
        )
        said = f"{growth.name}: {first} → {last} ms"
        parts.append(_text(_LEFT + 26, row + 4, said))
    return "".join(parts)


def _line(points: Sequence[tuple[float, float]], colour: str, width: float) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def _text(x: float, y: float, words: str, *, anchor: str = "start", weight: str = "normal") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{_QUIET}" text-anchor="{anchor}"'
        f' font-weight="{weight}">{escape(words)}</text>'
    )
