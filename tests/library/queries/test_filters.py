from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.conftest import make_entry, tagged

from reader.library.entries import Entry
from reader.library.queries.facets import SINGLE, Facet, FacetIndex
from reader.library.queries.filters import Choice, Count, Filtering, Filters, Mark, select
from reader.library.queries.query import (
    All,
    Complete,
    Either,
    Name,
    Not,
    Number,
    Query,
    Status,
    Tagged,
    Within,
    Words,
)
from reader.work.model import SeriesPart, Tag, TagKind, WorkInfo
from reader.work.tags import tag_key

ADDED = datetime(2026, 1, 1, tzinfo=UTC)
FANDOMS = ["Tidewrack", "tidewrack", "Original Work"]
SHIPS = ["Ana/Ines", "Ines/Ana", "Ana & Ines", "Bo/Teodor"]
RATINGS = ["Teen And Up Audiences", "Explicit"]
STATUSES = ["unread", "reading", "finished"]

TAGS = st.one_of(
    st.sampled_from(FANDOMS).map(lambda name: Tag(TagKind.FANDOM, name)),
    st.sampled_from(SHIPS).map(lambda name: Tag(TagKind.RELATIONSHIP, name)),
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    rating = Tag(TagKind.RATING, draw(st.sampled_from(RATINGS)))
    info = WorkInfo(
        id=f"ao3:{draw(st.integers(0, 10**6))}",
        title=draw(st.sampled_from(["The Salt Road", "Élan", "Nine Letters"])),
        authors=("oxbow",),
        tags=(rating, *draw(st.lists(TAGS, max_size=4, unique=True))),
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
        status=draw(st.sampled_from(STATUSES)),
        own_tags=draw(st.sampled_from([(), ("Winter reread",), ("winter reread", "owed")])),
    )


TERMS: st.SearchStrategy[Query] = st.sampled_from(
    [
        Words(Name.ANYWHERE, "salt"),
        Words(Name.TITLE, "elan"),
        Words(Name.AUTHOR, "oxbow"),
        Tagged((TagKind.FANDOM,), "tidewrack"),
        Tagged((TagKind.RELATIONSHIP,), "ines/ana"),
        Tagged((), "winter", own=True),
        Tagged((TagKind.RATING,), "T", whole=True),
        Within(Number.WORDS, 1_000, None),
        Within(Number.UPDATED, date(2024, 1, 1).toordinal(), None),
        Complete(value=True),
        Status("reading"),
    ]
)
QUERIES: st.SearchStrategy[Query] = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, max_size=3).map(tuple).map(All),
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(Either),
    ),
    max_leaves=5,
)
CHOICES = st.sampled_from(
    [
        Choice(Facet.FANDOM, "tidewrack"),
        Choice(Facet.FANDOM, "original work"),
        Choice(Facet.RELATIONSHIP, "ana/ines"),
        Choice(Facet.RATING, "explicit"),
        Choice(Facet.RATING, "teen and up audiences"),
        Choice(Facet.STATUS, "reading"),
        Choice(Facet.STATUS, "finished"),
        Choice(Facet.OWN, "winter reread"),
        Choice(Facet.COMPLETE, "complete"),
        Choice(Facet.FANDOM, "no such fandom"),
    ]
)


@st.composite
def filters(draw: st.DrawFn) -> Filters:
    chosen = draw(st.lists(CHOICES, max_size=4, unique=True))
    cut = draw(st.integers(0, len(chosen)))
    return Filters(draw(QUERIES), tuple(chosen[:cut]), tuple(chosen[cut:]))


def holds(query: Query, entry: Entry) -> bool:
    """What a query means, said once more and slowly, for the terms above."""
    match query:
        case All(terms):
            return all(holds(term, entry) for term in terms)
        case Either(terms):
            return any(holds(term, entry) for term in terms)
        case Not(term):
            return not holds(term, entry)
        case Words(Name.AUTHOR, _):
            return True
        case Words(_, text):
            return text in entry.info.title.lower().replace("é", "e")
        case Tagged(_, _, own=True):
            return any("winter" in name.lower() for name in entry.own_tags)
        case Tagged((kind,), text):
            names = {tag_key(tag) for tag in entry.info.tags if tag.kind is kind}
            return tag_key(Tag(kind, text)) in names
        case Within(what, low, _):
            if what is Number.WORDS:
                return entry.words >= (low or 0)
            return entry.info.updated is not None and entry.info.updated.toordinal() >= (low or 0)
        case Complete(value):
            return entry.info.complete is value
        case Status(value):
            return entry.status == value
    raise AssertionError(query)


def has(choice: Choice, entry: Entry) -> bool:
    match choice.facet:
        case Facet.STATUS:
            return entry.status == choice.key
        case Facet.OWN:
            return choice.key in {name.lower() for name in entry.own_tags}
        case Facet.COMPLETE:
            return entry.info.complete is True
    return choice.key in {tag_key(tag) for tag in entry.info.tags if tag.kind.value == choice.facet.value}


def in_force(asked: Filters, entry: Entry, aside: Facet | None = None) -> bool:
    either: dict[Facet, bool] = {}
    for choice in asked.included:
        if choice.facet in SINGLE:
            either[choice.facet] = either.get(choice.facet, False) or has(choice, entry)
        elif not has(choice, entry):
            return False
    chosen = all(held for facet, held in either.items() if facet is not aside)
    return chosen and holds(asked.query, entry) and not any(has(choice, entry) for choice in asked.excluded)


@settings(deadline=None)
@given(st.lists(entries(), max_size=12), filters())
def test_the_works_in_force_are_those_that_satisfy_all_filters(works: list[Entry], asked: Filters) -> None:
    found = Filtering(FacetIndex(works)).entries(asked)
    assert found == [entry for entry in works if in_force(asked, entry)]


@settings(deadline=None)
@given(st.lists(entries(), max_size=12), filters())
def test_counts_are_of_the_works_in_force(works: list[Entry], asked: Filters) -> None:
    counts = Filtering(FacetIndex(works)).counts(
        asked, [Facet.FANDOM, Facet.RELATIONSHIP, Facet.RATING, Facet.OWN]
    )
    for facet, counted in counts.items():
        for value, number, mark in counted:
            choice = Choice(facet, value.key)
            aside = facet if facet in SINGLE else None
            asked_without = asked.with_mark(choice, Mark.NONE) if mark is Mark.EXCLUDED else asked
            assert number == sum(
                has(choice, entry) and in_force(asked_without, entry, aside) for entry in works
            )
            assert number > 0 or mark
            assert mark is asked.mark(choice)


def titles(found: list[Entry]) -> list[str]:
    return [entry.info.title for entry in found]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ship:ana/ines", ["Ana Reyes/Ines Calder", "Ines/Ana"]),
        ('ship:"ana & ines"', ["Ana & Ines"]),
        ("ship:ana", ["Ana Reyes/Ines Calder", "Ines/Ana", "Ana & Ines", "Ana/Bo/Ines"]),
        ("ship:*/ines", ["Ana Reyes/Ines Calder", "Ines/Ana", "Anabel/Ines"]),
        ("ship:ana*/ines", ["Ana Reyes/Ines Calder", "Ines/Ana", "Anabel/Ines"]),
        ("ship:=ana/ines", ["Ines/Ana"]),
        ("-ship:ines", []),
    ],
)
def test_relationships_are_asked_for_in_any_order_and_by_parts_of_names(query: str, found: list[str]) -> None:
    ships = ["Ana Reyes/Ines Calder", "Ines/Ana", "Ana & Ines", "Ana/Bo/Ines", "Anabel/Ines"]
    assert titles(select(tagged(TagKind.RELATIONSHIP, *ships), query)) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tag:angst", ["Angst", "Light Angst"]),
        ("tag:=angst", ["Angst"]),
        ("tag:ang*", ["Angst", "Light Angst", "Anger"]),
        ("tag:魔法", ["魔法少女"]),
        ('tag:"hurt/comfort"', ["Hurt/Comfort"]),
    ],
)
def test_tags_are_found_by_whole_words(query: str, found: list[str]) -> None:
    names = ["Angst", "Light Angst", "Anger", "魔法少女", "Hurt/Comfort"]
    assert titles(select(tagged(TagKind.ADDITIONAL, *names), query)) == found


@pytest.mark.parametrize("asked", ["choose not to", "Chose Not To Use"])
def test_both_wordings_of_the_warning_find_both(asked: str) -> None:
    names = ("Choose Not To Use Archive Warnings", "Creator Chose Not To Use Archive Warnings")
    assert len(select(tagged(TagKind.WARNING, *names), f'warning:"{asked}"')) == 2


@pytest.mark.parametrize("asked", ["T", "teen", '"Teen And Up Audiences"', '"=Teen And Up Audiences"'])
def test_ratings_by_letter_or_name(asked: str) -> None:
    works = tagged(TagKind.RATING, "Teen And Up Audiences", "Mature", "T")
    assert titles(select(works, f"rating:{asked}")) == ["Teen And Up Audiences", "T"]


def test_the_other_fields() -> None:
    work = make_entry(
        "Red",
        authors=("Quill Feather",),
        language="Deutsch",
        series=(SeriesPart("Colours", 1),),
        summary="A “coat”\nand a road.",
        published=date(2024, 3, 1),
        chapters_posted=9,
    )
    other = make_entry("Blue", words=60_000)
    for query in (
        "author:feather",
        "lang:de",
        "series:colours",
        'summary:"coat"',
        '"and a road"',
        "published:2024-03",
        "updated:2024..",
        "chapters:9",
        "words:..1k",
        'status:unread title:"red"',
        "-words:>50k",
    ):
        assert select([work, other], query) == [work], query


def test_a_value_goes_from_included_to_excluded_to_neither() -> None:
    choice = Choice(Facet.FANDOM, "tidewrack")
    included = Filters().cycled(choice)
    assert included.mark(choice) is Mark.INCLUDED
    assert included.cycled(choice).mark(choice) is Mark.EXCLUDED
    assert included.cycled(choice).cycled(choice) == Filters()


def test_an_excluded_value_stays_in_sight_with_what_it_keeps_out() -> None:
    filtering = Filtering(FacetIndex(tagged(TagKind.FANDOM, "Tidewrack", "tidewrack", "Other")))
    asked = Filters(excluded=(Choice(Facet.FANDOM, "tidewrack"),))
    counted = filtering.counts(asked, [Facet.FANDOM])[Facet.FANDOM]
    assert [(count.value.name, count.number, count.mark) for count in counted] == [
        ("Tidewrack", 2, Mark.EXCLUDED),
        ("Other", 1, Mark.NONE),
    ]
    assert isinstance(counted[0], Count)
