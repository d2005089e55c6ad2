"""How fast the library screen is with 10,000 works: first paint, moving, memory, in the real program.

Run with `python -m tests.benchmarks.library_screen [WORKS]`. Times are taken in a pseudo-terminal when bytes
arrive; budgets are those of the design.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import Figure, print_table
from tests.benchmarks.reading import BARE, first_page
from tests.library.zipf_library import fill
from tests.terminal.pseudo_terminal import READER, Terminal

from reader.folders import find_folders
from reader.workspace import Workspace

_QUIET = 0.04
"""Seconds of silence after which the answer to a key is taken to be complete."""
_RUNS = 7
_KEYS = 500
_KEYS_A_WAY = 100
"""Keys one way before it goes back: never so many screenfuls that the list ends."""
_WAYS = (("a row", "\x1b[B", "\x1b[A"), ("a screenful", "\x1b[6~", "\x1b[5~"))


def measure_start(data_dir: Path) -> None:
    """Start of a bare app and of the library, in turn."""
    bare, library = [], []
    for _ in range(_RUNS):
        bare.append(first_page(BARE, "a bare page", None))
        library.append(first_page(READER, "sort: last read", data_dir))
    for title, name, unit in (
        ("First paint", "elapsed", "ms"),
        ("Processor time until then", "busy", "ms"),
        ("Peak memory, once all is counted", "peak", "MB"),
    ):
        bare_figure = Figure("bare Textual app", [getattr(start, name) for start in bare])
        figure = Figure("reader", [getattr(start, name) for start in library])
        print_table(title, [bare_figure, figure], unit=unit, against=bare_figure)


def measure_keys(data_dir: Path, columns: int, rows: int, before: str, name: str) -> None:
    """Key to last byte, row by row and screen by screen."""
    with Terminal(READER, columns=columns, rows=rows, data_dir=data_dir) as terminal:
        terminal.wait("sort: last read")
        terminal.settle(2.0)
        if before:
            terminal.press(before)
            terminal.settle(1.0)
        terminal.watching = False
        figures = []
        for words, down, up in _WAYS:
            times = []
            for number in range(_KEYS):
                sent = time.perf_counter()
                terminal.send(up if number // _KEYS_A_WAY % 2 else down)
                if terminal.pump(1.0):
                    terminal.settle(_QUIET)
                    times.append((terminal.last_output - sent) * 1000)
            figures.append(Figure(words, times))
        if before:
            terminal.send(before)  # as it was: it is kept
            terminal.settle(1.0)
        terminal.send("\x11")
        terminal.wait_for_end()
    print_table(f"{name} at {columns}×{rows}", figures)


def main() -> None:
    """Make a library and measure."""
    works = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder)
        workspace = Workspace(find_folders(data_dir))
        fill(workspace.catalogue, works)
        workspace.close()
        measure_start(data_dir)
        for columns, rows in ((120, 36), (200, 60)):
            measure_keys(data_dir, columns, rows, "", "Lines")
            measure_keys(data_dir, columns, rows, "b", "Blurbs")


if __name__ == "__main__":
    main()
