"""How long adding takes beside calibre, and a very long work: `python -m tests.benchmarks.adding`.

Ten downloads of 2.7 MB in all are added to an empty library by `reader add` and, where it is installed, by
`calibredb add`, in turn; then one work of 330,000 words, 2 MB. Budgets: half of calibre's time; 1.5 s and
250 MB.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from time import perf_counter

from tests.benchmarks.archive_pages import made_page
from tests.benchmarks.figures import Figure, print_table
from tests.terminal.pseudo_terminal import READER

_RUNS = 3
_DOWNLOADS = 10
_CHAPTERS, _WORDS = 9, 5000
"""Of each download, so that ten are 2.7 MB."""
_LONG = (60, 5500)
"""Chapters, and words in each."""


def make_downloads(folder: Path) -> int:
    """Ten downloads in a new folder; how many bytes they are together."""
    folder.mkdir()
    for number in range(1, _DOWNLOADS + 1):
        page = made_page(number, _CHAPTERS, _WORDS)
        (folder / f"Work_{number}.html").write_text(page, encoding="utf-8")
    return sum(path.stat().st_size for path in folder.iterdir())


def measure(argv: list[str]) -> tuple[float, float]:
    """Milliseconds until a command has ended, and the megabytes that it took at most."""
    begun = perf_counter()
    process = subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = (perf_counter() - begun) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{argv[0]} ended with {process.returncode}")
    return elapsed, usage.ru_maxrss / 1024


def beside_calibre(temporary: Path) -> None:
    """Adds the ten downloads with both programs."""
    size = make_downloads(temporary / "downloads")
    ours, theirs = [], []
    calibre = shutil.which("calibredb")
    for run in range(_RUNS):
        files = str(temporary / "downloads")
        ours.append(measure([*READER, "--data-dir", str(temporary / f"data{run}"), "add", files])[0])
        if calibre:
            library = f"--with-library={temporary / f'library{run}'}"
            theirs.append(measure([calibre, "add", library, *_paths(temporary / "downloads")])[0])
    title = f"Adding {_DOWNLOADS} downloads, {size / 1e6:.1f} MB"
    if not calibre:
        print_table(f"{title} (calibredb is not installed)", [Figure("reader add", ours)])
        return
    against = Figure("calibredb add", theirs)
    print_table(f"{title} (at most 0.50 × calibredb)", [Figure("reader add", ours), against], against=against)


def very_long(temporary: Path) -> None:
    """Adds one work of 330,000 words."""
    path = temporary / "Long.html"
    path.write_text(made_page(1, *_LONG), encoding="utf-8")
    runs = [
        measure([*READER, "--data-dir", str(temporary / f"long{run}"), "add", str(path)])
        for run in range(_RUNS)
    ]
    title = f"Adding a work of {_LONG[0] * _LONG[1]:,} words, {path.stat().st_size / 1e6:.1f} MB"
    print_table(f"{title} (at most 1500 ms)", [Figure("reader add", [elapsed for elapsed, _ in runs])])
    peaks = [peak for _, peak in runs]
    print_table("Memory (at most 250 MB)", [Figure("reader add, peak", peaks)], unit="MB")


def _paths(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.iterdir())


def main() -> None:
    """Both measurements."""
    with tempfile.TemporaryDirectory() as temporary:
        beside_calibre(Path(temporary))
        very_long(Path(temporary))


if __name__ == "__main__":
    main()
