"""Which theme is in force: the one of the settings, as far as the terminal may have colours."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.settings import CHOICES
from reader.settings.theme_names import own_theme_names
from reader.ui.terminal.colour_system import has_sixteen
from reader.ui.themes.palettes import PALETTES
from reader.ui.themes.textual_themes import CONSOLE, PLAIN, SIXTEEN, theme_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.theme import Theme

    from reader.settings import Settings
    from reader.ui.themes.colours import Colours

_BY_NAME = {colours.name: colours for colours in PALETTES}
THEME_NAMES = CHOICES["theme"]


def is_without_colours() -> bool:
    """Whether the reader wants no colours in terminals: `NO_COLOR` is set and not empty."""
    return bool(os.environ.get("NO_COLOR"))


def theme_in_force(settings: Settings, config: Path | None = None) -> Theme:
    """The theme as the settings have it, as far as the terminal can show it; the first for an unknown name.

    Of sixteen colours only the terminal knows what they are: there is one theme that asks for no others.
    """
    if is_without_colours():
        return PLAIN
    if settings.theme == SIXTEEN.name or has_sixteen(os.environ):
        return CONSOLE if os.environ.get("TERM") == "linux" else SIXTEEN
    colours = _BY_NAME.get(settings.theme) or _own(config, settings.theme) or _BY_NAME[THEME_NAMES[0]]
    return theme_of(colours, over_terminal=settings.background == "terminal")


def _own(config: Path | None, name: str) -> Colours | None:
    """A theme of the reader's own, under a name that Textual never knew for other colours."""
    from reader.ui.themes.own import own_colours  # only for who has one

    colours, _ = own_colours(config, name) if config else (None, [])
    return colours and colours._replace(name=f"{name}-{hash(colours):x}")


def theme_names(config: Path) -> tuple[str, ...]:
    """All themes, the reader's own last; `config` is the settings folder."""
    return (*THEME_NAMES, *(name for name in own_theme_names(config) if name not in THEME_NAMES))


def step_theme(name: str, steps: int, names: Sequence[str] = THEME_NAMES) -> str:
    """The theme so many after the one named, before it when negative; the first after one we don't know."""
    return names[(names.index(name) + steps) % len(names)] if name in names else names[0]
