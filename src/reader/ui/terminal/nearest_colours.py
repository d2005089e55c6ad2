"""Gives a terminal of 256 colours those that are nearest to a theme's.

Rich takes what is pale for grey and cuts channels off where it should round them: the chosen row of some
themes could not be told from others, and text fell to a contrast of three.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

_LEVELS = (0, 95, 135, 175, 215, 255)
"""Of each channel in the cube of six by six by six that is xterm's colours 16 to 231."""
_CUBE = 16
_GREYS = 232
"""Twenty-four greys from 8 to 238, ten apart."""


class NearestColours(LineFilter):
    """Turns every colour of a theme into one of xterm's 256; those the terminal has by number stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # as Textual calls it
        """The segments of a line in colours that the terminal has."""
        return [Segment(text, style and _near_style(style), control) for text, style, control in segments]


@lru_cache(1024)
def _near_style(style: Style) -> Style:
    return style + Style(color=_near(style.color), bgcolor=_near(style.bgcolor))


def _near(colour: RichColor | None) -> RichColor | None:
    if colour is None or colour.triplet is None:
        return colour
    return RichColor.from_ansi(nearest(*colour.triplet))


def nearest(red: int, green: int, blue: int) -> int:
    """The number of the colour of xterm's that is nearest, as far as eyes weigh red, green and blue."""
    steps = [min(range(6), key=lambda step: abs(_LEVELS[step] - channel)) for channel in (red, green, blue)]
    grey = max(0, min(23, round(((red + green + blue) / 3 - 8) / 10)))

    def distance(r: int, g: int, b: int) -> int:
        return 2 * (r - red) ** 2 + 4 * (g - green) ** 2 + 3 * (b - blue) ** 2

    level = 8 + 10 * grey
    if distance(level, level, level) < distance(*(_LEVELS[step] for step in steps)):
        return _GREYS + grey
    return _CUBE + 36 * steps[0] + 6 * steps[1] + steps[2]
