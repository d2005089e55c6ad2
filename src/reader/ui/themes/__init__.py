"""The themes: colours as data, and what the style sheets are given of them."""

from __future__ import annotations

from reader.ui.themes.choice import (
    THEME_NAMES,
    is_without_colours,
    step_theme,
    theme_in_force,
    theme_names,
)

__all__ = ["THEME_NAMES", "is_without_colours", "step_theme", "theme_in_force", "theme_names"]
