from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.conftest import make_entry, tagged
from tests.library.queries.obvious_model import (
    QUERIES,
    TABLES,
    WRITTEN,
    Table,
    entries,
    filters,
    has,
    holds,
    in_force,
    settled,
)
from tests.library.zipf_library import zipf_entries

from reader.library.queries import filtering as filtering_module
from reader.library.queries.counting import Count
from reader.library.queries.facet_index import FacetIndex
from reader.library.queries.facets import Facet
from reader.library.queries.filtering import Filtering
from reader.library.queries.filters import Choice, Filters, Mark
from reader.library.queries.hiding import HideRule
from reader.library.queries.meanings import Meanings
from reader.library.queries.parsing import parse
from reader.library.queries.writing import as_query
from reader.work.model import TagKind

if TYPE_CHECKING:
    from reader.library.entries import Entry
    from reader.library.queries.query import Query

WORKS = st.lists(entries(), max_size=12)
RULES = st.lists(QUERIES, max_size=2).map(tuple)
FACETS = tuple(WRITTEN)


def meanings(table: Table) -> Meanings:
    """The table as a reader writes it: in groups."""
    same = [
        (facet.value, name, [other for other, meant in names.items() if meant == name])
        for facet, names in table.same.items()
        for name in sorted(set(names.values()))
    ]
    parents = [
        (facet.value, name, under)
        for facet, groups in table.parents.items()
        for name, under in groups.items()
    ]
    return Meanings(same, parents, table.without)


def filtering(works: list[Entry], table: Table, rules: tuple[Query, ...] = ()) -> Filtering:
    return Filtering(FacetIndex(works, meanings(table)), [HideRule("", rule) for rule in rules])


@given(WORKS, filters(), TABLES, RULES)
def test_the_works_in_force_are_those_that_satisfy_all_filters(
    works: list[Entry], asked: Filters, table: Table, rules: tuple[Query, ...]
) -> None:
    found = filtering(works, table, rules).entries(asked)
    meant = settled(asked, table)
    assert found == [entry for entry in works if in_force(meant, entry, table, rules)]


@given(WORKS, filters(), TABLES, RULES)
def test_counts_are_of_the_works_in_force(
    works: list[Entry], asked: Filters, table: Table, rules: tuple[Query, ...]
) -> None:
    counts = filtering(works, table, rules).counts(asked, FACETS)
    asked = settled(asked, table)
    for facet, counted in counts.items():
        aside = facet if asked.means_either(facet) else None
        shown = {count.value.key: count for count in counted}
        assert len(shown) == len(counted)
        for key in {*WRITTEN[facet].values(), "all tides", "everything"}:
            choice = Choice(facet, key)
            mark = asked.mark(choice)
            without = asked.with_mark(choice, Mark.NONE) if mark is Mark.EXCLUDED else asked
            number = sum(
                has(choice, entry, table) and in_force(without, entry, table, rules, aside) for entry in works
            )
            if number:
                assert (shown[key].number, shown[key].mark) == (number, mark)
            else:
                assert key not in shown or (shown[key].number == 0 and mark)


@given(WORKS, filters(), TABLES, RULES)
def test_hidden_works_are_those_a_rule_finds_and_others_have_no_reason(
    works: list[Entry], asked: Filters, table: Table, rules: tuple[Query, ...]
) -> None:
    filtered = filtering(works, table, rules)
    hidden = [any(holds(rule, entry, table) for rule in rules) for entry in works]
    assert [bool(filtered.hiding.works >> place & 1) for place in range(len(works))] == hidden
    all_of_them = filtered.works(
        Filters(asked.query, asked.included, asked.excluded, asked.either, hidden=True)
    )
    assert all(is_hidden or not filtered.hiding.reason(place) for place, is_hidden in enumerate(hidden))
    assert filtered.hidden(asked) == (0 if asked.hidden else all_of_them & filtered.hiding.works)


@given(WORKS, filters(), TABLES, st.booleans())
def test_filters_written_as_a_query_select_the_same_works(
    works: list[Entry], asked: Filters, table: Table, named: bool
) -> None:
    filtered = filtering(works, table)
    line = as_query(asked, filtered.index if named else None)
    assert filtered.works(Filters(parse(line))) == filtered.works(asked)


@given(WORKS, TABLES)
def test_preparing_changes_no_answer(works: list[Entry], table: Table) -> None:
    prepared, plain = filtering(works, table), filtering(works, table)
    list(prepared.prepare())
    assert prepared.counts(Filters(), Facet) == plain.counts(Filters(), Facet)


@given(WORKS, filters(), TABLES, st.sampled_from(["", "an", "ines ana", "burn", "tides", "SLOW", "q"]))
def test_counts_by_name_are_those_of_the_names_that_hold_the_words(
    works: list[Entry], asked: Filters, table: Table, words: str
) -> None:
    filtered = filtering(works, table)
    for facet in FACETS:
        every = filtered.counts(asked, (facet,))[facet]
        wanted = {
            count.value.key
            for count in every
            for names in [" ".join((*count.value.keys, count.value.name.lower()))]
            if all(word in names for word in words.lower().split())
        }
        named = filtered.counts_named(asked, facet, words)
        assert {count.value.key for count in named} == wanted
        assert set(named) <= set(every)
        numbers = [count.number for count in named]
        assert facet in (Facet.RATING, Facet.STATUS) or numbers == sorted(numbers, reverse=True)


@given(WORKS, st.data(), filters(), TABLES)
def test_what_is_kept_when_the_reader_changed_something_is_right(
    works: list[Entry], data: st.DataObject, asked: Filters, table: Table
) -> None:
    filtered = filtering(works, table)
    list(filtered.prepare())
    others = [data.draw(entries()) for _ in works]
    said = zip(works, others, strict=True)
    read = [other._replace(info=entry.info, words=entry.words) for entry, other in said]
    recounted = [entry._replace(words=entry.words + 20_000) for entry in works]
    for now in (read, others, recounted):
        kept, fresh = filtered.after(now), filtering(now, table)
        assert kept.works(asked) == fresh.works(asked)
        assert kept.counts(asked, FACETS) == fresh.counts(asked, FACETS)


def test_a_value_goes_from_included_to_excluded_to_neither() -> None:
    choice = Choice(Facet.FANDOM, "tidewrack")
    included = Filters().cycled(choice)
    assert included.mark(choice) is Mark.INCLUDED
    assert included.cycled(choice).mark(choice) is Mark.EXCLUDED
    assert included.cycled(choice).cycled(choice) == Filters()


def test_an_excluded_value_stays_in_sight_with_what_it_keeps_out() -> None:
    filtered = Filtering(FacetIndex(tagged(TagKind.FANDOM, "Tidewrack", "tidewrack", "Other")))
    asked = Filters(excluded=(Choice(Facet.FANDOM, "tidewrack"),))
    counted = filtered.counts(asked, [Facet.FANDOM])[Facet.FANDOM]
    assert [(count.value.name, count.number, count.mark) for count in counted] == [
        ("Tidewrack", 2, Mark.EXCLUDED),
        ("Other", 1, Mark.NONE),
    ]
    assert isinstance(counted[0], Count)


def test_any_of_the_values_included_of_a_facet_may_be_enough() -> None:
    works = [make_entry("One", authors=("oxbow",)), make_entry("Two", authors=("quill",))]
    chosen = Filters(included=(Choice(Facet.AUTHOR, "oxbow"), Choice(Facet.AUTHOR, "quill")))
    filtered = Filtering(FacetIndex(works))
    assert filtered.entries(chosen) == []
    assert filtered.entries(chosen.toggled_either(Facet.AUTHOR)) == works
    assert chosen.toggled_either(Facet.AUTHOR).toggled_either(Facet.AUTHOR) == chosen


def test_ranges_of_words_and_completion_are_written_as_queries() -> None:
    works = [
        make_entry(str(words), words=words, complete=words > 5_000) for words in (10, 5_000, 60_000, 10**6)
    ]
    filtered = Filtering(FacetIndex(works))
    for count in chain.from_iterable(filtered.counts(Filters(), (Facet.WORDS, Facet.COMPLETE)).values()):
        asked = Filters(included=(Choice(count.value.facet, count.value.key),))
        assert filtered.works(Filters(parse(as_query(asked)))) == filtered.works(asked) != 0


@pytest.mark.parametrize("words", ["", "s", "ana", "slow burn", "zz"])
def test_many_names_and_few_are_counted_alike(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    filtered = Filtering(FacetIndex(zipf_entries(200)))
    asked = Filters(parse("complete:yes"), excluded=(Choice(Facet.FANDOM, "fandom 0"),))
    few = [filtered.counts_named(asked, facet, words, 10_000) for facet in Facet]
    monkeypatch.setattr(filtering_module, "_MANY", 0)
    many = [filtered.counts_named(asked, facet, words, 10_000) for facet in Facet]
    assert list(map(set, few)) == list(map(set, many))
    assert any(few) == (words != "zz")
