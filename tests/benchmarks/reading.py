"""How fast the real program is in a terminal: first page on resume, page turns, memory.

Run with `python -m tests.benchmarks.reading [FILE]`; without a file it reads a work of 117,000 words made up
for it, whose current chapter has 38,720. Times are taken in a pseudo-terminal when bytes arrive.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Figure, print_table
from tests.benchmarks.made_works import chaptered_text
from tests.terminal.pseudo_terminal import READER, Terminal

BARE = (sys.executable, "-m", "tests.benchmarks.bare_app")
PAGE = " page "
"""What stands below a page from its first frame on; the time left comes when the state is read."""
APP_BEGINS = "\x1b[?2004h"
"""Bracketed paste, which the app asks for before it shows the page that was painted for it already."""
_QUIET = 0.04
"""Seconds of silence after which the answer to a key is taken to be complete."""


@dataclass(frozen=True, slots=True)
class Start:
    """A start of a program, up to its first page."""

    readable: float
    """Milliseconds until its text could be read."""
    elapsed: float
    """Milliseconds until the app itself showed it, and answered keys."""
    busy: float
    """Milliseconds of a processor that all its threads had used by then, or a little later."""
    peak: float
    """Megabytes."""


def first_page(argv: tuple[str, ...], shown: str, data_dir: Path | None, *, app_begins: str = "") -> Start:
    """Start a program and wait until it has written a text, and again once its app has begun."""
    start = time.perf_counter()
    with Terminal(argv, columns=120, rows=40, data_dir=data_dir) as terminal:
        terminal.watching = False
        while shown.encode() not in terminal.output:
            terminal.pump(1.0)
        readable = (terminal.last_output - start) * 1000
        while shown.encode() not in _written_since(app_begins.encode(), terminal.output):
            terminal.pump(1.0)
        elapsed = (terminal.last_output - start) * 1000
        busy = processor_time(terminal.pid)
        terminal.settle(0.6)
        peak = peak_memory(terminal.pid)
        terminal.send("\x11")
        terminal.wait_for_end()
    return Start(readable, elapsed, busy, peak)


def _written_since(mark: bytes, output: bytearray) -> bytearray:
    """What was written after a mark, nothing while there is none; everything for an empty one."""
    return output.partition(mark)[2] if mark else output


def processor_time(pid: int) -> float:
    """Milliseconds of a processor that all threads of a process have used."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text(encoding="ascii").split()[0]) for thread in threads) / 1e6


def peak_memory(pid: int) -> float:
    """The most megabytes that a process had at any time."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def measure_start(data_dir: Path, runs: int) -> None:
    """Start of a bare app and of `reader resume`, in turn."""
    bare, resumed = [], []
    for _ in range(runs):
        bare.append(first_page(BARE, "a bare page", None))
        resumed.append(first_page((*READER, "resume"), PAGE, data_dir, app_begins=APP_BEGINS))
    for title, name, unit in (
        ("First readable text", "readable", "ms"),
        ("First page that answers keys", "elapsed", "ms"),
        ("Processor time until then", "busy", "ms"),
        ("Peak memory", "peak", "MB"),
    ):
        bare_figure = Figure("bare Textual app", [getattr(start, name) for start in bare])
        figure = Figure("reader resume", [getattr(start, name) for start in resumed])
        print_table(title, [bare_figure, figure], unit=unit, against=bare_figure)


def measure_turns(data_dir: Path, columns: int, rows: int, turns: int) -> None:
    """Key to last byte of so many page turns, while neighbours are laid out and the state is saved."""
    times = []
    chance = random.Random(1)
    with Terminal((*READER, "resume"), columns=columns, rows=rows, data_dir=data_dir) as terminal:
        terminal.wait(" left in chapter")
        terminal.settle(1.0)
        terminal.watching = False
        for turn in range(turns):
            key = " " if turn % 100 < 60 else "b"
            if turn % 25 == 24:
                key = chance.choice("][")
            sent = time.perf_counter()
            terminal.send(key)
            if terminal.pump(1.0):
                terminal.settle(_QUIET)
                times.append((terminal.last_output - sent) * 1000)
        terminal.send("\x11")
        terminal.wait_for_end()
    print_table(f"Page turn at {columns}×{rows}", [Figure("key to last byte", times)])


def prepare(data_dir: Path, file: Path) -> None:
    """Add the work and stop in its largest chapter."""
    subprocess.run([*READER, "--data-dir", str(data_dir), "add", str(file)], check=True)
    with Terminal((*READER, str(file)), columns=120, rows=40, data_dir=data_dir) as terminal:
        terminal.wait(" left in chapter")
        terminal.settle()
        for _ in range(2):
            terminal.press("]")
        for _ in range(5):
            terminal.press(" ")
        terminal.settle(1.0)
        terminal.send("\x11")
        terminal.wait_for_end()


def main() -> None:
    """Measure, with the file named on the command line or a work made up for it."""
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder) / "data"
        file = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "A Measured Tale.txt"
        if len(sys.argv) < 2:
            file.write_text(chaptered_text([26_000, 22_000, 38_720, 18_000, 12_280]), encoding="utf-8")
        prepare(data_dir, file)
        measure_start(data_dir, runs=7)
        measure_turns(data_dir, 120, 40, turns=500)
        measure_turns(data_dir, 240, 70, turns=500)


if __name__ == "__main__":
    main()
