from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.library.conftest import make_entry, tagged

from reader.library.queries.facets import Facet, FacetIndex, bit_set
from reader.work.model import Tag, TagKind


@given(st.sets(st.integers(0, 99)))
def test_a_bit_set_holds_the_positions_it_was_given(positions: set[int]) -> None:
    works = bit_set(sorted(positions), 100)
    assert {position for position in range(100) if works >> position & 1} == positions


def test_preparing_in_steps_gives_the_same_index() -> None:
    works = [make_entry(tags=[Tag(TagKind.FANDOM, f"Fandom {number % 7}")]) for number in range(1200)]
    index = FacetIndex(works)
    assert len(list(index.prepare())) > 1
    assert index.values(Facet.FANDOM) == FacetIndex(works).values(Facet.FANDOM)


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
