"""Reading: from the command to the page and the answer to a key, page turns, memory; others beside ours."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.epub_works import MARK, epub_work
from tests.benchmarks.in_a_terminal import Turns, start, turns
from tests.benchmarks.rows import Against, Row
from tests.terminal.pseudo_terminal import READER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.benchmarks.in_a_terminal import Start
    from tests.benchmarks.other_readers import OtherReader

CHAPTERS = (38_720, 26_000, 22_000, 18_000, 12_280)
_INPUT = f"{sum(CHAPTERS):,} words, chapter of {CHAPTERS[0]:,}"
BARE = (sys.executable, "-m", "tests.benchmarks.bare_app")
SETTLED = " left"
"""What stands below a page once all has been read."""
_CACHES = ("breaks", "*frame*")
"""What the data directory holds only to be fast."""


def bare_starts(runs: int) -> list[Start]:
    """Starts of the least app there is."""
    return [start(BARE, "a bare page") for _ in range(runs)]


def begun_work(folder: Path, chapters: Sequence[int] = CHAPTERS) -> tuple[Path, Path]:
    """A data directory in which a made-up work was begun, and its file."""
    file, data = folder / "tale.epub", folder / "data"
    folder.mkdir(parents=True, exist_ok=True)
    file.write_bytes(epub_work(chapters))
    subprocess.run(
        [*READER, "--data-dir", str(data), "add", str(file)], check=True, stdout=subprocess.DEVNULL
    )
    turns((*READER, str(file)), SETTLED, "  b".__getitem__, 3, data_dir=data)
    return data, file


def reading_rows(folder: Path, others: Sequence[OtherReader], *, quick: bool) -> Iterator[Row]:
    """All figures of one long work."""
    data, file = begun_work(folder)
    yield from _starts(folder, data, file, others, runs=3 if quick else 9)
    yield from _turns(data, file, folder, others, count=100 if quick else 500)


def _starts(folder: Path, data: Path, file: Path, others: Sequence[OtherReader], runs: int) -> Iterator[Row]:
    bare, warm, cold = [], [], []
    beside: dict[str, list[Start]] = {other.name: [] for other in others}
    for _ in range(runs):
        bare += bare_starts(1)
        warm.append(resumed(data))
        for cache in _CACHES:
            for path in data.glob(cache):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        cold.append(resumed(data))
        for other in others:
            beside[other.name].append(start(other.argv(file, _home(folder, other)), MARK, quit_key="q"))
    least = Against("bare app", [one.shown for one in bare])
    yield Row(
        "resume: page shown, key answered", _INPUT, [s.answered for s in warm], against=least, ratio=1.25
    )
    yield Row("the same, nothing cached", _INPUT, [s.answered for s in cold], against=least, ratio=1.5)
    busy = Against("bare app", [one.busy for one in bare])
    yield Row("the same, cached, time of the processor", _INPUT, [s.busy for s in warm], against=busy)
    yield Row("resume: first readable text", _INPUT, [s.shown for s in warm], against=least)
    for name, starts in beside.items():
        row = [s.shown for s in warm]
        ratio = 1.0 if name == "epr-reader" else None
        against = Against(name, [one.shown for one in starts])
        yield Row(f"first readable text, beside {name}", _INPUT, row, against=against, ratio=ratio)
    yield Row(
        "memory while reading",
        _INPUT,
        [s.memory for s in warm],
        "MB",
        against=Against("bare app", [s.memory for s in bare]),
        ratio=1.6,
    )
    for name, starts in beside.items():
        against = Against(name, [one.memory for one in starts])
        yield Row(f"memory, beside {name}", _INPUT, [s.memory for s in warm], "MB", against=against)


def resumed(data: Path) -> Start:
    """Go on with the work, turn the page at once, and back before the end."""
    return start((*READER, "resume"), MARK, data_dir=data, key=" ", answer="page 3 of", quit_key="b\x11")


def _turns(data: Path, file: Path, folder: Path, others: Sequence[OtherReader], count: int) -> Iterator[Row]:
    resume, chance = (*READER, "resume"), random.Random(1)

    def keys(turn: int) -> str:
        return " " if turn % 100 < 60 else "b"

    def chapters(turn: int) -> str:
        return "]" if turn % 4 < 2 else chance.choice("[[")

    page = turns(resume, SETTLED, keys, count, data_dir=data)
    yield Row("turning a page", "120×40", page.times, median=8, worst=16)
    large = turns(resume, SETTLED, keys, count, data_dir=data, size=(240, 70))
    yield Row("turning two pages", "240×70", large.times, worst=33)
    crossed = turns(resume, SETTLED, chapters, count // 10, data_dir=data)
    yield Row("turning into the next or previous chapter", "120×40", crossed.times, median=8, worst=16)
    yield Row("bytes sent for a page", "120×40, a page has about 2,400 characters", page.sizes, "B")
    for other in others:
        argv = other.argv(file, _home(folder, other))
        theirs = turns(argv, MARK, lambda _: "\x1b[6~", min(count, 100), quit_key="q")
        yield from _beside(other.name, page, theirs)


def _beside(name: str, page: Turns, theirs: Turns) -> Iterator[Row]:
    yield Row(f"turning a page, beside {name}", "120×40", page.times, against=Against(name, theirs.times))
    if median(theirs.sizes):
        against = Against(name, theirs.sizes)
        yield Row(f"bytes for a page, beside {name}", "120×40", page.sizes, "B", against=against)


def _home(folder: Path, other: OtherReader) -> Path:
    home = folder / other.name
    home.mkdir(exist_ok=True)
    return home
