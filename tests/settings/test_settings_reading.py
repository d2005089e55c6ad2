"""Reading settings: what is wrong costs only itself, and is told with its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from reader.settings import (
    Settings,
    SettingsError,
    read_settings,
    save_setting,
    taken,
)

if TYPE_CHECKING:
    from pathlib import Path


CHANGED = Settings(
    theme="sepia",
    background="terminal",
    measure=72,
    paragraphs="blank",
    line_spacing=2,
    margin_rows=3,
    margin_cells=0,
    setting="justified",
    hyphenation=False,
    breaks="greedy",
    spread="never",
    notes="folded",
    turn_right_to_left=True,
    signs="plain",
    ambiguous="wide",
    only_page=True,
    keep_originals=False,
    largest_original_mb=5,
    state_folder="~/Sync",
    folders=("/a", "/b"),
    look_at_start=False,
    hide=("rating:E",),
    hidden_works="remove",
    sort="title",
    sort_turned=True,
    list_view="blurbs",
    hints="always",
    keymap="vim",
    keys={"next-page": "space"},
)


def test_no_file_means_defaults_without_a_warning(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "config.toml") == (Settings(), [])


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    assert all(getattr(CHANGED, name) != getattr(Settings(), name) for name in Settings._fields)
    lines = [f"{name} = {json.dumps(value)}" for name, value in CHANGED._asdict().items() if name != "keys"]
    path.write_text("\n".join([*lines, '[keys]\nnext-page = "space"\n']), encoding="utf-8")

    settings, warnings = read_settings(path)

    assert warnings == []
    assert settings == CHANGED
    assert not settings.indent


@pytest.mark.parametrize(("old", "new"), [("true", "shown"), ("false", "hidden")])
def test_notes_may_still_be_true_or_false(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f"notes = {old}\n", encoding="utf-8")

    assert read_settings(path) == (Settings(notes=new), [])


@pytest.mark.parametrize(
    "line",
    [
        "measure = 5000",
        "measure = true",
        'measure = "66"',
        'paragraphs = "none"',
        'setting = "centred"',
        "hyphenation = 1",
        'breaks = "best"',
        "notes = 1",
        "folders = [1]",
        'folders = "/a"',
        "theme = ''",
        "theme = 'mauve'",
        "keys = {next-page = 3}",
        "mesure = 60",
        "line_spacing = true",
        "line_spacing = 3",
        "margin_rows = -1",
        "margin_cells = 41",
        "margin_cells = 2.0",
        "spread = true",
        'background = ""',
        "only_page = 1",
        "measure = 2026-11-21",
        '"a\\nb" = 1',
    ],
)
def test_a_wrong_value_is_warned_of_in_one_line_and_costs_only_itself(tmp_path: Path, line: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f"largest_original_mb = 7\n{line}\n", encoding="utf-8")

    settings, warnings = read_settings(path)

    assert settings == Settings(largest_original_mb=7)
    assert len(warnings) == 1
    assert str(path) in warnings[0]
    assert "\n" not in warnings[0]


@given(st.binary(max_size=60))
def test_no_file_however_broken_raises(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("settings") / "config.toml"
    path.write_bytes(data)

    settings, warnings = read_settings(path)

    assert isinstance(settings, Settings)
    assert all("\n" not in warning for warning in warnings)


TOML_VALUES = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text() | st.datetimes() | st.dates() | st.times(),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(), values, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(Settings._fields) | st.text(), TOML_VALUES))
def test_any_value_is_taken_or_warned_of(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "config.toml"
    path.write_text(tomlkit.dumps(values), encoding="utf-8")

    settings, warnings = read_settings(path)

    kept = {key for key in values if key in Settings._fields and was_taken(settings, key, values[key])}
    assert len(warnings) >= len(values) - len(kept)
    assert all("\n" not in warning for warning in warnings)
    assert all(f"{path}, line " in warning for warning in warnings)
    kept |= {"keys"} & {*values}  # a table of which each entry is taken or warned of
    assert settings._replace(**{key: getattr(Settings(), key) for key in kept}) == Settings()


def was_taken(settings: Settings, key: str, value: object) -> bool:
    try:
        return bool(getattr(settings, key) == taken(key, value))
    except ValueError:
        return False


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "# mine\n  mesure = 70\n",
            ['line 2, column 3: there is no setting "mesure"; did you mean measure?'],
        ),
        ('notes = "foldd"\n', ["line 1, column 9: notes must be", "did you mean folded?"]),
        ("measure = [\n 5000]\n", ["line 1, column 11: measure must be a whole number from 20 to 160"]),
        ('theme = "mauve"', ['line 1, column 9: there is no theme "mauve", nor a file', "mauve.toml"]),
        ('theme = "sepa"', ["did you mean sepia?"]),
        ('[keys]\nnext-page = ["j"]\nundo = [3]\n', ['line 3, column 8: the keys of "undo" must be a list']),
        (
            'measure = 70\ntheme = "dark',
            ["line 2, column 14: this is not valid TOML", "defaults are in force"],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_what_was_meant(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")

    (warning,) = read_settings(path)[1]

    assert all(words in warning for words in told), warning


def test_all_that_is_wrong_is_told_and_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        'mesure = 1\nnotes = 2\nmeasure = 70\n[keys]\nundo = 3\nquit = []\ngo-to = ["g", ","]',
        encoding="utf-8",
    )

    settings, warnings = read_settings(path)

    assert settings == Settings(measure=70, keys={"quit": "", "go-to": "g,comma"})
    assert [warning.partition("line ")[2][0] for warning in warnings] == ["1", "2", "5"]


def test_a_theme_of_ones_own_can_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('theme = "mauve"\n', encoding="utf-8")
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "mauve.toml").touch()

    assert read_settings(path) == (Settings(theme="mauve"), [])


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, f"measure = {'9' * 10_000}"])
def test_nesting_and_numbers_without_end_are_warned_of(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")

    settings, warnings = read_settings(path)

    assert settings == Settings()
    assert len(warnings) == 1
    with pytest.raises(SettingsError):
        save_setting(path, "measure", 60)
    assert path.read_text(encoding="utf-8") == text
