"""The library as it was left, at the next start: no cell changes, whatever was done before it was left."""

from __future__ import annotations

import random
import signal
import termios
from typing import TYPE_CHECKING

import pytest
from tests.library.zipf_library import fill
from tests.terminal.pseudo_terminal import READER, Terminal
from tests.terminal.sample_terminal import CTRL_Q

from reader.folders import find_folders
from reader.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.long

ENTER, LEAVE, TAKEN_OVER = b"\x1b[?1049h", b"\x1b[?1049l", b"\x1b[?2004h"
PAGE_DOWN = "\x1b[6~"
WAYS = ("j", "k", "G", "g", PAGE_DOWN, "b", "S", "\rq", "\tG\r\t", "x", "/sea\x1b", " \x1b", "C q")
"""What a reader may do in the library, and come back to it as a start shows it."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with more works than any screen shows."""
    workspace = Workspace(find_folders(tmp_path))
    fill(workspace.catalogue, 300)
    workspace.close()
    return tmp_path


def left(data: Path, size: tuple[int, int], keys: list[str]) -> None:
    """Have the library shown, something done there, and the library left."""
    with Terminal(READER, data_dir=data, columns=size[0], rows=size[1]) as terminal:
        terminal.wait("▾ Fandom")
        terminal.settle(0.5)
        for key in keys:
            for part in key.replace("\x1b[", "\0").replace("\x1b", " \x1b").split(" "):
                terminal.press(part.replace("\0", "\x1b["))
        terminal.settle(1.0)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end().code == 0


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_no_cell_changes_when_the_app_takes_over(data: Path, size: tuple[int, int]) -> None:
    chance = random.Random(7)
    for _ in range(12):
        keys = chance.choices(WAYS, k=3)
        left(data, size, keys)
        with Terminal(READER, data_dir=data, columns=size[0], rows=size[1]) as terminal:
            terminal.wait("▾ Fandom")
            terminal.wait(lambda screen: bool(screen.split("\n")[-1].strip()))
            while not terminal.output.endswith(b"\x1b[0m"):
                assert terminal.pump(10)
            assert TAKEN_OVER not in terminal.output, keys
            cells = [dict(row) for row in terminal.screen.buffer.values()]
            while terminal.pump(10 if TAKEN_OVER not in terminal.output else 1.5):
                assert [dict(row) for row in terminal.screen.buffer.values()] == cells, keys
            terminal.send(CTRL_Q)
            assert terminal.wait_for_end().code == 0


def test_whatever_ends_it_meanwhile_the_terminal_is_sane(data: Path) -> None:
    chance = random.Random(11)
    for _ in range(15):
        left(data, (80, 24), [])
        with Terminal(READER, data_dir=data) as terminal:
            before = termios.tcgetattr(terminal._fd)
            while ENTER not in terminal.output:
                assert terminal.pump(10)
            waits = chance.uniform(0, 0.6)
            while waits > 0 and terminal.pump(waits):
                waits -= 0.02
            terminal.kill(chance.choice((signal.SIGTERM, signal.SIGHUP)))
            ended = terminal.wait_for_end()
            assert termios.tcgetattr(terminal._fd) == before
        assert ended.code in (0, 128 + signal.SIGTERM, 128 + signal.SIGHUP)
        assert ended.output.count(ENTER) == ended.output.count(LEAVE) == 1
        assert b"Traceback" not in ended.output
