"""What queries, choices, meanings and hide rules mean, said once more for one work at a time, and slowly."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache, partial
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from reader.library.entries import Entry
from reader.library.queries.facets import SINGLE, TAGS, Facet
from reader.library.queries.filters import Choice, Filters
from reader.library.queries.query import (
    EVERYTHING,
    All,
    Either,
    Fact,
    Has,
    Is,
    Match,
    Name,
    Not,
    Number,
    Query,
    Unless,
    Within,
    Words,
)
from reader.work.model import SeriesPart, Tag, TagKind, WorkInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

ADDED = datetime(2026, 1, 1, tzinfo=UTC)
WRITTEN: dict[Facet, dict[str, str]] = {
    Facet.FANDOM: {"Tidewrack": "tidewrack", "tidewrack": "tidewrack", "Original Work": "original work"},
    Facet.RELATIONSHIP: {
        "Ana/Ines": "ana/ines",
        "Ines/Ana": "ana/ines",
        "Ana & Ines": "ana & ines",
        "Bo/Teodor": "bo/teodor",
        "Ines/Bo": "bo/ines",
    },
    Facet.CHARACTER: {"Bo": "bo", "Bo (Tidewrack)": "bo (tidewrack)", "Ana": "ana"},
    Facet.ADDITIONAL: {
        "Slow Burn": "slow burn",
        "slowburn": "slowburn",
        "Slow-Burn": "slow-burn",
        "Élan": "elan",
    },
    Facet.RATING: {"Teen And Up Audiences": "teen and up audiences", "Explicit": "explicit"},
    Facet.OWN: {"Winter reread": "winter reread", "winter reread": "winter reread", "owed": "owed"},
    Facet.AUTHOR: {"oxbow": "oxbow", "Quill": "quill"},
    Facet.SERIES: {"Tides": "tides", "Salt & Sea": "salt & sea"},
    Facet.STATUS: {"unread": "unread", "reading": "reading", "finished": "finished"},
}
"""The names that works have, and the key of each."""


@dataclass(frozen=True)
class Table:
    """A reader's table of tags, by keys: what is meant by a key, what belongs under one, what is left out."""

    same: Mapping[Facet, Mapping[str, str]] = field(default_factory=dict)
    """A name and the one it means: never the name of another group, as in a table without contradictions."""
    parents: Mapping[Facet, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    without: tuple[str, ...] = ()

    def meant(self, facet: Facet, key: str) -> str:
        if facet is Facet.CHARACTER:
            for fandom in self.without:
                key = key.removesuffix(f" ({fandom})")
        if facet is Facet.RELATIONSHIP:
            sign = "/" if "/" in key else " & "
            key = sign.join(sorted(self.meant(Facet.CHARACTER, member) for member in key.split(sign)))
        return self.same.get(facet, {}).get(key, key)

    def above(self, facet: Facet, key: str) -> set[str]:
        """The key and all parents of it."""
        found = {key}
        while True:
            more = {p for p, under in self.parents.get(facet, {}).items() if found & set(under)} - found
            if not more:
                return found
            found |= more


TABLES = st.builds(
    Table,
    same=st.sampled_from(
        [
            {},
            {
                Facet.ADDITIONAL: {"slowburn": "slow burn", "slow-burn": "slow burn"},
                Facet.AUTHOR: {"quill": "oxbow"},
            },
            {Facet.CHARACTER: {"ana": "bo"}, Facet.RELATIONSHIP: {"bo/teodor": "bo/ines"}},
        ]
    ),
    parents=st.sampled_from(
        [
            {},
            {
                Facet.FANDOM: {"all tides": ("tidewrack",), "everything": ("all tides", "original work")},
                Facet.ADDITIONAL: {"slow burn": ("elan",)},
            },
            {Facet.FANDOM: {"all tides": ("tidewrack", "all seas"), "all seas": ("all tides",)}},
        ]
    ),
    without=st.sampled_from([(), ("tidewrack",)]),
)


def names_of(entry: Entry, facet: Facet) -> tuple[str, ...]:
    match facet:
        case Facet.OWN:
            return entry.own_tags
        case Facet.AUTHOR:
            return entry.info.authors
        case Facet.SERIES:
            return tuple(part.title for part in entry.info.series)
        case Facet.STATUS:
            return (entry.status,)
    return entry.info.names(TagKind(facet.value))


def keys_of(entry: Entry, facet: Facet, table: Table) -> set[str]:
    """The keys of all values that a work has."""
    keys = {table.meant(facet, WRITTEN[facet][name]) for name in names_of(entry, facet)}
    return {above for key in keys for above in table.above(facet, key)}


def has(choice: Choice, entry: Entry, table: Table) -> bool:
    return choice.key in keys_of(entry, choice.facet, table)


def holds(query: Query, entry: Entry, table: Table) -> bool:
    match query:
        case All(terms):
            return all(holds(term, entry, table) for term in terms)
        case Either(terms):
            return any(holds(term, entry, table) for term in terms)
        case Not(term):
            return not holds(term, entry, table)
        case Unless(term, exception):
            return holds(term, entry, table) and not holds(exception, entry, table)
        case Words(Name.TITLE | Name.ANYWHERE, text):
            return text in entry.info.title.lower().replace("é", "e")
        case Has(facets, text, Match.WHOLE):
            return any(table.meant(facet, text.lower()) in keys_of(entry, facet, table) for facet in facets)
        case Has(facets, text):
            return any(text.lower() in name for facet in facets for name in _all_names(entry, facet, table))
        case Within(Number.UPDATED, low, _):
            return entry.info.updated is not None and entry.info.updated.toordinal() >= (low or 0)
        case Within(what, low, _):
            figure = {Number.WORDS: entry.words, Number.RATING: entry.rating, Number.TIMES: entry.times_read}[
                what
            ]
            return figure is not None and figure >= (low or 0)
        case Is(fact, value):
            facts = {Fact.COMPLETE: entry.info.complete, Fact.NEW: bool(entry.new_keys)}
            return facts[fact] is value
    raise AssertionError(query)


def _all_names(entry: Entry, facet: Facet, table: Table) -> set[str]:
    """Every name by which a value of the work may be found."""
    keys = keys_of(entry, facet, table)
    written = {key for key in WRITTEN[facet].values() if table.meant(facet, key) in keys}
    return keys | written


def settled(asked: Filters, table: Table) -> Filters:
    """The filters with what the choices mean."""
    meant = [
        tuple(dict.fromkeys(Choice(c.facet, table.meant(c.facet, c.key)) for c in choices))
        for choices in (asked.included, asked.excluded)
    ]
    return asked._replace(included=meant[0], excluded=meant[1])


def in_force(
    asked: Filters, entry: Entry, table: Table, rules: tuple[Query, ...] = (), aside: Facet | None = None
) -> bool:
    """Whether a work is shown; `aside` is a facet of which what is included does not count."""
    has_it = partial(has, entry=entry, table=table)
    for facet in {choice.facet for choice in asked.included} - {aside}:
        chosen = [has_it(choice) for choice in asked.included if choice.facet is facet]
        enough = any(chosen) if facet in SINGLE or facet in asked.either else all(chosen)
        if not enough:
            return False
    if not asked.hidden and any(holds(rule, entry, table) for rule in rules):
        return False
    return holds(asked.query or EVERYTHING, entry, table) and not any(map(has_it, asked.excluded))


@cache
def _names(facet: Facet, *, max_size: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Names of a facet in either order: one of all choices there are, as that is drawn at once."""
    names = sorted(WRITTEN[facet])
    chosen = [some for size in range(max_size + 1) for some in combinations(names, size)]
    return st.sampled_from(list(dict.fromkeys([*chosen, *(some[::-1] for some in chosen)])))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """A work whose names are among those above."""
    tags = [
        Tag(TagKind(facet.value), name)
        for facet in (Facet.FANDOM, Facet.RELATIONSHIP, Facet.CHARACTER, Facet.ADDITIONAL)
        for name in draw(_names(facet, max_size=3))
    ]
    rating = Tag(TagKind.RATING, draw(st.sampled_from(sorted(WRITTEN[Facet.RATING]))))
    info = WorkInfo(
        id=f"ao3:{draw(st.integers(0, 10**6))}",
        title=draw(st.sampled_from(["The Salt Road", "Élan", "Nine Letters"])),
        authors=draw(_names(Facet.AUTHOR, max_size=2)),
        tags=(rating, *tags),
        series=tuple(SeriesPart(title, 1) for title in draw(_names(Facet.SERIES, max_size=1))),
        complete=draw(st.sampled_from([True, False, None])),
        updated=draw(st.sampled_from([None, date(2023, 5, 1), date(2024, 2, 29)])),
    )
    return Entry(
        info,
        None,
        "ao3",
        "",
        ADDED,
        words=draw(st.sampled_from([900, 4_999, 50_000])),
        chapters=1,
        status=draw(st.sampled_from(sorted(WRITTEN[Facet.STATUS]))),
        own_tags=draw(_names(Facet.OWN, max_size=2)),
        new_keys=draw(st.sampled_from([(), ("a",)])),
        rating=draw(st.sampled_from([None, 3, 5])),
        times_read=draw(st.integers(0, 2)),
    )


TERMS: st.SearchStrategy[Query] = st.sampled_from(
    [
        Words(Name.ANYWHERE, "salt"),
        Words(Name.TITLE, "elan"),
        Has((Facet.AUTHOR,), "oxb", Match.PART),
        Has((Facet.AUTHOR,), "Quill", Match.WHOLE),
        Has((Facet.SERIES,), "tides", Match.PART),
        Has((Facet.FANDOM,), "tidewrack"),
        Has((Facet.FANDOM,), "all tides", Match.WHOLE),
        Has((Facet.RELATIONSHIP,), "ana/ines", Match.WHOLE),
        Has((Facet.RELATIONSHIP,), "ana"),
        Has((Facet.CHARACTER,), "Bo (Tidewrack)", Match.WHOLE),
        Has((Facet.ADDITIONAL,), "slowburn"),
        Has((*TAGS, Facet.OWN), "slow burn", Match.WHOLE),
        Has((Facet.OWN,), "winter"),
        Has((Facet.STATUS,), "reading", Match.WHOLE),
        Within(Number.WORDS, 1_000, None),
        Within(Number.UPDATED, date(2024, 1, 1).toordinal(), None),
        Within(Number.RATING, 4, None),
        Within(Number.TIMES, 1, None),
        Is(Fact.COMPLETE, value=True),
        Is(Fact.NEW, value=False),
    ]
)
QUERIES: st.SearchStrategy[Query] = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, max_size=3).map(tuple).map(All),
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(Either),
        st.builds(Unless, inner, inner),
    ),
    max_leaves=5,
)
CHOICES = st.sampled_from(
    [
        *(Choice(facet, key) for facet, names in WRITTEN.items() for key in sorted(set(names.values()))),
        Choice(Facet.FANDOM, "all tides"),
        Choice(Facet.FANDOM, "no such fandom"),
    ]
)


@st.composite
def filters(draw: st.DrawFn) -> Filters:
    """Filters of every kind, over names that works have and names that none has."""
    chosen = draw(st.lists(CHOICES, max_size=4, unique=True))
    cut = draw(st.integers(0, len(chosen)))
    either = draw(st.frozensets(st.sampled_from(sorted(WRITTEN)), max_size=3))
    return Filters(draw(QUERIES), tuple(chosen[:cut]), tuple(chosen[cut:]), either, draw(st.booleans()))
