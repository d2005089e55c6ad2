"""Programs in a pseudo-terminal: when their first text comes, when they answer keys, what a page takes."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.terminal.pseudo_terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_QUIET = 0.04
"""Seconds of silence after which the answer to a key is taken to be complete."""
_LOADED = 2.0
"""Seconds of silence after which nothing more is loaded: a first frame may come long before all the rest."""
_LONGEST = 30.0


@dataclass(frozen=True, slots=True)
class Start:
    """A start of a program."""

    shown: float
    """Milliseconds until its first text had come."""
    answered: float
    """Milliseconds until a key that was typed at once had its answer; as `shown` where none was typed."""
    busy: float
    """Milliseconds of a processor that all its threads had used by then."""
    memory: float
    """Megabytes at most, once it was quiet."""


@dataclass(frozen=True, slots=True)
class Turns:
    """Answers to keys."""

    times: Sequence[float]
    """Milliseconds from each key to the last byte of its answer."""
    sizes: Sequence[float]
    """Bytes of each answer."""


def start(
    argv: Sequence[str],
    shown: str,
    *,
    data_dir: Path | None = None,
    key: str = "",
    answer: str = "",
    quit_key: str = "\x11",
    size: tuple[int, int] = (120, 40),
) -> Start:
    """Start a program and wait for its first text, and for the answer to a key."""
    began = time.perf_counter()
    with _terminal(argv, size, data_dir) as terminal:
        if key:
            terminal.send(key)
        at = _wait(terminal, shown.encode())
        answered = _wait(terminal, answer.encode()) if answer else at
        busy = _busy(terminal.pid)
        terminal.settle(_LOADED, 4 * _LOADED)
        memory = _peak(terminal.pid)
        _quit(terminal, quit_key)
    return Start((at - began) * 1000, (answered - began) * 1000, busy, memory)


def turns(
    argv: Sequence[str],
    shown: str,
    keys: Callable[[int], str],
    count: int,
    *,
    data_dir: Path | None = None,
    quit_key: str = "\x11",
    size: tuple[int, int] = (120, 40),
) -> Turns:
    """Type so many keys one after the other, each once the one before is answered."""
    times, sizes = [], []
    with _terminal(argv, size, data_dir) as terminal:
        _wait(terminal, shown.encode())
        terminal.settle(1.0)
        for number in range(count):
            had, sent = len(terminal.output), time.perf_counter()
            terminal.send(keys(number))
            if terminal.pump(1.0):
                terminal.settle(_QUIET, 2.0)
                times.append((terminal.last_output - sent) * 1000)
                sizes.append(float(len(terminal.output) - had))
        _quit(terminal, quit_key)
    return Turns(times, sizes)


def forget_frames(data: Path) -> None:
    """Have the next start begin without what was kept of the screen."""
    for frame in data.glob("*-frame"):
        frame.unlink()


@contextmanager
def _terminal(argv: Sequence[str], size: tuple[int, int], data_dir: Path | None) -> Iterator[Terminal]:
    with Terminal(argv, columns=size[0], rows=size[1], data_dir=data_dir) as terminal:
        terminal.watching = False
        yield terminal


def _wait(terminal: Terminal, text: bytes) -> float:
    """Wait until a text was written; when. Raises AssertionError where that takes too long."""
    end = time.perf_counter() + _LONGEST
    while text not in terminal.output:
        assert time.perf_counter() < end, f"{text!r} never came"
        assert terminal.pump(1.0) or not terminal.has_ended, f"it ended: {bytes(terminal.output[-300:])!r}"
    return terminal.last_output


def _quit(terminal: Terminal, key: str) -> None:
    terminal.send(key)
    try:
        terminal.wait_for_end(5.0)
    except AssertionError:  # another program that does not go: it is killed
        return


def _busy(pid: int) -> float:
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text(encoding="ascii").split()[0]) for thread in threads) / 1e6


def _peak(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))
