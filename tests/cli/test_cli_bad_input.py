from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

    Reader = Callable[..., Said]


def fails_in_one_line(said: Said, path: Path) -> None:
    assert said.code == 1
    lines = said.err.splitlines()
    assert len(lines) == 1
    assert path.name in lines[0]
    assert "Traceback" not in said.err


def test_no_such_file(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "gone.html"

    fails_in_one_line(reader("add", str(path)), path)
    fails_in_one_line(reader(str(path)), path)


@pytest.mark.parametrize("words", [("add", ""), ("",)])
def test_an_empty_path_is_not_the_folder_one_is_in(reader: Reader, words: tuple[str, ...]) -> None:
    said = reader(*words)

    assert said.code == 2
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize("words", [("add",), ("add", "-"), ()], ids=" ".join)
def test_a_name_that_no_file_can_have_is_no_such_file(reader: Reader, words: tuple[str, ...]) -> None:
    said = reader(*words, "x" * 300)

    assert said.code == 1
    assert "unexpected" not in said.err
    assert len(said.err.splitlines()) == max(1, len(words))


def test_a_folder_without_works(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.mkdir()

    fails_in_one_line(reader("add", str(path)), path)


def test_an_empty_file(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()

    fails_in_one_line(reader("add", str(path)), path)


def test_a_binary_file_with_the_name_of_a_text(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(5000))

    fails_in_one_line(reader("add", str(path)), path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_one_may_not_read(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("Some words.\n", encoding="utf-8")
    path.chmod(0)

    fails_in_one_line(reader("add", str(path)), path)


@pytest.mark.parametrize("name", ["broken.epub", "broken.zip"])
def test_a_broken_archive(reader: Reader, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04" + random.Random(2).randbytes(500))

    fails_in_one_line(reader("add", str(path)), path)


def test_a_page_that_is_no_work_is_read_as_text_with_its_title(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><title>On Knots</title></head><body><p>A bowline first.</p></body></html>",
        encoding="utf-8",
    )

    assert reader("add", str(path)).code == 0
    assert "On Knots" in reader("list").out
    assert "A bowline first." in reader("text", "knots").out


def test_the_rest_of_a_batch_goes_on(reader: Reader, lighthouse: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()

    said = reader("add", str(tmp_path / "gone.txt"), str(empty), str(lighthouse))

    assert said.code == 1
    assert len(said.err.splitlines()) == 2
    assert "1 added, 2 failed" in said.out
    assert "Nine Letters" in reader("list").out


@pytest.mark.parametrize("words", [("list",), ("add", "x.txt"), ("show", "x"), ("doctor",), ("bookmarks",)])
def test_a_data_directory_that_cannot_be_made(reader: Reader, data: Path, words: tuple[str, ...]) -> None:
    data.parent.mkdir(parents=True, exist_ok=True)
    data.write_text("a file is in the way\n", encoding="utf-8")

    fails_in_one_line(reader(*words), data)


def test_a_name_that_is_not_utf8_is_shown_escaped(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("The Café\n\nIt was closed. She sat down on the step and waited.\n", encoding="utf-8")

    said = reader("add", str(path))

    assert said.code == 0
    assert "caf\\xe9.txt" in reader("list", "--json").out.replace("\\\\", "\\")
    assert "caf\\xe9.txt" in reader("show", "Café").out


def test_control_sequences_in_a_file_never_reach_the_terminal(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "evil.html"
    path.write_text(
        "<title>[bold]Evil\x1b]0;owned\x07</title><p>Red \x1b[31mink&#27;[1m\u009b2J and more of it.</p>",
        encoding="utf-8",
    )

    said = [reader("add", str(path)), reader("list"), reader("show", "evil"), reader("text", "evil")]

    assert all(one.code == 0 for one in said)
    for one in said:
        assert not set(one.out) & {"\x1b", "\x9b", "\x07"}
    assert "[bold]Evil" in said[1].out


def test_a_broken_state_stops_nobody_from_listing(reader: Reader, lighthouse: Path, data: Path) -> None:
    reader("add", str(lighthouse))
    (data / "state.toml").write_text("format = ", encoding="utf-8")

    said = reader("list")

    assert said.code == 0
    assert "Nine Letters" in said.out
    (aside,) = [path.name for path in data.glob("state*") if path.read_bytes() == b"format = "]
    assert aside in said.err
    assert reader("list").err == ""


def test_a_newer_state_is_read_past_and_never_written(reader: Reader, lighthouse: Path, data: Path) -> None:
    data.mkdir()
    newer = 'format = 99\n[works."ao3:1"]\ntitle = "From the future"\n'
    (data / "state.toml").write_text(newer, encoding="utf-8")

    reader("add", str(lighthouse))

    assert "Nine Letters" in reader("list").out
    assert (data / "state.toml").read_text(encoding="utf-8") == newer
    refused = reader("set", "lighthouse", "--status", "paused")
    assert (refused.code, refused.out, refused.err.count("\n")) == (1, "", 1)
