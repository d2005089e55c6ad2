"""A copied passage goes to the terminal and to the system's program, whatever becomes of that."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest
from textual.app import App

from reader.ui.passages import clipboard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_TEXT = "“Salt,” said Inês.\n漢字 \x1b[31m"
_WAYLAND, _X11 = {"WAYLAND_DISPLAY": "wayland-0"}, {"DISPLAY": ":0"}
_XCLIP, _XSEL = ("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")
_WSL = {"WSL_DISTRO_NAME": "Debian"}


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of fake programs, the only one on the path."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    return folder


def put(folder: Path, name: str, *lines: str) -> Path:
    """A program that does what some lines of Python say; where it puts what it took."""
    taken = folder / f"{name}.taken"
    body = "\n".join(("import sys, time", f"taken = {str(taken)!r}", *lines))
    program = folder / name
    program.write_text(f"#!{sys.executable}\n{body}\n", encoding="utf-8")
    program.chmod(0o755)
    return taken


_TAKE = "open(taken, 'wb').write(' '.join(sys.argv[1:]).encode() + b'|' + sys.stdin.buffer.read())"


@pytest.mark.parametrize(
    ("there", "environment", "platform", "meant"),
    [
        (["wl-copy", "xclip", "xsel"], _WAYLAND | _X11, "linux", ("wl-copy",)),
        (["xclip", "xsel"], _WAYLAND | _X11, "linux", _XCLIP),
        (["xsel"], _X11, "linux", _XSEL),
        (["wl-copy", "xclip", "xsel"], {}, "linux", ()),
        (["pbcopy"], {}, "darwin", ("pbcopy",)),
        (["pbcopy"], _X11, "linux", ()),
        (["clip.exe"], _WSL, "linux", ("clip.exe",)),
        (["clip.exe"], {}, "linux", ()),
        ([], _WAYLAND | _X11 | _WSL, "darwin", ()),
    ],
)
def test_the_program_of_the_session_is_taken(
    programs: Path, there: list[str], environment: Mapping[str, str], platform: str, meant: Sequence[str]
) -> None:
    for name in there:
        put(programs, name, _TAKE)
    assert clipboard.program(environment, platform) == meant


@pytest.mark.parametrize(("name", "given"), [("wl-copy", ""), ("xclip", "-selection clipboard")])
async def test_the_text_reaches_the_program_and_the_terminal(
    programs: Path, monkeypatch: pytest.MonkeyPatch, name: str, given: str
) -> None:
    taken = put(programs, name, _TAKE)
    monkeypatch.setenv("WAYLAND_DISPLAY" if name == "wl-copy" else "DISPLAY", "0")
    app: App[int] = App()
    async with app.run_test():
        await clipboard.copy(app, _TEXT)
        assert app.clipboard == _TEXT
    assert taken.read_bytes() == f"{given}|{_TEXT}".encode()


def test_the_clipboard_of_windows_is_given_its_own_encoding(programs: Path) -> None:
    taken = put(programs, "clip.exe", _TAKE)
    clipboard.give(("clip.exe",), _TEXT)
    assert taken.read_bytes() == b"|" + _TEXT.encode("utf-16")


@pytest.mark.parametrize(
    "lines",
    [("time.sleep(60)",), ("sys.exit(3)",), ("sys.stdin.close()", "sys.exit()"), ("this is no program",)],
)
def test_a_program_that_hangs_or_fails_does_no_harm(
    programs: Path, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...]
) -> None:
    monkeypatch.setattr(clipboard, "_SECONDS", 0.3)
    put(programs, "xclip", *lines)
    began = time.monotonic()
    clipboard.give(_XCLIP, _TEXT * 10_000)
    assert time.monotonic() - began < 20


def test_a_program_that_stays_in_the_background_is_not_waited_for(programs: Path) -> None:
    """As xclip does, which serves the clipboard until another takes it."""
    put(programs, "xclip", "import os", "sys.stdin.read()", "os.fork() or time.sleep(8)")
    began = time.monotonic()
    clipboard.give(_XCLIP, _TEXT)
    assert time.monotonic() - began < 6


def test_a_program_that_is_gone_does_no_harm(programs: Path) -> None:
    clipboard.give(_XSEL, _TEXT)
    assert not list(programs.iterdir())
