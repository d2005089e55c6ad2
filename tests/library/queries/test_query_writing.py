from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.library.queries.facets import Facet
from reader.library.queries.fields import FIELDS
from reader.library.queries.filters import Choice, Filters
from reader.library.queries.parsing import parse
from reader.library.queries.query import All, Either, Has, Name, Not, Query, QueryError, Unless, Words
from reader.library.queries.writing import as_query, as_text

VALUES = st.sampled_from(
    ["T", "yes", "50k..", "<5", "=x", '="a b"', '"say \\"a\\""', "2024..", "..0", "en", "\\"]
)
PIECES = st.one_of(
    st.sampled_from(["a", " OR ", " UNLESS ", "(", ")", "-", " ", '"x  y"', "b-c", "10:30", '""']),
    st.builds("{}:{} ".format, st.sampled_from(sorted(FIELDS)), VALUES | st.text(max_size=4)),
    st.text(max_size=3),
)


def parsed(text: str) -> Query | None:
    try:
        return parse(text)
    except QueryError:
        return None


def flat(query: Query) -> Query:
    """The query without parentheses and terms that say nothing."""
    match query:
        case Words(Name.ANYWHERE, ""):
            return All(())
        case All(terms):
            inner = [flat(term) for term in terms]
            spread = [part for term in inner for part in (term.terms if isinstance(term, All) else (term,))]
            return spread[0] if len(spread) == 1 else All(tuple(spread))
        case Either(terms):
            return Either(tuple(map(flat, terms)))
        case Not(term):
            return Not(flat(term))
        case Unless(term, exception):
            return Unless(flat(term), flat(exception))
    return query


@given(st.lists(PIECES, max_size=8).map("".join))
@example('fandom:="a“b”" OR -(c d) UNLESS words:1k..5k')
@example('lang:"=pt-BR" status:="of a later version" rating:="a..b" updated:>9999 updated:<0001 "\\\\"')
def test_a_query_written_back_is_the_same_query(text: str) -> None:
    query = parsed(text)
    assert query is None or flat(parse(as_text(query))) == flat(query)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('Fandom:"Original Work"   -tag:angst', 'fandom:"Original Work" -tag:angst'),
        ("relationship:ana/ines language:English", "ship:ana/ines lang:en"),
        ("(a b) OR c", "a b OR c"),
        ("a (b OR c)", "a (b OR c)"),
        ("words:>50k", "words:50001.."),
        ("updated:2024-02", "updated:2024-02-01..2024-02-29"),
        ("my-rating:>=4 complete:true", "my-rating:4.. complete:yes"),
        ("rating:E UNLESS author:oxbow", "rating:=E UNLESS author:oxbow"),
        ("“winter at sea”", '"winter at sea"'),
        ("", ""),
    ],
)
def test_queries_are_written_for_people(text: str, written: str) -> None:
    assert as_text(parse(text)) == written


def test_choices_follow_the_query() -> None:
    chosen = (Choice(Facet.FANDOM, "tidewrack"), Choice(Facet.FANDOM, "original work"))
    asked = Filters(parse("lamp OR rope"), chosen, (Choice(Facet.OWN, "owed"),))
    assert as_query(asked) == '(lamp OR rope) fandom:=tidewrack fandom:="original work" -my:=owed'
    either = asked.toggled_either(Facet.FANDOM)
    assert as_query(either) == '(lamp OR rope) (fandom:=tidewrack OR fandom:="original work") -my:=owed'


@given(st.text(min_size=1).filter(str.strip))
def test_any_name_can_be_chosen(name: str) -> None:
    query = parse(as_query(Filters(included=(Choice(Facet.AUTHOR, name),))))
    assert isinstance(query, Has)
    assert query.text == name.strip()
