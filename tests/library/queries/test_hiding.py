from __future__ import annotations

import pytest
from tests.library.conftest import make_entry

from reader.library.queries.facet_index import FacetIndex
from reader.library.queries.facets import Facet
from reader.library.queries.filtering import Filtering
from reader.library.queries.filters import Filters
from reader.library.queries.hide_rules import read_rules
from reader.library.queries.parsing import parse
from reader.library.queries.wording import in_words
from reader.work.model import Tag, TagKind

EXPLICIT, DEATH = Tag(TagKind.RATING, "Explicit"), Tag(TagKind.WARNING, "Major Character Death")
WORKS = [
    make_entry("One", tags=[EXPLICIT]),
    make_entry("Two", tags=[DEATH]),
    make_entry("Three", tags=[DEATH], authors=("oxbow",)),
    make_entry("Four", tags=[EXPLICIT, DEATH], summary="A war, alas."),
    make_entry("Five"),
]
DEATHLY = "tagged “Major Character Death”"
RULES = ("rating:E", 'tag:"Major Character Death" UNLESS author:oxbow', "summary:war")


def test_a_rule_hides_unless_its_exception_holds_and_says_why() -> None:
    rules, problems = read_rules(RULES)
    filtering = Filtering(FacetIndex(WORKS), rules)
    assert problems == []
    assert [entry.info.title for entry in filtering.entries(Filters())] == ["Three", "Five"]
    assert [filtering.hiding.reason(place) for place in range(len(WORKS))] == [
        "rated Explicit",
        "tagged “Major Character Death”",
        "",
        "rated Explicit",
        "",
    ]


@pytest.mark.parametrize(
    ("rule", "reasons"),
    [
        ("tag:death", ["", DEATHLY, DEATHLY]),
        ("author:ox OR rating:E", ["rated Explicit", "", "by oxbow"]),
        (
            "(tag:death words:..5k) UNLESS author:bow",
            ["", "tagged “Major Character Death” and at most 5,000 words", ""],
        ),
        ("-rating:E - -author:ox", ["", "not rated Explicit and not by ox", ""]),
    ],
)
def test_the_reason_is_what_the_work_has_itself(rule: str, reasons: list[str]) -> None:
    filtering = Filtering(FacetIndex(WORKS[:3]), read_rules([rule])[0])
    assert [filtering.hiding.reason(place) for place in range(3)] == reasons


def test_hidden_works_are_counted_only_when_they_are_shown() -> None:
    filtering = Filtering(FacetIndex(WORKS), read_rules(RULES)[0])
    (shown,) = filtering.counts(Filters(), [Facet.WARNING])[Facet.WARNING]
    (every,) = filtering.counts(Filters(hidden=True), [Facet.WARNING])[Facet.WARNING]
    assert (shown.number, every.number) == (1, 3)
    assert filtering.hidden(Filters(parse("tag:death"))) == 0b01010
    assert filtering.hidden(Filters(hidden=True)) == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rating:", "column 1"),
        ("", "everything"),
        ("-", "everything"),
        ("a UNLESS", "column 3"),
        ("(a", "column 1"),
    ],
)
def test_a_rule_that_cannot_be_understood_hides_nothing_and_is_named(text: str, said: str) -> None:
    rules, (problem,) = read_rules([text])
    assert rules == []
    assert f"“{text}”" in problem
    assert said in problem


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("tag:angst", "tagged “angst”"),
        ("my:owed", "tagged by you “owed”"),
        ("author:oxbow OR author:quill", "by oxbow or by quill"),
        ("summary:war -rating:T", "“war” in the summary and not rated Teen And Up Audiences"),
        ("rating:PG", "rated PG"),
        ("fandom:=Tidewrack", "fandom “Tidewrack”"),
        ("complete:no", "in progress"),
        ("lang:de", "in Deutsch"),
        ("status:dropped", "status dropped"),
        ("words:>100k", "at least 100,001 words"),
        ("words:..999", "at most 999 words"),
        ("chapters:2..4", "2 to 4 chapters"),
        ("updated:..2015", "updated until 2015-12-31"),
        ("published:2020..", "published since 2020-01-01"),
        ("times:1", "1 times read"),
        ("a UNLESS b", "“a” in title, author or summary"),
    ],
)
def test_reasons_in_words(query: str, words: str) -> None:
    assert in_words(parse(query)) == words
