from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.conftest import make_entry, select, tagged
from tests.library.queries.obvious_model import entries

from reader.library.queries.completion import complete
from reader.library.queries.facet_index import FacetIndex
from reader.library.queries.facets import Facet
from reader.library.queries.fields import FIELDS
from reader.library.queries.meanings import Meanings
from reader.library.queries.parsing import parse
from reader.work.model import TagKind

if TYPE_CHECKING:
    from reader.library.entries import Entry

NAMES = ("Slow Burn", "slow burn", "Angst", "Light Angst", "Slow Dancing (once)", 'The "Best" Day')
INDEX = FacetIndex(
    [
        *tagged(TagKind.ADDITIONAL, *NAMES),
        *tagged(TagKind.FANDOM, "Slowly Now", "Slowly Now", "Slowly Now"),
        make_entry("One", authors=("Ana & Bo",), language="Deutsch"),
    ]
)


def offered(text: str, cursor: int | None = None, index: FacetIndex = INDEX) -> list[str]:
    completion = complete(text, len(text) if cursor is None else cursor, index)
    return [suggestion.name for suggestion in completion.suggestions]


def test_names_of_fields() -> None:
    assert offered("au") == ["author:"]
    assert offered("lamp -ta") == ["tag:"]
    assert offered("(cha") == ["character:", "chapters:"]
    assert offered("my") == ["my:", "my-rating:"]
    assert offered("fan") == ["fandom:", "fandoms:"]
    assert offered("lamp ") == offered("") == offered("xyz") == offered('"au') == offered('au"') == []


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("tag:sl", ["Slowly Now", "Slow Burn", "Slow Dancing (once)"]),
        ("tag:=sl", ["Slowly Now", "Slow Burn", "Slow Dancing (once)"]),
        ('tag:"slow ', ["Slow Burn", "Slow Dancing (once)"]),
        ('tag:="slow b', ["Slow Burn"]),
        ("tag:angst", ["Angst", "Light Angst"]),
        ("tag:urn", []),
        ("additional:s", ["Slow Burn", "Slow Dancing (once)"]),
        ("author:b", ["Ana & Bo"]),
        ("lang:deu", ["Deutsch"]),
        ("status:p", ["paused"]),
        ("rating:e", ["Explicit"]),
        ("complete:", ["yes", "no"]),
        ("new:n", ["no"]),
        ("words:5", []),
        ("nonsense:5", []),
    ],
)
def test_values_in_which_a_word_begins_as_typed_the_commonest_first(typed: str, names: list[str]) -> None:
    assert offered(typed) == names


def test_a_status_is_offered_first_where_works_have_it() -> None:
    assert offered("status:")[0] == "unread"
    assert len(offered("status:")) == 6


@pytest.mark.parametrize(
    ("typed", "after", "taken"),
    [
        ("tag:sl", "", 'tag:"Slowly Now" '),
        ("tag:=sl", " lamp", 'tag:="Slowly Now"'),
        ('tag:"slow b', '" lamp', 'tag:"Slow Burn"'),
        ("(tag:slowl", ")", '(tag:"Slowly Now"'),
        ("lamp au", "", "lamp author:"),
        ('tag:"the \\"b', "", 'tag:"The \\"Best\\" Day" '),
    ],
)
def test_a_suggestion_takes_the_place_of_what_was_typed(typed: str, after: str, taken: str) -> None:
    completion = complete(typed + after, len(typed), INDEX)
    whole, cursor = completion.applied(typed + after, completion.suggestions[0])
    assert (whole[:cursor], whole[cursor:]) == (taken, after.removeprefix('"'))


@given(
    st.lists(entries(), min_size=1, max_size=6),
    st.sampled_from(
        ["fandom", "ship", "character", "additional", "my", "author", "series", "rating", "status"]
    ),
    st.sampled_from(["", "=", '"', '="']),
    st.sampled_from("abestw"),
)
def test_every_suggestion_finds_as_many_works_as_it_says(
    works: list[Entry], field: str, sign: str, typed: str
) -> None:
    text = f"{field}:{sign}{typed}"
    completion = complete(text, len(text), FacetIndex(works))
    for suggestion in completion.suggestions:
        query, _ = completion.applied(text, suggestion)
        found = len(select(works, query))
        assert found == suggestion.number or (not sign.startswith("=") and found > (suggestion.number or 0))


@given(st.text(st.sampled_from('tag:"=a (-)\\ '), max_size=12), st.integers(0, 12))
def test_anything_may_be_typed(text: str, cursor: int) -> None:
    cursor = min(cursor, len(text))
    completion = complete(text, cursor, INDEX)
    assert 0 <= completion.start <= completion.end <= len(text)


@given(st.sampled_from(sorted(FIELDS)))
def test_every_field_is_offered_by_its_beginning(name: str) -> None:
    assert f"{name}:" in offered(name[:2])


def test_a_name_that_means_another_completes_to_it() -> None:
    meanings = Meanings([("additional", "Slow Burn", ["sb"])])
    index = FacetIndex(tagged(TagKind.ADDITIONAL, "Slow Burn"), meanings)
    assert offered("tag:sb", index=index) == ["Slow Burn"]
    assert parse('tag:"Slow Burn"')
    assert next(index.holding(Facet.ADDITIONAL, "sb")).name == "Slow Burn"
