"""How long a search of all texts takes: `python -m tests.benchmarks.text_search [WORKS [MEGABYTES]]`.

2,000 works of 100 MB are made and put into a catalogue; of each search it is told when the first work is
there with its passages, and when all are. The budget of the design is that of the first: 100 ms.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Figure, print_table
from tests.benchmarks.text_works import name_in, put_works, text_works

from reader.library.catalogue import Catalogue
from reader.library.text_search.passages import Reach
from reader.library.text_search.searching import Wanted

if TYPE_CHECKING:
    from collections.abc import Collection

_RUNS = 5
_ALL_RUNS = 2
_WANTED = Wanted(a_chapter=3, a_work=3, reach=Reach(800, 2400), text=400_000)
"""What the screen asks for."""
_ASKED = {
    "a name of one work": name_in(7),
    "no match": "zebrafinch",
    "a frequent word": "harbour",
    "the most frequent word": "the",
    "two words": "lamp harbour",
    "three of the most frequent": "the and of",
    "a phrase": '"the water"',
    "a beginning of words": "lant*",
    "a short beginning": "the*",
    "the most frequent letter": "t*",
    "two letters that words begin with": "t* s*",
    "NEAR": "lamp NEAR/10 harbour",
    "NEAR of frequent words": "the NEAR/5 of",
    "six of the most frequent": "the and to of a in",
    "a frequent word near a letter": "the NEAR/5 t*",
    "one letter without another": "t* -z*",
    "one without the other": "lamp -lantern",
    "one or the other": "lamp OR lantern",
    "writing without spaces": "灯台",
}


def searched(catalogue: Catalogue, name: str, words: str, within: Collection[str] | None = None) -> None:
    """Print how long the first work takes and how long all do."""
    first, every = [], []
    works = matches = 0
    for run in range(_RUNS):
        gc.collect()
        begun = perf_counter()
        results = catalogue.search(words, within=within, wanted=_WANTED)
        found = [result for result in (next(results, None),) if result]
        first.append((perf_counter() - begun) * 1000)
        if run < _ALL_RUNS:
            found += results
            every.append((perf_counter() - begun) * 1000)
            works, matches = len(found), sum(result.count for result in found)
    print_table(
        f"{name}: {words}, {works:,} works, {matches:,} matches",
        [Figure("first result", first), Figure("all results", every)],
    )


def main() -> None:
    """Print the tables."""
    given = [int(argument) for argument in sys.argv[1:3]]
    number, megabytes = [*given, *(2000, 100)[len(given) :]]
    begun = perf_counter()
    works = list(text_works(number, megabytes * 1_000_000))
    print(f"\nmade {number:,} works of {megabytes} MB in {perf_counter() - begun:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with Catalogue.open(path) as catalogue:
            some = {work.info.id for work in works[::10]}
            begun = perf_counter()
            put_works(catalogue, iter(works))
            seconds, size = perf_counter() - begun, path.stat().st_size / 1e6
            print(f"put in, indexed, in {seconds:.1f} s; the catalogue is of {size:.0f} MB")
            del works  # or the garbage collector looks through them while searches are measured
            for name, words in _ASKED.items():
                searched(catalogue, name, words)
            searched(catalogue, f"in {len(some)} works alone", "lamp", some)


if __name__ == "__main__":
    main()
