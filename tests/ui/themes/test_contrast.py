"""What is read stands out from what is behind it, by the contrast ratios of WCAG 2.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color

from reader.settings import Settings
from reader.ui.themes import THEME_NAMES, step_theme, theme_in_force
from reader.ui.themes.palettes import PALETTES
from reader.ui.themes.textual_themes import OTHER_MARKS

if TYPE_CHECKING:
    from textual.theme import Theme

ENHANCED = {"contrast", "contrast-light"}
READ = ("foreground", "strong-ink", "quiet", "accent", "secondary", "warning", "error")
"""Variables in which something is written."""
BEHIND = ("background", "panel", "chosen", "resting")
"""Variables on which all of these may be written."""
LAID_OVER = (
    *((f"{mark}-ink", mark) for mark in ("mark", *OTHER_MARKS)),
    ("match-ink", "match"),
    ("picked-ink", "picked"),
    ("paper", "warning"),
)
"""What is written, and on what."""


def luminance(color: Color) -> float:
    """WCAG 2.2, "relative luminance"."""
    channels = (value / 255 for value in color.rgb)
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def variables_of(theme: Theme) -> dict[str, str]:
    """What style sheets are given."""
    return {**theme.to_color_system().generate(), **theme.variables}


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", [colours.name for colours in PALETTES])
def test_all_that_is_read_can_be_read(name: str) -> None:
    variables = variables_of(theme_in_force(Settings(theme=name)))
    least = 7 if name in ENHANCED else 4.5
    pairs = [*((ink, behind) for ink in READ for behind in BEHIND), *LAID_OVER]

    ratios = {(ink, behind): contrast(variables[ink], variables[behind]) for ink, behind in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least} == {}
    assert contrast(variables["foreground"], variables["background"]) >= 7


def test_there_are_dark_and_light_ones_of_high_contrast_and_a_true_black() -> None:
    by_name = {colours.name: colours for colours in PALETTES}
    assert {by_name[name].dark for name in ENHANCED} == {True, False}
    assert by_name["black"].paper == "#000000"
    assert len(THEME_NAMES) == len(set(THEME_NAMES)) >= 8
    assert set(THEME_NAMES) == {*by_name, "ansi"}


@given(st.sampled_from(THEME_NAMES), st.integers(-30, 30))
def test_steps_there_and_back_come_to_the_same_theme(name: str, steps: int) -> None:
    assert step_theme(step_theme(name, steps), -steps) == name


def test_a_theme_we_do_not_know_is_the_first() -> None:
    assert theme_in_force(Settings(theme="mauve")).name == THEME_NAMES[0]
    assert step_theme("mauve", 1) == THEME_NAMES[0]


@pytest.mark.parametrize("name", THEME_NAMES)
def test_over_the_terminals_own_background_no_ground_has_a_colour(name: str) -> None:
    theme = theme_in_force(Settings(theme=name, background="terminal"))
    variables = variables_of(theme)

    assert theme.ansi
    assert {variables[key] for key in ("background", "panel", "surface")} == {"ansi_default"}
    usual = theme_in_force(Settings(theme=name))
    assert set(theme.variables) >= set(usual.variables)


@pytest.mark.parametrize("given", ["", "1", "0"])
def test_no_color_counts_where_it_is_not_empty(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("NO_COLOR", given)
    assert (theme_in_force(Settings(theme="sepia")).name == "sepia") is (not given)


def test_without_colours_no_variable_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = theme_in_force(Settings())
    monkeypatch.setenv("NO_COLOR", "1")
    theme = theme_in_force(Settings())

    variables = variables_of(theme)
    assert {variables[name] for name in (*READ, *BEHIND, "mark", *OTHER_MARKS, "match", "picked")} == {
        "ansi_default"
    }
    assert set(theme.variables) >= set(usual.variables)
