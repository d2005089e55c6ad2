"""Which theme is in force: the one of the settings, as far as the terminal may have colours."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.settings import CHOICES
from reader.ui.themes.palettes import PALETTES
from reader.ui.themes.textual_themes import PLAIN, SIXTEEN, theme_of

if TYPE_CHECKING:
    from textual.theme import Theme

    from reader.settings import Settings

_BY_NAME = {colours.name: colours for colours in PALETTES}
THEME_NAMES = CHOICES["theme"]


def is_without_colours() -> bool:
    """Whether the reader wants no colours in terminals: `NO_COLOR` is set and not empty."""
    return bool(os.environ.get("NO_COLOR"))


def theme_in_force(settings: Settings) -> Theme:
    """The theme as the settings have it; the first for a name we don't know."""
    if is_without_colours():
        return PLAIN
    if settings.theme == SIXTEEN.name:
        return SIXTEEN
    colours = _BY_NAME[settings.theme if settings.theme in _BY_NAME else THEME_NAMES[0]]
    return theme_of(colours, over_terminal=settings.background == "terminal")


def step_theme(name: str, steps: int) -> str:
    """The theme so many after the one named, before it when negative; the first after one we don't know."""
    if name not in THEME_NAMES:
        return THEME_NAMES[0]
    return THEME_NAMES[(THEME_NAMES.index(name) + steps) % len(THEME_NAMES)]
