"""What the start before the start understands of a command line is what the command line means."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.cli.arguments import read
from reader.first_frame import painting
from reader.first_frame.kept_frame import LIBRARY, PAGE
from reader.folders import DATA_DIR_VARIABLE, find_folders

if TYPE_CHECKING:
    from pathlib import Path

LOADED = """
import sys
before = set(sys.modules)
from reader.cli import main
for words in (["resume"], []):
    main.__globals__["paint_kept"](words)
print(*sorted(set(sys.modules) - before))
"""
FOR_A_FIRST_FRAME = {
    "__future__",
    "_signal",
    "gc",
    "reader",
    "reader.cli",
    "reader.first_frame",
    "reader.first_frame.conditions",
    "reader.first_frame.held_terminal",
    "reader.first_frame.kept_frame",
    "reader.first_frame.painting",
    "termios",
}


def test_hardly_anything_is_loaded_before_the_first_frame() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)

    assert set(done.stdout.split()) - FOR_A_FIRST_FRAME == set()


@pytest.mark.parametrize(
    "words",
    [
        ["resume"],
        ["--data-dir", "here", "resume"],
        ["--data-dir=~/here", "./lamp.txt"],
        ["lamp.txt"],
        ["a/b"],
        [],
        ["--data-dir", "here"],
        ["--data-dir=here"],
    ],
)
def test_it_is_asked_for_what_the_command_line_asks_for(words: list[str]) -> None:
    asked, request = painting._asked_for(words), read(words)

    assert asked is not None
    data, kind, file = asked
    assert data == str(find_folders(request.data_dir).data)
    assert file == "".join(map(os.path.abspath, getattr(request.arguments, "paths", [])))
    assert request.command is not None
    command = "app:read_files" if file else {PAGE: "app:resume", LIBRARY: "app:library"}[kind]
    assert request.command.runs == command


@pytest.mark.parametrize(
    "words",
    [["list"], ["resume", "x"], ["--data-dir"], ["--data-dir=", "resume"], ["-x.txt"], ["a.txt", "b.txt"]],
)
def test_everything_else_is_left_to_the_command_line(words: list[str]) -> None:
    assert painting._asked_for(words) is None


@pytest.mark.skipif(
    sys.platform == "darwin", reason="there nothing is painted but in a folder that was named"
)
@pytest.mark.parametrize(
    "environment",
    [{}, {"XDG_DATA_HOME": "/somewhere"}, {"XDG_DATA_HOME": " "}, {DATA_DIR_VARIABLE: "~/here"}],
)
def test_the_data_directory_is_where_everything_else_looks_for_it(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    for name in ("XDG_DATA_HOME", DATA_DIR_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert painting._data_folder("") == str(find_folders().data)


def test_without_a_terminal_nothing_is_painted(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    painting.paint_kept(["--data-dir", str(tmp_path), "resume"])
    painting.paint_kept(["--data-dir", str(tmp_path)])

    assert capfd.readouterr() == ("", "")
