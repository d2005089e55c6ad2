"""Adding: ten downloads and a thousand works beside calibre, a very long work."""

from __future__ import annotations

import os
import shutil
import subprocess
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.archive_pages import made_page
from tests.benchmarks.rows import Against, Row
from tests.terminal.pseudo_terminal import READER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class Downloads(NamedTuple):
    """Made-up downloads of the archive."""

    works: int
    chapters: int
    words: int
    """In each chapter."""

    def make(self, folder: Path) -> int:
        """Make them in a new folder; how many bytes they are together."""
        folder.mkdir(parents=True)
        for number in range(1, self.works + 1):
            page = made_page(number, self.chapters, self.words)
            (folder / f"Work_{number}.html").write_text(page, encoding="utf-8")
        return sum(path.stat().st_size for path in folder.iterdir())


_TEN = Downloads(10, 9, 5000)
_THOUSAND = Downloads(1000, 3, 2900)
_HUNDRED = Downloads(100, 3, 2900)
_LONG = Downloads(1, 60, 5500)


def adding_rows(folder: Path, *, quick: bool) -> Iterator[Row]:
    """Adding to an empty library, text indexed."""
    runs = 2 if quick else 5
    yield from _beside_calibre(folder / "ten", _TEN, runs, ratio=0.5)
    yield from _beside_calibre(folder / "many", _HUNDRED if quick else _THOUSAND, 1, ratio=0.5)
    size = _LONG.make(folder / "long" / "files")
    taken = [_added(folder / "long", run) for run in range(runs)]
    words = f"one work of {_LONG.chapters * _LONG.words:,} words, {size / 1e6:.1f} MB"
    yield Row("adding a very long work", words, [time for time, _ in taken], median=1500)
    yield Row("memory for that", words, [peak for _, peak in taken], "MB", worst=250)


def _beside_calibre(folder: Path, downloads: Downloads, runs: int, ratio: float) -> Iterator[Row]:
    size = downloads.make(folder / "files")
    ours, theirs = [], []
    calibre = shutil.which("calibredb")
    for run in range(runs):
        ours.append(_added(folder, run)[0])
        if calibre:
            library = f"--with-library={folder / f'library{run}'}"
            files = sorted(str(path) for path in (folder / "files").iterdir())
            theirs.append(measure([calibre, "add", library, *files])[0])
    against = Against("calibredb add", theirs) if theirs else None
    said = f"{downloads.works:,} downloads, {size / 1e6:.1f} MB"
    yield Row("adding", said, ours, against=against, ratio=ratio)


def _added(folder: Path, run: int) -> tuple[float, float]:
    return measure([*READER, "--data-dir", str(folder / f"data{run}"), "add", str(folder / "files")])


def measure(argv: Sequence[str]) -> tuple[float, float]:
    """Milliseconds until a command has ended, and the megabytes that it took at most."""
    began = perf_counter()
    process = subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = (perf_counter() - began) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{argv[0]} ended with {process.returncode}")
    return elapsed, usage.ru_maxrss / 1024
