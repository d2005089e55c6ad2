"""The colours of a theme by what they are for."""

from __future__ import annotations

from typing import NamedTuple

_FAINT = 0.45
"""How much of the quiet colour there is in what is fainter still."""
_RESTING = 0.12
_CHOSEN_DARK, _CHOSEN_LIGHT = 0.14, 0.10
"""How much of the accent there is behind a chosen row: as much as leaves everything on it legible."""


class Colours(NamedTuple):
    """A theme of colours of its own, each written "#rrggbb"."""

    name: str
    dark: bool
    paper: str
    panel: str
    """Behind what stands beside or over the page."""
    ink: str
    strong: str
    """Strong text, and titles in lists."""
    quiet: str
    """The two lines around the page, and matter."""
    accent: str
    """What is chosen, and headings."""
    second: str
    """Links, and included tags."""
    mark: str
    """Behind text marked in yellow, which is in strong ink."""
    other_marks: tuple[str, str, str, str, str]
    """Behind text marked in green, blue, pink, orange and violet: as dark or as light as `mark`."""
    warning: str
    error: str
    underlines_marks: bool = False
    """Whether marked text is underlined as well, for eyes to which its background says nothing."""

    @property
    def faint(self) -> str:
        """Rules, and the rest of bars: nothing that is read."""
        return mixed(self.paper, self.quiet, _FAINT)

    @property
    def chosen(self) -> str:
        """Behind the chosen row of a list."""
        return mixed(self.panel, self.accent, _CHOSEN_DARK if self.dark else _CHOSEN_LIGHT)

    @property
    def resting(self) -> str:
        """Behind it while the keys are somewhere else."""
        return mixed(self.panel, self.quiet, _RESTING)


def mixed(one: str, other: str, share: float) -> str:
    """Two colours as one, with so much of the other in it, from 0 to 1."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * share) for a, b in pairs).hex()
