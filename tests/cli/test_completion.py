"""Completion: what may be meant at the end of a line, and how each shell comes by it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.commands import COMMANDS
from reader.cli.shell_words import replacement, split_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

WORDS = st.lists(st.text("ab\"'\\ :=é$(", min_size=1, max_size=6), min_size=1, max_size=4)


@given(WORDS)
def test_a_line_is_cut_as_a_shell_cuts_it(words: list[str]) -> None:
    typed = split_line(" ".join(map(shlex.quote, words)))
    assert list(typed.words) == words
    assert not typed.quote


@given(
    st.text("ab\"' :=$", max_size=4), st.text("ab\"'\\ :=é$(", max_size=4), st.sampled_from(["", "'", '"'])
)
def test_what_is_put_in_makes_the_candidate_of_the_line(head: str, rest: str, quote: str) -> None:
    begun = head.replace("'", "").replace('"', "").replace("$", "")
    line = f"reader {quote}{begun}" if quote else f"reader {begun.replace(' ', chr(92) + ' ')}"
    typed = split_line(line)
    put = replacement(begun + rest, typed)
    assert put is not None
    raw_kept = line[: len(line) - len(_replaced(line, typed.quote))]
    assert split_line(f"{raw_kept}{put}{quote}").words[1:] == (begun + rest,)


def _replaced(line: str, quote: str) -> str:
    """What readline replaces of a line: the rest after the last of its word breaks, or after a quote."""
    if quote:
        return line.rpartition(quote)[2]
    place = max(at for at, c in enumerate(line) if c in ":=" or (c == " " and line[at - 1] != "\\"))
    return line[place + 1 :]


def _words(said: Said) -> list[str]:
    return [line.partition("\t")[0] for line in said.out.splitlines()]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("reader ", [command.name for command in COMMANDS]),
        ("reader li", ["list"]),
        ("reader ./s", [":files"]),
        ("reader add x", [":files"]),
        ("reader --data-dir ", [":files"]),
        ("reader text --no", ["--no-notes"]),
        ("reader bookmarks --format=js", ["json"]),
        ("reader bookmarks --format ", ["markdown", "json", "csv"]),
        ("reader set --status fi", ["finished"]),
        ("reader show the s", ["Salt\\ Road"]),
        ("reader show 'The Sa", ["The Salt Road"]),
        ("reader show reader:", ["sample"]),
        ("reader show road", ["reader:sample"]),
        ("reader set sal", ["reader:sample"]),
        ("reader list fandom", ["fandom:", "fandoms:"]),
        ("reader list -fando", ["-fandom:", "-fandoms:"]),
        ("reader list fandom:tide", ["Tidewrack\\ \\(Original\\ Setting\\)"]),
        ("reader list --where", []),
        ("reader search --where complete:", ["yes", "no"]),
        ("reader completion z", ["zsh"]),
        ("reader search lamp", []),
    ],
)
def test_what_bash_is_offered(reader: Callable[..., Said], line: str, wanted: list[str]) -> None:
    said = reader("completion", "line", line)
    assert (said.code, said.err) == (0, "")
    assert [word for word in _words(said) if word != ":nospace"] == wanted


def test_the_library_that_the_line_names_is_asked(
    reader: Callable[..., Said], tmp_path: Path, lighthouse: Path
) -> None:
    other = tmp_path / "other"
    assert reader("--data-dir", str(other), "add", str(lighthouse)).code == 0
    typed = ("--data-dir", str(other), "show", "nine")
    assert _words(reader("completion", "words", "--", *typed)) == ["Nine Letters to a Lighthouse"]
    assert not _words(reader("completion", "words", "--", "show", "nine"))


def test_a_shell_that_is_unknown_is_said_to_be(reader: Callable[..., Said]) -> None:
    said = reader("completion", "tcsh")
    assert said.code == 2
    assert "bash, zsh or fish" in said.err


IN_SHELL = {
    "bash": """source ./script
try() { COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=("$READER"); COMPREPLY=(); _reader; echo "${COMPREPLY[@]}"; }
try "reader list fando"
try "reader show the\\\\ sa"
""",
    "zsh": """compdef() { }
compadd() { print -r -- ${(P)@[-1]} }
source ./script
try() { words=("$READER" "$@"); CURRENT=$#words PREFIX=$words[-1]; _reader }
try list fando
try show 'the\\ sa'
""",
    "fish": """function reader; $READER $argv; end
source script
complete -C "reader list fando"
complete -C "reader show the\\ sa"
""",
}


@pytest.mark.parametrize("shell", IN_SHELL)
def test_each_shell_reads_its_script(shell: str, tmp_path: Path, reader: Callable[..., Said]) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"there is no {shell} on this machine")
    (tmp_path / "script").write_text(reader("completion", shell).out, encoding="utf-8")
    wrapper = tmp_path / "reader"
    wrapper.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m reader "$@"\n', encoding="utf-8")
    wrapper.chmod(0o755)
    bare = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    done = subprocess.run(
        [program, *bare, "-c", IN_SHELL[shell]],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "READER": str(wrapper), "READER_DATA_DIR": str(tmp_path / "data")},
    )
    assert done.stderr == ""
    told = [line.replace("\\", "").partition("\t")[0].strip() for line in done.stdout.splitlines()]
    offered = " | ".join(told)
    assert "fandom:" in offered
    assert told[-1] == "The Salt Road"
