"""`reader search`: what it looks through, what it prints, and how it marks what it found."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

    Reader = Callable[..., Said]

SHORE = """The Shore

Chapter 1: Low Tide

The lamp had gone out. Ines lit the lamp again, and the lamp stayed lit until the harbour woke.
"""


@pytest.fixture
def _library(reader: Reader, lighthouse: Path, tmp_path: Path) -> None:
    (tmp_path / "shore.txt").write_text(SHORE)
    assert reader("add", str(lighthouse), str(tmp_path / "shore.txt")).code == 0


def titles(said: Said) -> list[str]:
    assert said.code == 0
    return sorted(work["title"] for work in json.loads(said.out))


@pytest.mark.usefixtures("_library")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["lamp"], ["Nine Letters to a Lighthouse", "The Shore"]),
        (["lamp", "harbour"], ["The Shore"]),
        (["lamp", "-harbour"], ["Nine Letters to a Lighthouse"]),
        (['"opinions about"'], ["Nine Letters to a Lighthouse"]),
        (["opin*"], ["Nine Letters to a Lighthouse"]),
        (["lamp NEAR/0 letter"], []),
        (["lamp", "~9", "letter"], ["Nine Letters to a Lighthouse"]),
        (["lamp", "--in", "shore"], ["The Shore"]),
        (["--in=shore", "--in", "nine letters", "lamp"], ["Nine Letters to a Lighthouse", "The Shore"]),
        (["lamp", "--where", "title:nine"], ["Nine Letters to a Lighthouse"]),
        (["lamp", "--in", "shore", "--where", "title:nine"], []),
        (["--", "--in"], []),
        (['"', "(", "*"], []),
    ],
)
def test_what_is_found(reader: Reader, words: list[str], found: list[str]) -> None:
    assert titles(reader("search", "--json", *words)) == found


@pytest.mark.usefixtures("_library")
@pytest.mark.parametrize(
    ("words", "code"),
    [(["lamp", "--in"], 2), (["lamp", "--where", "(nine"], 2), (["lamp", "--in", "nowhere"], 1), ([], 2)],
)
def test_what_can_not_be_searched_is_said_in_a_line(reader: Reader, words: list[str], code: int) -> None:
    said = reader("search", *words)
    assert said.code == code
    assert len(said.err.splitlines()) == 1
    assert not said.out


@pytest.mark.usefixtures("_library")
def test_in_one_work_nothing_is_left_out(reader: Reader, tmp_path: Path) -> None:
    text = "The Mole\n\n" + "\n\n".join(f"{number}. The buoy rang. " + "Quiet. " * 30 for number in range(8))
    (tmp_path / "mole.txt").write_text(text)
    reader("add", str(tmp_path / "mole.txt"))
    (some,) = json.loads(reader("search", "buoy", "--json").out)
    (every,) = json.loads(reader("search", "buoy", "--json", "--in", "mole").out)
    assert len(some["matches"]) == 3
    assert len(every["matches"]) == 8


@pytest.mark.usefixtures("_library")
@pytest.mark.parametrize("no_colour", [False, True])
def test_matches_are_marked_on_a_terminal(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, no_colour: bool
) -> None:
    assert "\x1b" not in reader("search", "harbour").out
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    marked = "harbour" if no_colour else "\x1b[1mharbour\x1b[0m"
    assert f"until the {marked} woke." in reader("search", "harbour").out


def test_help_says_what_can_be_typed(reader: Reader) -> None:
    said = reader("search", "--help")
    assert "NEAR/10" in said.out
    assert "--where QUERY" in said.out
