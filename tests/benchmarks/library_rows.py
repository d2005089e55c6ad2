"""The library of 10,000 works: first paint, moving, filtering, memory; and searching the text of 2,000.

Filtering and searching are timed by the processor, which others who use it meanwhile change least.
"""

from __future__ import annotations

import gc
from contextlib import closing
from time import process_time
from typing import TYPE_CHECKING

from tests.benchmarks.in_a_terminal import forget_frames, start, turns
from tests.benchmarks.reading_rows import bare_starts
from tests.benchmarks.rows import Against, Row
from tests.benchmarks.text_works import name_in, put_works, text_works
from tests.library.zipf_library import fill, zipf_entries
from tests.terminal.pseudo_terminal import READER

from reader.folders import find_folders
from reader.library.catalogue import Catalogue
from reader.library.queries.facet_index import FacetIndex
from reader.library.queries.facets import Facet
from reader.library.queries.filtering import Filtering
from reader.library.queries.filters import Filters
from reader.library.queries.parsing import parse
from reader.library.text_search.passages import Reach
from reader.library.text_search.searching import Wanted
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.benchmarks.in_a_terminal import Start

_WORKS = 10_000
_SHOWN = "sort: "
_COUNTED = "▾"
"""Stands in the library once its tags are counted."""
_QUERIES = ("rating:T -tag:angst words:5k..", "complete:yes", "words:>50k OR rating:G")
_WANTED = Wanted(a_chapter=3, a_work=3, reach=Reach(800, 2400), text=400_000)
"""What the screen asks for."""
_SEARCHES = (
    "harbour",
    "the",
    "lamp harbour",
    '"the water"',
    "lant*",
    "th*",
    "t*",
    "the NEAR/5 t*",
    "the -a*",
)


def library_rows(folder: Path, *, quick: bool) -> Iterator[Row]:
    """All figures of the library."""
    yield from _screen(folder, runs=3 if quick else 9, keys=100 if quick else 500)
    yield from _filter(runs=5 if quick else 15)
    yield from _search(folder, *((200, 10) if quick else (2000, 100)))


def _screen(folder: Path, runs: int, keys: int) -> Iterator[Row]:
    data = folder / "large"
    with closing(Workspace(find_folders(data))) as workspace:
        fill(workspace.catalogue, _WORKS)
    bare, starts, painted = [], [], []
    for _ in range(runs):
        bare += bare_starts(1)
        forget_frames(data)
        starts.append(_sorting(data))
        turns(READER, _COUNTED, lambda _: "", 0, data_dir=data)  # the library is left, and so kept
        painted.append(_sorting(data))
    said = f"{_WORKS:,} works"
    least = Against("bare app", [s.shown for s in bare])
    yield Row("the library: first paint", said, [s.shown for s in starts], against=least, ratio=1.35)
    yield Row(
        "the library: first readable text, as it was left", said, [s.shown for s in painted], against=least
    )
    yield Row("the library: key answered", said, [s.answered for s in starts], against=least)
    yield Row("the same, as it was left", said, [s.answered for s in painted], against=least)
    memory = Against("bare app", [s.memory for s in bare])
    yield Row("memory in the library", said, [s.memory for s in starts], "MB", against=memory, ratio=2.5)
    for name, down, up in (("by a row", "\x1b[B", "\x1b[A"), ("by a screenful", "\x1b[6~", "\x1b[5~")):
        pressed = [up if number // 100 % 2 else down for number in range(keys)]
        moved = turns(READER, _SHOWN, pressed.__getitem__, keys, data_dir=data)
        yield Row(f"moving {name}", f"{said}, 120×40", moved.times, worst=16)


def _sorting(data: Path) -> Start:
    """Start in the library, and ask at once what to sort by; left over the question, it is not kept anew."""
    return start(READER, _SHOWN, data_dir=data, key="s", answer="Sort by")


def _filter(runs: int) -> Iterator[Row]:
    filtering = Filtering(FacetIndex(zipf_entries(_WORKS)))
    list(filtering.prepare())
    gc.freeze()  # as the app has it once all is counted
    counted = (Facet.FANDOM, Facet.RELATIONSHIP, Facet.CHARACTER, Facet.ADDITIONAL, Facet.RATING)
    times = []
    for _ in range(runs):
        for query in _QUERIES:
            filters = Filters(parse(query))
            began = process_time()
            filtering.entries(filters)
            filtering.counts(filters, counted)
            times.append((process_time() - began) * 1000)
    yield Row("changing a filter, all counts anew", f"{_WORKS:,} works", times, median=50)


def _search(folder: Path, works: int, megabytes: int) -> Iterator[Row]:
    times = []
    with Catalogue.open(folder / "texts.db") as catalogue:
        put_works(catalogue, text_works(works, megabytes * 1_000_000))
        for words in (name_in(7), *_SEARCHES):
            for _ in range(3):
                began = process_time()
                next(catalogue.search(words, wanted=_WANTED), None)
                times.append((process_time() - began) * 1000)
    yield Row("searching the text: first results", f"{works:,} works, {megabytes} MB", times, median=100)
