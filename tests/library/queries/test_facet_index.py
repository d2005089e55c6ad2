from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.conftest import make_entry, tagged

from reader.library.queries.bits import bit_set, flags
from reader.library.queries.facet_index import FEW, FacetIndex
from reader.library.queries.facets import Facet
from reader.work.model import SeriesPart, Tag, TagKind

if TYPE_CHECKING:
    from reader.library.entries import Entry


@given(st.lists(st.integers(0, 99)))
def test_a_bit_set_holds_the_positions_it_was_given(positions: list[int]) -> None:
    works = bit_set(positions, 100)
    assert {position for position in range(100) if works >> position & 1} == set(positions)
    assert {position for position, held in enumerate(flags(works, 100)) if held} == set(positions)


def test_preparing_in_steps_gives_the_same_index() -> None:
    works = [make_entry(tags=[Tag(TagKind.FANDOM, f"Fandom {number % 7}")]) for number in range(1200)]
    index = FacetIndex(works)
    assert len(list(index.prepare())) > 1
    assert index.values(Facet.FANDOM) == FacetIndex(works).values(Facet.FANDOM)


@cache
def many_tagged() -> list[Entry]:
    """Works enough for the index to pause while it is prepared."""
    kinds = (TagKind.FANDOM, TagKind.CHARACTER)
    return [make_entry(tags=[Tag(kind, f"{kind} {number}") for kind in kinds]) for number in range(1500)]


@settings(max_examples=15)
@given(st.data())
def test_what_is_asked_for_in_a_pause_is_whole_and_leaves_the_rest_whole(data: st.DataObject) -> None:
    whole, asked = FacetIndex(many_tagged()), FacetIndex(many_tagged())
    facets = (Facet.FANDOM, Facet.CHARACTER)
    pauses = data.draw(st.lists(st.integers(0, 30), max_size=2), label="pauses")
    for pause, _ in enumerate(asked.prepare()):
        if pause in pauses:
            facet = data.draw(st.sampled_from(facets), label="facet")
            assert asked.values(facet) == whole.values(facet)
    for facet in facets:
        assert asked.values(facet) == whole.values(facet)


def test_spellings_of_one_tag_are_one_value_under_the_first_name() -> None:
    index = FacetIndex(tagged(TagKind.RELATIONSHIP, "Ana/Ines", "Ines/Ana", "INES / ANA"))
    (value,) = index.values(Facet.RELATIONSHIP)
    assert (value.name, value.works) == ("Ana/Ines", 0b111)


def test_values_in_order_and_by_frequency() -> None:
    works = [make_entry(words=words) for words in (200_000, 500, 30_000)]
    assert [value.name for value in FacetIndex(works).values(Facet.WORDS)] == [
        "under 1,000",
        "20,000 to 50,000",
        "100,000 and more",
    ]
    fandoms = FacetIndex(tagged(TagKind.FANDOM, "Rare", "Common", "common"))
    assert [value.name for value in fandoms.values(Facet.FANDOM)] == ["Common", "Rare"]


@given(st.lists(st.booleans(), max_size=40))
def test_the_entries_of_a_set_come_in_the_order_of_the_list(chosen: list[bool]) -> None:
    works = [make_entry(str(number)) for number in range(len(chosen))]
    positions = [number for number, is_chosen in enumerate(chosen) if is_chosen]
    found = FacetIndex(works).chosen(bit_set(positions, len(works)))
    assert found == [works[position] for position in positions]


@given(st.lists(st.integers(0, 3 * FEW), max_size=40))
def test_a_value_knows_its_works_however_many_they_are(written: list[int]) -> None:
    works = [make_entry(tags=[Tag(TagKind.FANDOM, f"Fandom {number % 3}")] * 2) for number in written]
    for value in FacetIndex(works).values(Facet.FANDOM):
        having = [place for place, entry in enumerate(works) if entry.info.tags[0].name == value.name]
        assert value.works == bit_set(having, len(works))
        assert value.number == len(having)


def test_values_are_found_by_what_their_names_hold() -> None:
    index = FacetIndex(tagged(TagKind.RELATIONSHIP, "Ines/Ana", "Bo & Cem", "Ines/Bo"))
    assert [value.name for value in index.holding(Facet.RELATIONSHIP, "ines/")] == ["Ines/Ana", "Ines/Bo"]
    assert [value.name for value in index.holding(Facet.RELATIONSHIP, "bo & ")] == ["Bo & Cem"]
    assert len(list(index.holding(Facet.RELATIONSHIP, ""))) == 3
    assert list(index.holding(Facet.CHARACTER, "")) == []


def test_authors_series_and_languages_are_facets() -> None:
    works = [
        make_entry("One", authors=("oxbow", "Quill"), language="Deutsch", series=(SeriesPart("Tides", 1),)),
        make_entry("Two", authors=("Oxbow",), language="German", series=(SeriesPart("Tides", 2),)),
    ]
    index = FacetIndex(works)
    authors = [(value.name, value.works) for value in index.values(Facet.AUTHOR)]
    assert authors == [("oxbow", 0b11), ("Quill", 0b01)]
    assert [value.works for value in index.values(Facet.SERIES)] == [0b11]
    (language,) = index.holding(Facet.LANGUAGE, "deutsch")
    assert (language.key, language.works) == ("de", 0b11)
