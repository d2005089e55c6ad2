"""The manual page says what the program is, and is sound troff."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from reader.cli.commands import COMMANDS
from reader.cli.man_page import PAGE, man_page


def test_the_manual_page_is_up_to_date() -> None:
    told = "to write it anew: python -m reader.cli.man_page"
    assert PAGE.read_text(encoding="utf-8") == man_page(), told


def test_a_wheel_puts_it_where_man_looks() -> None:
    root = Path(__file__).parents[2]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert {root / source: target for source, target in shared.items()} == {PAGE: "share/man/man1/reader.1"}


def test_every_command_and_option_is_in_it() -> None:
    page = man_page().replace("\\-", "-")
    for command in COMMANDS:
        assert f".SS reader {command.name}" in page
        for option in command.options:
            assert option.names[0].startswith("-") <= (option.names[0] in page)


def test_lines_are_macros_or_text() -> None:
    known = {"TH", "SH", "SS", "PP", "TP", "RS", "RE", "nf", "fi", "B"}
    assert set(re.findall(r"^[.'](\w+)", man_page(), re.MULTILINE)) <= known


def test_troff_has_nothing_to_say_against_it() -> None:
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("there is no groff on this machine")
    done = subprocess.run(
        [groff, "-man", "-ww", "-z", "-Kutf8", "-Tutf8"],
        input=man_page(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
