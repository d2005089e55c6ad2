"""`reader config`: what is in force, where it comes from, and what is wrong."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from reader.settings import Settings, read_settings
from reader.ui.keys.contexts import all_commands
from reader.ui.keys.in_force import keys_in_force

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

    Reader = Callable[..., Said]


@pytest.fixture
def file(data: Path) -> Path:
    """The settings file, in a folder that is there."""
    data.mkdir(exist_ok=True)
    return data / "config.toml"


def test_each_setting_says_where_it_comes_from(
    reader: Reader, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text('# mine\nmeasure = 70\nnotes = "shown"\n[keys]\nundo = ["U", "?"]\n', encoding="utf-8")
    monkeypatch.setenv("NO_COLOR", "1")

    said = reader("config")

    assert said.code == 0
    for line in (
        "measure = 70  # line 2",
        'notes = "shown"  # line 3',
        'spread = "auto"  # default',
        'undo = ["U", "?"]  # line 5',
    ):
        assert f"{line}\n" in said.out
    assert "NO_COLOR" in next(line for line in said.out.splitlines() if line.startswith("theme"))
    assert str(file) in said.out.splitlines()[0]
    assert tomllib.loads(said.out)["measure"] == 70


def test_a_file_is_written_once_and_changes_nothing(reader: Reader, file: Path) -> None:
    assert "reader config --init" in reader("config").out
    assert reader("config", "--init").code == 0
    assert read_settings(file) == (Settings(), [])
    assert all(f"# {name} = [" in file.read_text(encoding="utf-8") for name in all_commands())
    assert reader("config", "--init").code == 1


def test_the_keys_of_the_written_file_are_the_default_ones(reader: Reader, file: Path) -> None:
    reader("config", "--init")
    table = file.read_text(encoding="utf-8").partition("# [keys]")[2]
    lines = [line.removeprefix("# ") for line in table.splitlines() if " = [" in line]
    file.write_text("\n".join(["[keys]", *lines]), encoding="utf-8")

    settings, warnings = read_settings(file)

    assert warnings == []
    assert set(settings.keys) == set(all_commands())
    advertised = {name: command.keys_in() for name, command in all_commands().items()}
    in_force = {name: command.keys_in(keys_in_force(settings)) for name, command in all_commands().items()}
    assert in_force == advertised
    assert reader("config").err == ""


def test_all_that_is_wrong_is_told_with_its_place(reader: Reader, file: Path) -> None:
    file.write_text(
        'mesure = 1\n[keys]\nundo = ["j", "shift+a"]\nnext-page = ["space", "j"]\nnxt-scene = []\n',
        encoding="utf-8",
    )

    said = reader("config")

    assert said.code == 1
    told = sorted(said.err.splitlines())
    assert [line.partition(": ")[2].removeprefix(f"{file}, ").partition(": ")[0] for line in told] == [
        "line 1, column 1",
        "line 3, column 14",
        "line 4, column 23",
        "line 5, column 1",
    ]
    assert "undo" in told[2]
    assert "line 3" in told[2].partition("column")[2]
    assert "next-scene" in told[3]


def test_the_keys_of_all_commands_are_shown_with_who_gave_them(reader: Reader, file: Path) -> None:
    file.write_text('keymap = "vim"\n[keys]\ntoggle-mark = ["b", "n"]\n', encoding="utf-8")

    lines = reader("config", "--keys").out.splitlines()

    assert 'toggle-mark = ["b", "n"]  # line 3' in lines
    assert 'find-next = ["*"]  # keymap "vim"; n is toggle-mark on the page' in lines
    assert 'choose-passage = ["v"]  # default' in lines
    assert {*tomllib.loads("\n".join(lines))["keys"]} == {*all_commands()}


def test_keys_are_told_of_without_the_terminal_app(file: Path) -> None:
    code = "import sys; from reader.cli import main; main(sys.argv[1:]); print('textual' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, "--data-dir", str(file.parent), "config", "--keys"],
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.splitlines()[-1] == "False"
    assert "--data-dir" in done.stdout.splitlines()[0]


def test_what_is_wrong_with_own_themes_is_told(reader: Reader, file: Path) -> None:
    (file.parent / "themes").mkdir()
    (file.parent / "themes" / "plum.toml").write_text('\npaper = "red"\n', encoding="utf-8")

    said = reader("config")

    assert said.code == 1
    assert "plum.toml, line 2, column 9: paper must be a colour" in said.err
