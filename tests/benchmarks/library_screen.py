"""How fast the library screen is with 10,000 works: first paint, moving, memory, in the real program.

Run with `python -m tests.benchmarks.library_screen [WORKS]`. Times are taken in a pseudo-terminal when bytes
arrive; budgets are those of the design. On a machine that does other things as well only what is told as so
many times a bare app's means much.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import Figure, print_table
from tests.benchmarks.in_a_terminal import forget_frames, turns
from tests.benchmarks.reading import APP_BEGINS, BARE, first_page, peak_memory, processor_time
from tests.library.zipf_library import fill
from tests.terminal.pseudo_terminal import READER, Terminal

from reader.folders import find_folders
from reader.workspace import Workspace

BARE_LIST = (sys.executable, "-m", "tests.benchmarks.bare_list")
_SHOWN, _COUNTED = "sort: last read", "▾"
"""What stands in the library from its first frame on, and once its tags are counted."""
_IDLE = 60.0
"""Milliseconds of a processor in a second, below which nothing is being prepared any more."""
_QUIET = 0.04
"""Seconds of silence after which the answer to a key is taken to be complete."""
_RUNS = 7
_KEYS = 500
_KEYS_A_WAY = 100
"""Keys one way before it goes back: never so many screenfuls that the list ends."""
_WAYS = (("a row", "\x1b[B", "\x1b[A"), ("a screenful", "\x1b[6~", "\x1b[5~"))


def measure_start(data_dir: Path) -> None:
    """Start of a bare app, of the library, and of the library as it was left, in turn."""
    bare, library, painted = [], [], []
    for _ in range(_RUNS):
        bare.append(first_page(BARE, "a bare page", None))
        forget_frames(data_dir)
        library.append(first_page(READER, _SHOWN, data_dir))
        turns(READER, _COUNTED, lambda _: "", 0, data_dir=data_dir)  # it is left, and so kept
        painted.append(first_page(READER, _SHOWN, data_dir, app_begins=APP_BEGINS))
    for title, name, unit in (
        ("First readable text", "readable", "ms"),
        ("First paint of the app", "elapsed", "ms"),
        ("Processor time until then", "busy", "ms"),
    ):
        bare_figure = Figure("bare Textual app", [getattr(start, name) for start in bare])
        figures = [
            Figure("reader", [getattr(start, name) for start in library]),
            Figure("reader, as it was left", [getattr(start, name) for start in painted]),
        ]
        print_table(title, [bare_figure, *figures], unit=unit, against=bare_figure)


def measure_memory(data_dir: Path) -> None:
    """The most that a bare app takes, and the library once all is counted and can be searched."""
    figures = [
        Figure(name, [_peak(argv, shown, folder)])
        for name, argv, shown, folder in (
            ("bare Textual app", BARE, "a bare page", None),
            ("reader", READER, _SHOWN, data_dir),
        )
    ]
    print_table("Peak memory, once all is counted", figures, unit="MB", against=figures[0])


def _peak(argv: tuple[str, ...], shown: str, data_dir: Path | None) -> float:
    with Terminal(argv, columns=120, rows=36, data_dir=data_dir) as terminal:
        terminal.wait(shown)
        busy, used = _IDLE, 0.0
        while busy >= _IDLE:
            terminal.settle(1.0, 1.0)
            before, used = used, processor_time(terminal.pid)
            busy = used - before
        peak = peak_memory(terminal.pid)
        terminal.send("\x11")
        terminal.wait_for_end()
    return peak


def measure_keys(data_dir: Path, columns: int, rows: int, before: str, name: str) -> None:
    """Key to last byte, row by row and screen by screen."""
    bare = _moved(BARE_LIST, "a bare row", columns, rows, None)
    ours = _moved(READER, _SHOWN, columns, rows, data_dir, before)
    for (words, *_), figure, against in zip(_WAYS, ours, bare, strict=True):
        print_table(f"{name} at {columns}×{rows}: {words}", [against, figure], against=against)


def _moved(
    argv: tuple[str, ...], shown: str, columns: int, rows: int, data_dir: Path | None, before: str = ""
) -> list[Figure]:
    name = "bare list" if data_dir is None else "reader"
    with Terminal(argv, columns=columns, rows=rows, data_dir=data_dir) as terminal:
        terminal.wait(shown)
        terminal.settle(2.0)
        if before:
            terminal.press(before)
            terminal.settle(1.0)
        terminal.watching = False
        figures = [Figure(name, _times(terminal, down, up)) for _, down, up in _WAYS]
        if before:
            terminal.send(before)  # as it was: it is kept
            terminal.settle(1.0)
        terminal.send("\x11")
        terminal.wait_for_end()
    return figures


def _times(terminal: Terminal, down: str, up: str) -> list[float]:
    times = []
    for number in range(_KEYS):
        sent = time.perf_counter()
        terminal.send(up if number // _KEYS_A_WAY % 2 else down)
        if terminal.pump(1.0):
            terminal.settle(_QUIET)
            times.append((terminal.last_output - sent) * 1000)
    return times


def main() -> None:
    """Make a library and measure."""
    works = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder)
        workspace = Workspace(find_folders(data_dir))
        fill(workspace.catalogue, works)
        workspace.close()
        measure_start(data_dir)
        measure_memory(data_dir)
        for columns, rows in ((120, 36), (200, 60)):
            measure_keys(data_dir, columns, rows, "", "Lines")
            measure_keys(data_dir, columns, rows, "b", "Blurbs")


if __name__ == "__main__":
    main()
