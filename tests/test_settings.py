from __future__ import annotations

import json
import tomllib
from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING, Any

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from reader.settings import (
    Settings,
    SettingsError,
    commented,
    read_settings,
    save_setting,
    save_settings,
    taken,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_no_file_means_defaults_without_a_warning(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "config.toml") == (Settings(), [])


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    changed = Settings(
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
    assert all(getattr(changed, f.name) != getattr(Settings(), f.name) for f in fields(Settings))
    lines = [f"{name} = {json.dumps(value)}" for name, value in asdict(changed).items() if name != "keys"]
    path.write_text("\n".join([*lines, '[keys]\nnext-page = "space"\n']), encoding="utf-8")

    settings, warnings = read_settings(path)

    assert warnings == []
    assert settings == changed
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


@given(st.dictionaries(st.sampled_from([f.name for f in fields(Settings)]) | st.text(), TOML_VALUES))
def test_any_value_is_taken_or_warned_of(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "config.toml"
    path.write_text(tomlkit.dumps(values), encoding="utf-8")

    settings, warnings = read_settings(path)

    kept = {key for key in values if key in asdict(settings) and was_taken(settings, key, values[key])}
    assert len(warnings) >= len(values) - len(kept)
    assert all("\n" not in warning for warning in warnings)
    assert all(f"{path}, line " in warning for warning in warnings)
    kept |= {"keys"} & {*values}  # a table of which each entry is taken or warned of
    assert replace(settings, **{key: getattr(Settings(), key) for key in kept}) == Settings()


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


def test_saving_keeps_comments_and_other_values(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('# mine\ntheme = "dark" # at night\n\n[keys]\nquit = "q"\n', encoding="utf-8")

    save_setting(path, "theme", "light")
    save_setting(path, "measure", 70)

    text = path.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# at night" in text
    assert read_settings(path) == (Settings(theme="light", measure=70, keys={"quit": "q"}), [])
    assert list(tmp_path.iterdir()) == [path]


SAVED = st.fixed_dictionaries(
    {},
    optional={
        "theme": st.sampled_from(["light", "sepia"]),
        "measure": st.integers(20, 160),
        "hyphenation": st.booleans(),
        "folders": st.lists(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip), max_size=3),
    },
)
LINES = st.lists(
    st.sampled_from(
        ["", "# a comment", "  # another", "theme = 'dark' # at night", "measure=66", 'notes  =  "shown"  ']
    ),
    unique=True,
)


@given(
    LINES, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "[keys] # mine\nquit = [ 'x' , ]\n"]), SAVED
)
def test_writing_a_setting_leaves_all_else_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory,
    lines: list[str],
    end: str,
    keys: str,
    changes: dict[str, str | bool | int | list[str]],
) -> None:
    path = tmp_path_factory.mktemp("settings") / "config.toml"
    text = "".join(line + end for line in [*lines, *keys.splitlines()])
    path.write_bytes(text.encode())
    before = read_settings(path)[0]

    save_settings(path, changes)
    written = path.read_bytes().decode()

    wanted: dict[str, Any] = {key: taken(key, value) for key, value in changes.items()}
    assert read_settings(path) == (replace(before, **wanted), [])
    assert others(written, changes) == others(text, changes)
    for line in text.splitlines():
        assert line.partition("#")[2] in written

    save_settings(path, dict.fromkeys(changes))
    assert others(path.read_bytes().decode(), changes) == others(text, changes)
    assert read_settings(path)[0] == replace(before, **{key: getattr(Settings(), key) for key in changes})


def others(text: str, changes: dict[str, str | bool | int | list[str]]) -> list[str]:
    """The lines that are not those of a setting that was changed, and not blank."""
    lines = [f"{line}\n" for line in text.split("\n")]
    return [line for line in lines if line.strip() and line.partition("=")[0].strip() not in changes]


def test_own_keys_are_written_and_taken_out_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    text = 'theme = "dark"\n\n[keys]\nundo = ["U"] # mine\n'
    path.write_text(text, encoding="utf-8")

    save_settings(path, {}, {"next-page": ["space", ","]})
    assert read_settings(path)[0].keys == {"undo": "U", "next-page": "space,comma"}
    save_settings(path, {}, {"next-page": None})
    assert path.read_text(encoding="utf-8") == text
    save_settings(path, {}, {"undo": []})
    assert read_settings(path)[0].keys == {"undo": ""}
    assert "# mine" in path.read_text(encoding="utf-8")


def test_own_keys_come_into_a_file_of_comments_alone(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(commented(), encoding="utf-8")

    save_settings(path, {}, {"undo": ["U"]})
    save_setting(path, "measure", 70)

    assert read_settings(path) == (Settings(measure=70, keys={"undo": "U"}), [])
    assert commented() in path.read_text(encoding="utf-8")


def test_saving_makes_the_folder_and_writes_through_a_link(tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "reader.toml"
    link = tmp_path / "config.toml"
    link.symlink_to(kept)

    save_setting(link, "notes", "hidden")

    assert link.is_symlink()
    assert read_settings(kept)[0] == Settings(notes="hidden")


def test_saving_refuses_wrong_values_and_leaves_a_broken_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("theme = ", encoding="utf-8")

    with pytest.raises(SettingsError):
        save_setting(path, "measure", 4)
    with pytest.raises(SettingsError):
        save_setting(path, "measure", 60)

    assert path.read_text(encoding="utf-8") == "theme = "


def test_the_commented_file_names_every_setting_and_changes_none(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(commented(), encoding="utf-8")

    assert read_settings(path) == (Settings(), [])
    for setting in fields(Settings):
        assert setting.name in commented()


def test_the_commented_file_without_its_comment_signs_is_valid(tmp_path: Path) -> None:
    lines = [
        line.removeprefix("# ") for line in commented().splitlines() if "=" in line or line.startswith("# [")
    ]
    values = tomllib.loads("\n".join(lines))
    assert set(values) == {setting.name for setting in fields(Settings)}
