from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.library.conftest import MakeWork, Put

    from reader.library.catalogue import Catalogue

ROAD = "Ines kept the ledger shut with one hand.\nIt wasn’t the café lamp, nor the lamplighter."
SEA = "The sea kept its own ledger."
OPERATORS = ['"', "*", "(", ")", "AND", "OR", "NEAR(", "text:", "^", "-", "'", "%", "\0", "a\udcff"]
MAGIC = "魔法少女は海辺で灯台を見た。"


@pytest.fixture
def _library(put: Put, make_work: MakeWork) -> None:
    put(make_work("ao3:1", ROAD, "Nothing here.", "A ledger, a second LEDGER."), "/a", "a")
    put(make_work("ao3:2", SEA, title="Sea"), "/b", "b")
    put(make_work("ao3:3", MAGIC, title="Magic"), "/c", "c")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ledger", {"ao3:1": ["ledger"] * 3, "ao3:2": ["ledger"]}),
        ("KEPT ledger", {"ao3:1": ["kept", "ledger"], "ao3:2": ["kept", "ledger"]}),
        ('"kept the ledger"', {"ao3:1": ["kept the ledger"]}),
        ("“hand it”", {"ao3:1": ["hand.\nIt"]}),
        ("lamp*", {"ao3:1": ["lamp", "lamp"]}),
        ("lamplighter", {"ao3:1": ["lamplighter"]}),
        ("lampligh", {}),
        ("cafe", {"ao3:1": ["café"]}),
        ("café", {"ao3:1": ["café"]}),
        ("wasn't", {"ao3:1": ["wasn’t"]}),
        ("灯台", {"ao3:3": ["灯台"]}),
        ("sea magic", {}),
        ("ledger nowhere", {}),
    ],
)
@pytest.mark.usefixtures("_library")
def test_words_phrases_and_beginnings(catalogue: Catalogue, words: str, found: dict[str, list[str]]) -> None:
    results = catalogue.search(words)
    matched = {
        result.id: [
            catalogue.text(result.id, match.chapter)[match.offset : match.offset + match.length]
            for match in result.matches
        ]
        for result in results
    }
    assert {work_id: [text.lower() for text in texts] for work_id, texts in matched.items()} == {
        work_id: [text.lower() for text in texts] for work_id, texts in found.items()
    }


@pytest.mark.usefixtures("_library")
def test_matches_come_in_the_order_of_the_text(catalogue: Catalogue) -> None:
    (found,) = [result for result in catalogue.search("ledger") if result.id == "ao3:1"]
    places = [(match.chapter, match.offset) for match in found.matches]
    assert places == sorted(places)
    assert {chapter for chapter, _ in places} == {1, 3}


def test_an_excerpt_is_one_line_cut_between_words(
    catalogue: Catalogue, put: Put, make_work: MakeWork
) -> None:
    put(
        make_work(
            "ao3:1", "Before it all.\n" + "some words " * 30 + "the lantern went out " + "and then " * 30
        )
    )
    ((found,),) = [result.matches for result in catalogue.search("lantern")]
    assert "\n" not in found.excerpt
    assert found.excerpt.startswith("…")
    assert found.excerpt.endswith("…")
    assert set(found.excerpt.strip("…").split()) <= {
        "some",
        "words",
        "the",
        "lantern",
        "went",
        "out",
        "and",
        "then",
    }


def test_a_short_text_is_its_own_excerpt(catalogue: Catalogue, put: Put, make_work: MakeWork) -> None:
    put(make_work("ao3:1", "The lantern."))
    ((found,),) = [result.matches for result in catalogue.search("lantern")]
    assert found.excerpt == "The Salt Road Part 1 The lantern."


@pytest.mark.usefixtures("_library")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.text(max_size=5)
        | st.sampled_from(
            ['"', "*", "(", ")", "AND", "OR", "NEAR(", "text:", "^", "-", "'", "%", "\0", "a\udcff"]
        ),
        max_size=6,
    ).map(" ".join)
)
def test_nothing_typed_is_an_error(catalogue: Catalogue, words: str) -> None:
    for found in catalogue.search(words):
        assert found.matches


def test_an_updated_text_is_searched(catalogue: Catalogue, put: Put, make_work: MakeWork) -> None:
    put(make_work("ao3:1", "The lantern."), "/a", "a")
    put(make_work("ao3:1", "The lamp.", "More."), "/a", "b")
    assert catalogue.search("lantern") == []
    assert [found.id for found in catalogue.search("lamp")] == ["ao3:1"]


def test_as_many_works_as_are_wanted(catalogue: Catalogue, put: Put, make_work: MakeWork) -> None:
    for number in range(12):
        put(make_work(f"ao3:{number}", "The lantern.", "The lantern again."), f"/{number}", str(number))
    assert len(catalogue.search("lantern")) == 12
    assert len(catalogue.search("lantern", works=5)) == 5
