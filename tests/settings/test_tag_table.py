from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.settings.tag_table import (
    Group,
    TagTable,
    merged,
    parted,
    put_under,
    taken_back,
    taken_from_under,
)

NAMES = st.sampled_from("abcdefgh")
MERGES = st.lists(st.tuples(NAMES, NAMES), max_size=8)


def meant(table: TagTable, name: str) -> str:
    """What a name is shown as."""
    return next((group.name for group in table.same if name in (group.name, *group.others)), name)


def built(merges: list[tuple[str, str]]) -> TagTable:
    table = TagTable()
    for name, into in merges:
        table = merged(table, "additional", name, into)
    return table


@given(MERGES, NAMES, NAMES)
def test_a_merged_name_means_what_the_other_does_and_so_do_all_that_meant_it(
    merges: list[tuple[str, str]], name: str, into: str
) -> None:
    before = built(merges)
    after = merged(before, "additional", name, into)
    shown = meant(before, into)
    moves = meant(before, name) == name
    for other in "abcdefgh":
        moved = other == name or (moves and meant(before, other) == name)
        assert meant(after, other) == (shown if moved else meant(before, other))


@given(MERGES)
def test_a_name_is_in_one_group(merges: list[tuple[str, str]]) -> None:
    names = [name for group in built(merges).same for name in (group.name, *group.others)]
    assert len(names) == len(set(names))
    assert all(group.others for group in built(merges).same)


@given(MERGES, NAMES, NAMES)
def test_parting_undoes_the_merge_of_a_single_name(
    merges: list[tuple[str, str]], name: str, into: str
) -> None:
    before = built(merges)
    single = all(name not in (group.name, *group.others) for group in before.same)
    if single and name != into:
        assert parted(merged(before, "additional", name, into), "additional", name) == before


@given(MERGES, NAMES, NAMES)
def test_what_is_taken_back_was_never_done(merges: list[tuple[str, str]], name: str, into: str) -> None:
    before = put_under(built(merges), "fandom", "Tidewrack", "Everything")
    for after in (
        merged(before, "additional", name, into),
        put_under(before, "fandom", name, "Everything"),
        taken_from_under(before, "fandom", "Tidewrack", "Everything"),
    ):
        assert taken_back(after, before, after) == before
        elsewhere = merged(put_under(after, "fandom", "Sea", "Everything"), "character", "Ana", "Ana Vass")
        without = merged(put_under(before, "fandom", "Sea", "Everything"), "character", "Ana", "Ana Vass")
        left = taken_back(elsewhere, before, after)
        assert _said(left) == _said(without)


def _said(table: TagTable) -> set[tuple[str, str, str]]:
    """What a table says, in whatever order."""
    return {
        (group.kind, group.name, other) for group in (*table.same, *table.parents) for other in group.others
    }


def test_names_of_different_kinds_have_nothing_to_do_with_one_another() -> None:
    table = merged(TagTable(), "additional", "Tide", "Tides")
    assert parted(table, "fandom", "Tide") == table
    assert merged(table, "fandom", "Tide", "Sea").same == (
        Group("additional", "Tides", ("Tide",)),
        Group("fandom", "Sea", ("Tide",)),
    )


def test_case_and_spaces_make_no_other_name() -> None:
    table = merged(TagTable(), "additional", "slowburn", "Slow Burn")
    assert merged(table, "additional", "SLOW  burn", "slow burn") == table
    assert merged(table, "additional", "Slowburn", "Slow Burn") == table
    assert parted(table, "additional", "SlowBurn") == TagTable()


def test_names_are_put_under_a_parent_and_taken_away() -> None:
    one = put_under(TagTable(), "fandom", "Tidewrack", "The Sea")
    two = put_under(one, "fandom", "The Salt Road", "the sea")
    assert two.parents == (Group("fandom", "The Sea", ("Tidewrack", "The Salt Road")),)
    assert put_under(two, "fandom", "tidewrack", "The Sea") == two
    assert taken_from_under(two, "fandom", "The Salt Road", "The Sea") == one
    assert taken_from_under(one, "fandom", "Tidewrack", "The Sea") == TagTable()
    assert taken_from_under(one, "fandom", "Tidewrack", "The Land") == one
