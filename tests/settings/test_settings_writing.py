"""Writing settings into a file that its reader has written into as well."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest
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
    assert read_settings(path) == (before._replace(**wanted), [])
    assert others(written, changes) == others(text, changes)
    for line in text.splitlines():
        assert line.partition("#")[2] in written

    save_settings(path, dict.fromkeys(changes))
    assert others(path.read_bytes().decode(), changes) == others(text, changes)
    assert read_settings(path)[0] == before._replace(**{key: getattr(Settings(), key) for key in changes})


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
    for name in Settings._fields:
        assert name in commented()


def test_the_commented_file_without_its_comment_signs_is_valid(tmp_path: Path) -> None:
    lines = [
        line.removeprefix("# ") for line in commented().splitlines() if "=" in line or line.startswith("# [")
    ]
    values = tomllib.loads("\n".join(lines))
    assert set(values) == {*Settings._fields}
