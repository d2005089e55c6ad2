"""Themes of the reader's own: what their files say, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.settings import CHOICES, Settings
from reader.settings.own_themes import COLOURS, own_theme_warnings
from reader.ui.themes import theme_in_force, theme_names
from reader.ui.themes.own import own_colours
from reader.ui.themes.palettes import PALETTES

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.themes.colours import Colours


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A settings folder with a place for themes."""
    (tmp_path / "themes").mkdir()
    return tmp_path


def write(config: Path, text: str, name: str = "plum") -> None:
    (config / "themes" / f"{name}.toml").write_text(text, encoding="utf-8")


def as_toml(colours: Colours) -> str:
    """A theme as its file would say all of it."""
    lines = [f'{name} = "{getattr(colours, name)}"' for name in COLOURS]
    marks = ", ".join(f'"{mark}"' for mark in colours.other_marks)
    flags = [f"{name} = {str(getattr(colours, name)).lower()}" for name in ("dark", "underlines_marks")]
    return "\n".join([*lines, f"other_marks = [{marks}]", *flags])


@pytest.mark.parametrize("colours", PALETTES, ids=lambda colours: colours.name)
def test_a_file_can_say_all_that_a_theme_of_ours_does(config: Path, colours: Colours) -> None:
    write(config, as_toml(colours))
    assert own_colours(config, "plum") == (colours._replace(name="plum"), [])


@given(st.sampled_from([colours.name for colours in PALETTES]), st.sampled_from(COLOURS))
def test_what_is_not_said_is_as_in_the_theme_it_is_like(
    tmp_path_factory: pytest.TempPathFactory, like: str, name: str
) -> None:
    config = tmp_path_factory.mktemp("settings")
    (config / "themes").mkdir()
    write(config, f'like = "{like}"\n{name} = "#ABC"\n')
    base = next(colours for colours in PALETTES if colours.name == like)

    colours, warnings = own_colours(config, "plum")

    assert warnings == []
    assert colours is not None
    assert getattr(colours, name) == "#aabbcc"
    if name == "paper":  # which the panel lies on
        assert colours.panel not in (base.panel, colours.paper)
        colours = colours._replace(panel=base.panel)
    assert colours._replace(name=like, dark=base.dark, **{name: getattr(base, name)}) == base


@pytest.mark.parametrize(("paper", "dark"), [("#102030", True), ("#f4f0e8", False)])
def test_a_theme_is_as_dark_as_its_paper(config: Path, paper: str, dark: bool) -> None:
    write(config, f'paper = "{paper}"\n')
    colours, _ = own_colours(config, "plum")
    assert colours is not None
    assert colours.dark is dark


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('# mine\npaper = "red"\n', "line 2, column 9: paper must be a colour"),
        ("ink = 3\n", "line 1, column 7: ink must be a colour"),
        ('papr = "#000000"\n', "line 1, column 1: a theme has nothing called “papr”; did you mean paper?"),
        ('other_marks = ["#000000"]\n', "line 1, column 15: other_marks must be five colours"),
        ('other_marks = ["#000", "#000", "#00", "#000", "#000"]\n', "line 1, column 32: other_marks must be"),
        ('like = "sepa"\n', "line 1, column 8: like must be one of Reader’s themes; did you mean sepia?"),
        ("dark = 1\n", "line 1, column 8: dark must be true or false"),
        ("paper = \n", "line 1, column 9: this is not valid TOML"),
    ],
)
def test_what_is_wrong_in_a_theme_is_told_with_its_place(config: Path, text: str, told: str) -> None:
    write(config, text)
    (warning,) = own_theme_warnings(config)
    assert f"{config / 'themes' / 'plum.toml'}, {told}" in warning


@given(st.binary(max_size=60))
def test_no_file_however_broken_raises(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    config = tmp_path_factory.mktemp("settings")
    (config / "themes").mkdir()
    (config / "themes" / "plum.toml").write_bytes(data)

    assert theme_in_force(Settings(theme="plum"), config).name
    assert all("\n" not in warning for warning in own_theme_warnings(config))


def test_own_themes_come_after_ours_and_never_in_their_place(config: Path) -> None:
    write(config, 'paper = "#ff0000"\n', "dark")
    write(config, 'paper = "#2b1d2e"\n')
    write(config, "", "not a name!")

    assert theme_names(config) == (*CHOICES["theme"], "plum")
    assert theme_in_force(Settings(), config) == theme_in_force(Settings())
    assert theme_in_force(Settings(theme="plum"), config).background == "#2b1d2e"
    assert "dark is a theme of Reader’s" in own_theme_warnings(config)[0]
