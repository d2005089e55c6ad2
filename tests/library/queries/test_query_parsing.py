from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.queries.facets import TAGS, Facet
from reader.library.queries.fields import FIELDS
from reader.library.queries.parsing import parse
from reader.library.queries.query import (
    EVERYTHING,
    All,
    Either,
    Fact,
    Has,
    Is,
    Language,
    Match,
    Name,
    Not,
    Number,
    QueryError,
    Unless,
    Within,
    Words,
)

A, B, C = (Words(Name.ANYWHERE, letter) for letter in "abc")
PIECES = st.sampled_from(
    ["a", "OR", "(", ")", "-", "−", '"', "“x y”", "words:", ">", "..", "50k", "tag:", ":", " ", "*", "="]
)


def refusal(text: str) -> QueryError | None:
    """What is wrong with a query; any other exception goes on to the test."""
    try:
        parse(text)
    except QueryError as error:
        return error
    return None


@given(st.lists(PIECES | st.text(max_size=4), max_size=12).map("".join))
def test_anything_typed_is_a_query_or_an_error_within_it(text: str) -> None:
    error = refusal(text)
    assert error is None or (1 <= error.column <= len(text) and error.message.endswith("."))


@given(st.sampled_from(sorted(FIELDS)), st.text(max_size=6))
def test_any_value_of_a_field_is_read_or_refused(field: str, value: str) -> None:
    error = refusal(f'{field}:"{value}"')
    assert error is None or error.column >= 1


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", EVERYTHING),
        ("   ", EVERYTHING),
        ("a", A),
        ("A b", All((A, B))),
        ("a b OR c", Either((All((A, B)), C))),
        ("a (b OR c)", All((A, Either((B, C))))),
        ("a or b", All((A, Words(Name.ANYWHERE, "or"), B))),
        ('"a OR b"', Words(Name.ANYWHERE, "a or b")),
        ("“a  b”", Words(Name.ANYWHERE, "a b")),
        ("-a", Not(A)),
        ("-(a b)", Not(All((A, B)))),
        ("--a", Not(Not(A))),
        ("a UNLESS b OR c", Unless(A, Either((B, C)))),
        ("a OR b UNLESS c", Unless(Either((A, B)), C)),
        ("a UNLESS b UNLESS c", Unless(A, Either((B, C)))),
        ("a (b UNLESS c)", All((A, Unless(B, C)))),
        ("a unless b", All((A, Words(Name.ANYWHERE, "unless"), B))),
        (r'"say \"a\" \\"', Words(Name.ANYWHERE, 'say "a" \\')),
        (r'"a\b"', Words(Name.ANYWHERE, r"a\b")),
        ("half-way", Words(Name.ANYWHERE, "half-way")),
        ("a -", All((A, EVERYTHING))),
        ("10:30", Words(Name.ANYWHERE, "10:30")),
    ],
)
def test_terms_are_put_together(text: str, query: object) -> None:
    assert parse(text) == query


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ('fandom:"Original Work"', Has((Facet.FANDOM,), "Original Work")),
        ("ship:ana/ines", Has((Facet.RELATIONSHIP,), "ana/ines")),
        ("Fandom:Tidewrack", Has((Facet.FANDOM,), "Tidewrack")),
        ("-tag:angst", Not(Has((*TAGS, Facet.OWN), "angst"))),
        ("tag:=angst", Has((*TAGS, Facet.OWN), "angst", Match.WHOLE)),
        ('tag:="slow burn"', Has((*TAGS, Facet.OWN), "slow burn", Match.WHOLE)),
        ('my:"winter reread"', Has((Facet.OWN,), "winter reread")),
        ("rating:T", Has((Facet.RATING,), "T", Match.WHOLE)),
        ("rating:PG-13", Has((Facet.RATING,), "PG-13")),
        ("rating:=PG-13", Has((Facet.RATING,), "PG-13", Match.WHOLE)),
        (
            "rating:..T",
            Either((Has((Facet.RATING,), "G", Match.WHOLE), Has((Facet.RATING,), "T", Match.WHOLE))),
        ),
        (
            "rating:teen..M",
            Either((Has((Facet.RATING,), "T", Match.WHOLE), Has((Facet.RATING,), "M", Match.WHOLE))),
        ),
        ("rating:>M", Has((Facet.RATING,), "E", Match.WHOLE)),
        ("author:Quillfeather", Has((Facet.AUTHOR,), "Quillfeather", Match.PART)),
        ("series:=Tides", Has((Facet.SERIES,), "Tides", Match.WHOLE)),
        ("path:shelf/2024", Words(Name.PATH, "shelf/2024")),
        ("format:EPUB", Words(Name.FORMAT, "epub")),
        ("complete:yes", Is(Fact.COMPLETE, True)),
        ("complete:no", Is(Fact.COMPLETE, False)),
        ("new:yes", Is(Fact.NEW, True)),
        ("missing:no", Is(Fact.MISSING, False)),
        ("my-rating:>=4", Within(Number.RATING, 4, None)),
        ("times:2..", Within(Number.TIMES, 2, None)),
        ("read:2024", Within(Number.READ, date(2024, 1, 1).toordinal(), date(2024, 12, 31).toordinal())),
        ("status:caught-up", Has((Facet.STATUS,), "caught-up", Match.WHOLE)),
        ('status:"Caught up"', Has((Facet.STATUS,), "caught-up", Match.WHOLE)),
        ("lang:en", Language("en")),
        ("lang:Deutsch", Language("de")),
    ],
)
def test_fields(text: str, query: object) -> None:
    assert parse(text) == query


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("50k..", 50_000, None),
        ("..10k", None, 10_000),
        ("1000..5k", 1_000, 5_000),
        (">50k", 50_001, None),
        (">=50k", 50_000, None),
        ("<50k", None, 49_999),
        ("<=50k", None, 50_000),
        ("1.5k", 1_500, 1_500),
        ("12,000", 12_000, 12_000),
        ("2M", 2_000_000, 2_000_000),
        ('"> 50k"', 50_001, None),
    ],
)
def test_ranges_of_words(value: str, low: int | None, high: int | None) -> None:
    assert parse(f"words:{value}") == Within(Number.WORDS, low, high)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-01..", date(2024, 1, 1), None),
        ("..2024-01", None, date(2024, 1, 31)),
        (">2024-01", date(2024, 2, 1), None),
        ("2023-06-05..2024", date(2023, 6, 5), date(2024, 12, 31)),
    ],
)
def test_a_part_of_a_date_stands_for_all_its_days(value: str, low: date | None, high: date | None) -> None:
    ends = (low.toordinal() if low else None, high.toordinal() if high else None)
    assert parse(f"updated:{value}") == Within(Number.UPDATED, *ends)


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("a OR", 3, "both sides"),
        ("OR a", 1, "both sides"),
        ("ab (c", 4, "never closed"),
        ("ab c)", 5, "no ("),
        ('ab "c', 4, "no second one"),
        ("ab colour:red", 4, "no field “colour”"),
        ("a UNLESS", 3, "both sides"),
        ("ab words:many", 10, "number"),
        ("rating:M..T", 8, "begins after"),
        ("rating:>purple", 8, "between G, T, M and E"),
        ("my-rating:good", 11, "number"),
        ("words:5k..1k", 7, "begins after"),
        ("words:..", 7, "at least one end"),
        ("updated:2024-13", 9, "no such date"),
        ("updated:yesterday", 9, "date"),
        ("complete:maybe", 10, "yes or no"),
        ("status:eaten", 8, "unread, reading"),
        ("ab tag: c", 4, "needs a value"),
        ("a -OR b", 3, "nothing after"),
    ],
)
def test_errors_point_at_their_place(text: str, column: int, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.column == column
    assert said in caught.value.message


def test_very_deep_nesting_is_an_error_and_no_crash() -> None:
    with pytest.raises(QueryError, match="too many levels"):
        parse("(" * 5000 + "a" + ")" * 5000)


def test_many_signs_are_no_deep_query() -> None:
    for sign in (" OR ", " UNLESS ", " ", " -"):
        assert parse(sign.join("a" * 5000))


def test_backslashes_take_no_long_time() -> None:
    with pytest.raises(QueryError, match="no second one"):
        parse('"' + "\\\\" * 5000)
