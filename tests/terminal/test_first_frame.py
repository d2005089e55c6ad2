"""Page and library that are there at once at the start, before the app is loaded, which then takes over."""

from __future__ import annotations

import shutil
import signal
import sys
import termios
from typing import TYPE_CHECKING, Any

import pytest
from tests.terminal.pseudo_terminal import READER, Terminal
from tests.terminal.sample_terminal import CTRL_Q, begin, page_text, resumed

from reader.first_frame.kept_frame import PAGE, name_of

if TYPE_CHECKING:
    from pathlib import Path

ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"
TAKEN_OVER = b"\x1b[?2004h"
"""Bracketed paste, which the app alone asks for."""
TIME_LEFT = " left"
"""Is told when the state has been read, some time after the app's own first frame."""
HINTS = "? help"
"""Stand at the end of the library."""
WHOLE = "▾ Fandom"
"""Stands there once the tags are counted, which comes last."""

BUSY = """
import sys, time
from reader.cli import main, obeying

def loading(words):
    print("loading", file=sys.stderr)
    {}

obeying.obey = loading
sys.exit(main(["resume"]))
"""
"""The program with something in place of all that comes after the first frame."""


@pytest.fixture(scope="module")
def left(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the frames of a page that was left for the library, and of the library."""
    folder = shutil.copytree(begun, tmp_path_factory.mktemp("left") / "data")
    (folder / "config.toml").write_text('hints = "never"\n')  # they come with the state, after the frame
    with resumed(folder) as terminal:
        begin(terminal)
        terminal.press("]]  ")
        terminal.press("q")
        terminal.wait(WHOLE)
        terminal.settle()
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end().code == 0
    return folder


def painted(terminal: Terminal, end: str = "page ") -> str:
    """The screen when the first frame is there, up to its end; nothing of the app may be yet."""
    terminal.wait(end)
    while not terminal.output.endswith(b"\x1b[0m"):  # the last of it
        assert terminal.pump(10)
    assert TAKEN_OVER not in terminal.output
    return terminal.text


def cells(terminal: Terminal) -> list[list[Any]]:
    """What stands in every cell, with its look."""
    columns, rows = range(terminal.screen.columns), range(terminal.screen.lines)
    return [[terminal.screen.buffer[row][column] for column in columns] for row in rows]


def unchanged_by_app(terminal: Terminal) -> None:
    """Let the app come, and all that it shows by itself, and see that no cell is another at any time."""
    frame = cells(terminal)
    while terminal.pump(10 if TAKEN_OVER not in terminal.output else 1):
        assert cells(terminal) == frame
    assert terminal.output.count(ENTER) == 1


def test_the_library_is_taken_over_as_well(left: Path) -> None:
    """Comes first: it changes nothing of what the page depends on, and the others change what it does."""
    for keys in ("", "/salt"):
        with Terminal(READER, data_dir=left) as terminal:
            assert WHOLE in painted(terminal, HINTS)
            if keys:
                terminal.send(keys)
                terminal.wait("1 of 1 work")
                terminal.press("\x1b")
            else:
                unchanged_by_app(terminal)
            terminal.send(CTRL_Q)
            assert terminal.wait_for_end().code == 0


def test_the_app_takes_over_without_changing_a_cell_and_with_the_keys_typed_meanwhile(left: Path) -> None:
    with resumed(left) as terminal:
        page = painted(terminal)
        frame = cells(terminal)
        while TIME_LEFT not in terminal.text:
            assert cells(terminal) == frame
            assert terminal.pump(10)
        assert TAKEN_OVER in terminal.output
        assert terminal.output.count(ENTER) == 1
        back, again = terminal.press("b"), terminal.press(" ")
        assert page_text(back) != page_text(page) == page_text(again)
        terminal.send(CTRL_Q)
        ended = terminal.wait_for_end()
    assert ended.code == 0
    assert ended.output.count(LEAVE) == 1

    with resumed(left) as terminal:  # the frame is that of the page left last, by quitting at once this time
        assert page_text(painted(terminal)) == page_text(page)
        terminal.send("b  bb b ")
        terminal.wait(TIME_LEFT)
        assert page_text(terminal.settle()) == page_text(page), "it is turned back as often as on"
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end().code == 0
    assert (left / name_of(PAGE)).exists()


def test_a_file_that_is_known_shows_its_page_at_once(tmp_path: Path) -> None:
    file = tmp_path / "lamp.txt"
    file.write_text("The Lamp\n\n" + "She lit it again, and again it went out.\n\n" * 90, encoding="utf-8")
    for known in (False, True):
        with Terminal((*READER, str(file)), data_dir=tmp_path / "data") as terminal:
            terminal.wait("page ")
            assert (TAKEN_OVER not in terminal.output) is known
            begin(terminal)
            terminal.send(CTRL_Q)
            assert terminal.wait_for_end().code == 0


@pytest.mark.parametrize(
    ("then", "end", "code"),
    [
        ("time.sleep(30)", signal.SIGTERM, 128 + signal.SIGTERM),
        ("time.sleep(30)", signal.SIGHUP, 128 + signal.SIGHUP),
        ("time.sleep(30)", "\x03", 130),
        ("raise RuntimeError('a defect')", "", 1),
        ("from reader.cli.output import complain; complain('no'); return 1", "", 1),
    ],
)
def test_what_ends_the_start_gives_the_terminal_back(
    left: Path, then: str, end: signal.Signals | str, code: int
) -> None:
    with Terminal((sys.executable, "-c", BUSY.format(then)), data_dir=left) as terminal:
        before = termios.tcgetattr(terminal._fd)
        while b"loading" not in terminal.output:
            assert terminal.pump(10)
        assert ENTER in terminal.output
        if isinstance(end, signal.Signals):
            terminal.kill(end)
        elif end:
            terminal.send(f"\x1a\x1c{end}")  # ctrl+z and ctrl+\ wait for the app
        ended = terminal.wait_for_end()
        after = termios.tcgetattr(terminal._fd)

    assert (ended.code, after) == (code, before)
    shown, _, rest = ended.output.partition(LEAVE)
    assert b"Traceback" not in shown
    assert rest.startswith(b"\x1b[?25h")
    assert LEAVE not in rest
