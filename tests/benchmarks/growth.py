"""What grows with the library and with the work: start, page turn, filter, saving, adding one more."""

from __future__ import annotations

import random
import subprocess
from contextlib import closing
from functools import partial
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.archive_pages import made_page
from tests.benchmarks.in_a_terminal import forget_frames, start, turns
from tests.benchmarks.large_state import made_work
from tests.benchmarks.reading_rows import SETTLED, begun_work, resumed
from tests.benchmarks.rows import Row
from tests.library.zipf_library import fill, zipf_entries
from tests.terminal.pseudo_terminal import READER

from reader.folders import find_folders
from reader.library.queries.facet_index import FacetIndex
from reader.library.queries.facets import Facet
from reader.library.queries.filtering import Filtering
from reader.library.queries.filters import Filters
from reader.library.queries.parsing import parse
from reader.state.records import WorkState
from reader.state.store import Store
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

WORKS = (10, 100, 1000, 10_000)
WORDS = (1000, 10_000, 100_000, 1_000_000)
_CHAPTER = 5000
"""Words in each chapter of a work that grows."""


class Growth(NamedTuple):
    """How long one thing takes as something grows."""

    name: str
    sizes: Sequence[int]
    times: Sequence[Sequence[float]]
    """Milliseconds of each run, for each size."""

    @property
    def medians(self) -> list[float]:
        """The middle of each."""
        return [median(times) for times in self.times]

    def row(self, of: str) -> Row:
        """The largest; beside the smallest it takes about as long, which is no budget but the aim."""
        sizes = " → ".join(f"{size:,}" for size in self.sizes)
        took = " → ".join(f"{value:,.0f}" if value >= 10 else f"{value:.2g}" for value in self.medians)
        return Row(f"{self.name}: {took} ms", f"{sizes} {of}", self.times[-1])


def _first_paint(data: Path) -> float:
    forget_frames(data)
    return start(READER, "sort: ", data_dir=data).shown


def of_works(folder: Path, *, quick: bool) -> list[Growth]:
    """What takes how long in a library of so many works."""
    sizes = WORKS[::3] if quick else WORKS
    runs = 3 if quick else 7
    found: dict[str, list[Sequence[float]]] = {}
    for size in sizes:
        data, _ = begun_work(folder / f"works{size}", [5000, 5000])
        with closing(Workspace(find_folders(data))) as workspace:
            fill(workspace.catalogue, size)
        opened = [resumed(data).answered for _ in range(runs)]
        found.setdefault("resume, key answered", []).append(opened)
        library = [_first_paint(data) for _ in range(runs)]
        found.setdefault("show the library", []).append(library)
        keys = " b" * 10 * runs
        turned = turns((*READER, "resume"), SETTLED, keys.__getitem__, len(keys), data_dir=data)
        found.setdefault("turn a page", []).append(turned.times)
        found.setdefault("change a filter", []).append(_filtered(size, runs))
        found.setdefault("save a place", []).append(_saved(folder / f"state{size}", size, runs))
        found.setdefault("add one more", []).append(_one_more(folder, data, runs))
    return [Growth(name, sizes, times) for name, times in found.items()]


def of_words(folder: Path, *, quick: bool) -> list[Growth]:
    """What takes how long in a work of so many words."""
    sizes = WORDS[::3] if quick else WORDS
    runs = 3 if quick else 7
    found: dict[str, list[Sequence[float]]] = {}
    for size in sizes:
        data, _ = begun_work(folder / f"words{size}", [min(size, _CHAPTER)] * max(1, size // _CHAPTER))
        resume = (*READER, "resume")
        opened = [resumed(data).answered for _ in range(runs)]
        found.setdefault("resume, key answered", []).append(opened)
        keys = " b" * 10 * runs
        turned = turns(resume, SETTLED, keys.__getitem__, len(keys), data_dir=data)
        found.setdefault("turn a page", []).append(turned.times)
    return [Growth(name, sizes, times) for name, times in found.items()]


def growth_rows(grown: Sequence[Growth], of: str) -> Iterator[Row]:
    """A row for each."""
    return (growth.row(of) for growth in grown)


def timed(do: Callable[[], object], runs: int) -> list[float]:
    """Milliseconds of each run."""
    times = []
    for _ in range(runs):
        began = perf_counter()
        do()
        times.append((perf_counter() - began) * 1000)
    return times


def _filtered(size: int, runs: int) -> list[float]:
    filtering = Filtering(FacetIndex(zipf_entries(size)))
    asked = Filters(parse("rating:T -tag:angst words:5k.."))

    def change() -> None:
        filtering.entries(asked)
        filtering.counts(asked, (Facet.FANDOM, Facet.RELATIONSHIP))

    change()
    return timed(change, runs)


def _saved(folder: Path, size: int, runs: int) -> list[float]:
    """A change of one work of so many in the state, saved; one in ten of them was read."""
    folder.mkdir()
    store, chance = Store(folder, device="kitchen-3f2a"), random.Random(1)
    for number in range(size):
        made = made_work(number, chance)
        if number % 10:
            made = WorkState(made.id, title=made.title, sources=made.sources)
        store.change(made.id, partial(_made, made))
    store.save()
    changed = (made_work(0, chance) for _ in range(runs))

    def save() -> None:
        store.change("ao3:1000000", partial(_made, next(changed)))
        store.save()

    return timed(save, runs)


def _made(made: WorkState, _: WorkState) -> WorkState:
    return made


def _one_more(folder: Path, data: Path, runs: int) -> list[float]:
    file = folder / "one.html"
    times = []
    for run in range(runs):
        file.write_text(made_page(900_000 + run, 1, 5000), encoding="utf-8")
        argv = [*READER, "--data-dir", str(data), "add", str(file)]
        began = perf_counter()
        subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)
        times.append((perf_counter() - began) * 1000)
    return times
