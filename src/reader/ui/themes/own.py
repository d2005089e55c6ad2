"""The reader's own themes as colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.settings.own_themes import COLOURS, read_own_theme
from reader.ui.themes.colours import mixed
from reader.ui.themes.palettes import PALETTES

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.themes.colours import Colours

_MIDDLE = 0.179
"""The relative luminance above which black is easier to read than white (WCAG 2.2)."""
_RAISED = 0.05
"""How much ink there is in a panel of which nothing is said but on what paper it lies."""
_TAKEN = (*COLOURS, "other_marks", "underlines_marks")


def own_colours(config: Path, name: str) -> tuple[Colours | None, list[str]]:
    """A theme of the reader's own, and what is wrong with its file; None where there is nothing to take.

    `config` is the settings folder. What the file does not say comes from the theme it is like.
    """
    values, warnings = read_own_theme(config, name)
    if values is None:
        return None, warnings
    dark = values.get("dark", _is_dark(values["paper"]) if "paper" in values else None)
    like = values.get("like", "light" if dark is False else "dark")
    base = next(colours for colours in PALETTES if colours.name == like)
    given = {key: values[key] for key in _TAKEN if key in values}
    colours = base._replace(name=name, dark=base.dark if dark is None else dark, **given)
    if "paper" in given and "panel" not in given:
        colours = colours._replace(panel=mixed(colours.paper, colours.ink, _RAISED))
    return colours, warnings


def _is_dark(colour: str) -> bool:
    """Whether light text is read more easily on a colour (relative luminance, WCAG 2.2)."""
    shares = [part / 255 for part in bytes.fromhex(colour[1:])]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue <= _MIDDLE
