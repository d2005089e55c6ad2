"""How long filtering takes: `python -m tests.benchmarks.filtering [WORKS]`, of 10,000 unless told.

Budgets are those of the design: a changed filter with its new counts, and a letter typed in the sidebar, in
50 milliseconds; a completion in 5.
"""

from __future__ import annotations

import sys
import tracemalloc
from functools import partial
from typing import TYPE_CHECKING

from tests.benchmarks.figures import print_table
from tests.benchmarks.library import timed
from tests.library.zipf_library import zipf_entries

from reader.library.queries.completion import complete
from reader.library.queries.evaluation import Evaluator
from reader.library.queries.facet_index import FacetIndex
from reader.library.queries.facets import Facet
from reader.library.queries.filtering import Filtering
from reader.library.queries.filters import Choice, Filters
from reader.library.queries.hide_rules import read_rules
from reader.library.queries.meanings import Meanings
from reader.library.queries.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library.entries import Entry

_OPEN = (Facet.FANDOM, Facet.RELATIONSHIP, Facet.CHARACTER, Facet.RATING)
"""Facets as a sidebar may show them."""
_MEANINGS = Meanings(
    [("additional", "Slow Burn", [f"Slow Burn at Sea {number}" for number in range(200)])],
    [("fandom", "The Old Ones", [f"Fandom {number}" for number in range(20)])],
    ["Fandom 77"],
)
_RULES = ("rating:E UNLESS author:author1", 'tag:"Major Character Death"', "summary:war")
_TYPED = ("t", "tag:", "tag:sl", "tag:slow b", "author:author1", "tag:=zz", "ship:ana")
_ASKED = (
    "tag:sl*",
    "ship:ana*/bo",
    "author:or1",
    "river keeps",
    "rating:T..M words:>20k",
    "fandom:2 OR my:3",
)


def indexing(entries: Sequence[Entry]) -> Filtering:
    """Work out which works have which tags."""
    rules, _ = read_rules(_RULES)
    filtering = Filtering(FacetIndex(entries), rules)
    figures = [
        timed("the index, all of it", lambda: list(FacetIndex(entries).prepare()), 5),
        timed("the same, with a table of tags", lambda: list(FacetIndex(entries, _MEANINGS).prepare()), 5),
        timed("the text that words are looked for in", lambda: list(Evaluator(filtering.index).prepare()), 5),
    ]
    list(filtering.prepare())
    size = _megabytes(lambda: _prepared(FacetIndex(entries)))
    distinct = sum(len(filtering.index.values(facet)) for facet in Facet)
    print_table(f"{len(entries):,} works, {distinct:,} values, an index of {size:.0f} MB", figures)
    return filtering


def _prepared(index: FacetIndex) -> FacetIndex:
    list(index.prepare())
    return index


def _megabytes(do: Callable[[], object]) -> float:
    tracemalloc.start()
    kept = do()
    taken = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    del kept
    return taken


def changing(filtering: Filtering) -> None:
    """Change the filter, and count what is left."""
    excluded = Choice(Facet.FANDOM, "fandom 2")
    without = Filters(excluded=(excluded,))
    chosen = Filters(parse("words:>20k -tag:grief"), (Choice(Facet.CATEGORY, "f/f"),), (excluded,))
    either = Filters(included=(Choice(Facet.FANDOM, "fandom 1"), excluded), either=frozenset({Facet.FANDOM}))
    facets = {"all counts": tuple(Facet), "counts of four facets": _OPEN}
    filters = {
        "no filter": Filters(),
        "one excluded": without,
        "a query and two": chosen,
        "either of two": either,
    }
    print_table(
        "A changed filter",
        [
            timed(f"{named}, {of}", partial(_change, filtering, asked, counted))
            for named, asked in filters.items()
            for of, counted in facets.items()
        ],
    )


def _change(filtering: Filtering, filters: Filters, facets: tuple[Facet, ...]) -> None:
    filtering.entries(filters)
    filtering.counts(filters, facets)


def typing(filtering: Filtering) -> None:
    """Find a tag in the sidebar, complete what is typed, ask what was not asked before."""
    index = filtering.index
    texts = Evaluator(index)
    list(texts.prepare())
    print_table(
        "Typing",
        [
            *(
                timed(f"in the sidebar: {words}", partial(_find, filtering, words))
                for words in ("s", "slow b", "zz")
            ),
            *(timed(f"completing {words}", partial(complete, words, len(words), index)) for words in _TYPED),
            *(timed(f"asking {words}", partial(_ask, texts, words)) for words in _ASKED),
        ],
    )


def _find(filtering: Filtering, words: str) -> None:
    for facet in Facet:
        filtering.counts_named(Filters(), facet, words)


def _ask(texts: Evaluator, words: str) -> None:
    texts._known.clear()  # what queries came to; the text that words are looked for in stays
    texts.works(parse(words))


def main() -> None:
    """Print the tables."""
    filtering = indexing(zipf_entries(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
    changing(filtering)
    typing(filtering)


if __name__ == "__main__":
    main()
