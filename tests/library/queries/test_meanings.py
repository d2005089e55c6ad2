from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.library.conftest import make_entry, tagged

from reader.library.queries.facet_index import FacetIndex
from reader.library.queries.facets import Facet
from reader.library.queries.filtering import Filtering
from reader.library.queries.filters import Filters
from reader.library.queries.meanings import Meanings
from reader.library.queries.parsing import parse
from reader.work.model import Tag, TagKind

NAMES = st.sampled_from("abcdef")
GROUPS = st.lists(st.tuples(st.just("additional"), NAMES, st.lists(NAMES, max_size=3)), max_size=4)


@given(GROUPS)
def test_what_a_name_means_means_itself(groups: list[tuple[str, str, list[str]]]) -> None:
    meanings = Meanings(groups)
    for name in "abcdef":
        meant = meanings.key(Facet.ADDITIONAL, name)
        assert meanings.meant(Facet.ADDITIONAL, meant) == meant


@given(GROUPS)
def test_names_of_the_first_group_mean_the_same(groups: list[tuple[str, str, list[str]]]) -> None:
    meanings = Meanings(groups)
    for _, name, others in groups[:1]:
        keys = {meanings.key(Facet.ADDITIONAL, other) for other in (name, *others)}
        assert len(keys) == 1


@given(GROUPS)
def test_nothing_is_under_itself_and_all_below_is_found(groups: list[tuple[str, str, list[str]]]) -> None:
    under = Meanings(parents=groups).under(Facet.ADDITIONAL)
    for parent, children in under.items():
        assert parent not in children
        assert len(children) == len(set(children))
        below = {below for child in children for below in under.get(child, ())}
        assert below <= {*children, parent}


def test_a_merged_tag_counts_under_the_name_of_the_table() -> None:
    meanings = Meanings([("additional", "Slow Burn", ["slowburn", "slow-burn"])])
    index = FacetIndex(tagged(TagKind.ADDITIONAL, "slowburn", "SLOW-BURN", "Fluff"), meanings)
    first, second = index.values(Facet.ADDITIONAL)
    assert (first.key, first.name, first.number) == ("slow burn", "Slow Burn", 2)
    assert second.name == "Fluff"


def test_every_name_finds_what_it_means() -> None:
    meanings = Meanings(
        [("additional", "Slow Burn", ["slowburn"]), ("relationship", "Ana/Ines", ["Anines"])],
        [("fandom", "The Sea", ["Tidewrack"])],
        ["Tidewrack"],
    )
    tags = [Tag(TagKind.ADDITIONAL, "slowburn"), Tag(TagKind.RELATIONSHIP, "Ines/Ana")]
    tags += [Tag(TagKind.FANDOM, "Tidewrack"), Tag(TagKind.CHARACTER, "Bo (Tidewrack)")]
    filtering = Filtering(FacetIndex([make_entry("One", tags=tags)], meanings))
    for query in (
        'tag:"slow burn"',
        "tag:slowburn",
        "tag:=slowburn",
        "ship:anines",
        "ship:=anines",
        "ship:ana/ines",
        'fandom:"the sea"',
        'fandom:="The Sea"',
        "character:=Bo",
        'character:="Bo (Tidewrack)"',
        'character:"bo (tidewrack)"',
    ):
        assert filtering.works(Filters(parse(query))) == 1, query
    assert filtering.works(Filters(parse("tag:burning"))) == 0


def test_a_fandom_is_left_out_after_a_character_alone_and_in_relationships() -> None:
    meanings = Meanings(without=["tidewrack"])
    names = ("Bo (Tidewrack)/Ana", "Ana/Bo", "Bo (Other)/Ana")
    first, second = FacetIndex(tagged(TagKind.RELATIONSHIP, *names), meanings).values(Facet.RELATIONSHIP)
    assert (first.name, first.number) == ("Bo/Ana", 2)
    assert second.name == "Bo (Other)/Ana"
    (value,) = FacetIndex(tagged(TagKind.ADDITIONAL, "Crossover (Tidewrack)"), meanings).values(
        Facet.ADDITIONAL
    )
    assert value.name == "Crossover (Tidewrack)"


def test_what_holds_of_a_character_holds_of_it_in_relationships() -> None:
    meanings = Meanings(
        [("relationship", "Anines", ["Ana/Ines"]), ("character", "Ana V.", ["Ana Vass", "Ana"])],
        without=["Tidewrack"],
    )
    written = ("Bo/Ana Vass (Tidewrack)", "Ana V./Bo", "ANA/Bo", "Ana Vass & Bo", "Ines/Ana Vass")
    works = tagged(TagKind.RELATIONSHIP, *written)
    index = FacetIndex(works, meanings)
    found = [(value.name, value.number) for value in index.values(Facet.RELATIONSHIP)]
    assert found == [("Bo/Ana V.", 3), ("Ana V. & Bo", 1), ("Anines", 1)]
    assert [entry.info.names(TagKind.RELATIONSHIP) for entry in works] == [(name,) for name in written]
    for query, number in (
        ("ship:bo/ana", 3),
        ('ship:"ana vass/bo"', 3),
        ('ship:="Ana (Tidewrack)/Bo"', 3),
        ('ship:"ana v."', 5),
        ('ship:"ana vass & bo"', 1),
        ("ship:ines/ana", 1),
        ("ship:anines", 1),
    ):
        assert Filtering(index).works(Filters(parse(query))).bit_count() == number, query


def test_a_crowd_of_characters_with_other_names_is_no_crowd_of_names() -> None:
    crowd = [f"c{number}" for number in range(40)]
    meanings = Meanings([("character", name, [f"{name}x", f"{name}y"]) for name in crowd])
    (value,) = FacetIndex(tagged(TagKind.RELATIONSHIP, "/".join(crowd)), meanings).values(Facet.RELATIONSHIP)
    assert len(value.others) < 100


def test_a_choice_made_before_two_tags_were_merged_means_the_one_they_became() -> None:
    works = tagged(TagKind.ADDITIONAL, "slowburn", "Slow Burn")
    index = FacetIndex(works)
    chosen = Filters().cycled(Filtering(index).choice("additional", "slowburn"))
    assert len(Filtering(index).entries(chosen)) == 1
    merged = Filtering(FacetIndex(works, Meanings([("additional", "Slow Burn", ["slowburn"])])))
    assert merged.entries(chosen) == works
    (count,) = merged.counts(chosen, [Facet.ADDITIONAL])[Facet.ADDITIONAL]
    assert (count.number, count.mark) == (2, "included")


def test_groups_of_facets_without_names_are_left_aside() -> None:
    meanings = Meanings([("words", "a", ["b"]), ("nonsense", "a", ["b"])])
    assert not any(meanings.changes(facet) for facet in Facet)
