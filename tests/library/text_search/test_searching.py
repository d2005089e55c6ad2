"""Searching the text of all works, held against a slow and obvious search."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.library.text_search.typed_model import (
    WRITTEN,
    expressions,
    holds,
    starts,
    terms,
    typed,
    words_in,
)

from reader.library.catalogue import Catalogue
from reader.library.text_search import searching
from reader.library.text_search.passages import Reach
from reader.library.text_search.searching import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.library.conftest import MakeWork, Put

    from reader.library.text_search.typed import Expression, Term

ROAD = "Ines kept the ledger shut with one hand.\nIt wasn’t the café lamp, nor the lamplighter."
SEA = "The sea kept its own ledger."
MAGIC = "魔法少女は海辺で灯台を見た。lampは「灯」。"
THAI = "ฉันรักเธอที่ทะเล"
EVERY = Wanted(a_chapter=None, reach=Reach(0, 0))
LAWS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def _library(put: Put, make_work: MakeWork) -> None:
    put(make_work("ao3:1", ROAD, "Nothing here.", "A ledger, a second LEDGER."), "/a", "a")
    put(make_work("ao3:2", SEA, title="Sea"), "/b", "b")
    put(make_work("ao3:3", MAGIC, THAI, title="Magic"), "/c", "c")


def found_in(catalogue: Catalogue, words: str) -> dict[str, list[str]]:
    """What was found, as it stands in the texts."""
    return {
        found.id: [
            catalogue.text(found.id, match.chapter)[match.offset : match.offset + match.length].lower()
            for match in found.matches
        ]
        for found in catalogue.search(words, wanted=EVERY)
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ledger", {"ao3:1": ["ledger", "ledger"], "ao3:2": ["ledger"]}),
        ("KEPT ledger", {"ao3:1": ["kept"], "ao3:2": ["kept"]}),
        ("ledger -sea", {"ao3:1": ["ledger", "ledger"]}),
        ("sea OR second", {"ao3:1": ["second"], "ao3:2": ["sea"]}),
        ("ledger ~2 sea", {}),
        ("ledger ~3 sea", {"ao3:2": ["sea"]}),
        ('"kept the ledger"', {"ao3:1": ["kept the ledger"]}),
        ("“hand it”", {"ao3:1": ["hand.\nit"]}),
        ("lamp*", {"ao3:1": ["lamp"], "ao3:3": ["lamp"]}),
        ("lamplighter", {"ao3:1": ["lamplighter"]}),
        ("lampligh", {}),
        ("cafe", {"ao3:1": ["café"]}),
        ("cafe\u0301", {"ao3:1": ["café"]}),
        ("wasn't", {"ao3:1": ["wasn’t"]}),
        ("灯台", {"ao3:3": ["灯台"]}),
        ("灯", {"ao3:3": ["灯"]}),
        ("台灯", {}),
        ("灯台 lamp", {"ao3:3": ["灯台"]}),
        ("灯台 ledger", {}),
        ("灯台 OR second", {"ao3:1": ["second"], "ao3:3": ["灯台"]}),
        ("ที่", {"ao3:3": ["ที่"]}),
        ("ทะเล", {"ao3:3": ["ทะเล"]}),
        ("sea magic", {}),
        ("ledger nowhere", {}),
    ],
)
@pytest.mark.usefixtures("_library")
def test_what_is_found(catalogue: Catalogue, words: str, found: dict[str, list[str]]) -> None:
    assert found_in(catalogue, words) == found


# -- Against the slow search ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """Works of words that are alike, in every neighbourhood."""
    from datetime import UTC, datetime

    from reader.formats.assembly import ChapterDraft, assemble
    from reader.work.model import Block, BlockKind, WorkInfo

    chance = random.Random(7)
    with Catalogue.open(tmp_path_factory.mktemp("shelf") / "library.db") as catalogue:
        for number in range(30):
            drafts = [
                ChapterDraft(
                    "",
                    tuple(
                        Block(BlockKind.PARAGRAPH, ", ".join(chance.choices(WRITTEN, k=chance.randint(1, 6))))
                        for _ in range(chance.randint(1, 4))
                    ),
                )
                for _ in range(chance.randint(1, 4))
            ]
            work = assemble(WorkInfo(f"ao3:{number}", "Title"), tuple(drafts))
            sha256 = f"{number:064x}"
            catalogue.put(
                work, path=f"/{number}", format="ao3", sha256=sha256, added=datetime(2026, 1, 1, tzinfo=UTC)
            )
        yield catalogue


def chapters_where(catalogue: Catalogue, expression: Expression) -> dict[str, int]:
    """How many chapters of each work are what is sought, by the slow search."""
    counts = {}
    for entry in catalogue.entries():
        texts = (catalogue.text(entry.info.id, c.number) for c in catalogue.outline(entry.info.id))
        count = sum(holds(expression, words_in(text)) for text in texts)
        if count:
            counts[entry.info.id] = count
    return counts


@given(expressions)
def test_the_chapters_found_are_those_of_the_slow_search(shelf: Catalogue, expression: Expression) -> None:
    found = {found.id: found.chapters for found in shelf.search(typed(expression))}
    assert found == chapters_where(shelf, expression)


@given(expressions, st.sets(st.integers(0, 31)))
def test_within_some_works_the_same_is_found_as_in_all_of_these(
    shelf: Catalogue, expression: Expression, numbers: set[int]
) -> None:
    within = {f"ao3:{number}" for number in numbers}
    some = list(shelf.search(typed(expression), within=within))
    assert some == [found for found in shelf.search(typed(expression)) if found.id in within]


@given(terms)
def test_every_word_is_marked_and_no_other(shelf: Catalogue, term: Term) -> None:
    if len(term.words) > 1:
        return
    for found in shelf.search(typed(term), wanted=EVERY):
        texts = (shelf.text(found.id, c.number) for c in shelf.outline(found.id))
        assert found.count == sum(len(starts(term, words_in(text))) for text in texts)


@given(expressions, st.integers(0, 60), st.integers(0, 60))
def test_marks_are_what_stands_at_the_offset_in_the_text(
    shelf: Catalogue, expression: Expression, before: int, after: int
) -> None:
    for found in shelf.search(typed(expression), wanted=Wanted(reach=Reach(before, after))):
        assert found.matches
        assert found.count >= len(found.matches)
        for match in found.matches:
            text = shelf.text(found.id, match.chapter)
            matched = " ".join(text[match.offset : match.offset + match.length].split())
            marked = [match.excerpt[start:end] for start, end in match.marks]
            assert matched in marked
            assert match.excerpt.strip("…") in " ".join(text.split())
            assert len(match.excerpt) <= before + max(after, match.length) + 2


@pytest.mark.parametrize("words", ["ledger", "kept ledger", "l* -sea", "ledger OR lamp", "lamp* o*"])
@pytest.mark.usefixtures("_library")
def test_what_is_too_frequent_to_be_weighed_is_found_in_the_order_of_the_library(
    catalogue: Catalogue, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed = list(catalogue.search(words, wanted=EVERY))
    monkeypatch.setattr(searching, "_WEIGHED", 0)
    found = list(catalogue.search(words, wanted=EVERY))
    assert found
    assert found == sorted(weighed, key=lambda found: found.id)


def test_the_best_chapter_comes_first(catalogue: Catalogue, put: Put, make_work: MakeWork) -> None:
    put(make_work("ao3:1", "The lamp was lit. " + "Nothing happened. " * 50), "/a", "a")
    put(make_work("ao3:2", "A lamp, another lamp.", title="Lamps"), "/b", "b")
    assert [found.id for found in catalogue.search("lamp")] == ["ao3:2", "ao3:1"]


# -- Passages -------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("_library")
def test_matches_come_in_the_order_of_the_text(catalogue: Catalogue) -> None:
    (found,) = [found for found in catalogue.search("ledger") if found.id == "ao3:1"]
    places = [(match.chapter, match.offset) for match in found.matches]
    assert places == sorted(places)
    assert {chapter for chapter, _ in places} == {1, 3}
    assert (found.chapters, found.looked_at, found.count) == (2, 2, 3)


def test_an_excerpt_is_one_line_cut_between_words(
    catalogue: Catalogue, put: Put, make_work: MakeWork
) -> None:
    text = "Before it all.\n" + "some words " * 30 + "the lantern went out " + "and then " * 30
    put(make_work("ao3:1", text))
    ((found,),) = [result.matches for result in catalogue.search("lantern")]
    assert "\n" not in found.excerpt
    assert found.excerpt.startswith("…")
    assert found.excerpt.endswith("…")
    words = {"some", "words", "the", "lantern", "went", "out", "and", "then"}
    assert set(found.excerpt.strip("…").split()) <= words


def test_a_short_text_is_its_own_excerpt(catalogue: Catalogue, put: Put, make_work: MakeWork) -> None:
    put(make_work("ao3:1", "The lantern."))
    ((found,),) = [result.matches for result in catalogue.search("lantern")]
    assert found.excerpt == "The Salt Road Part 1 The lantern."


def test_the_passages_that_tell_most_are_chosen(catalogue: Catalogue, put: Put, make_work: MakeWork) -> None:
    alone = "The lamp was lit. " + "Nothing happened. " * 20
    put(make_work("ao3:1", alone * 5, alone + "The lamp by the harbour. " + alone))
    ((match,),) = [found.matches for found in catalogue.search("lamp harbour", wanted=Wanted(a_work=1))]
    assert match.chapter == 2
    assert [match.excerpt[start:end] for start, end in match.marks][:2] == ["lamp", "harbour"]


def test_what_is_not_looked_at_is_still_known_to_match(
    catalogue: Catalogue, put: Put, make_work: MakeWork
) -> None:
    put(make_work("ao3:1", *["The lamp. " * 50] * 6))
    (found,) = catalogue.search("lamp", wanted=Wanted(text=1000))
    assert (found.chapters, found.looked_at, found.count) == (6, 2, 100)


def test_what_is_known_beside_the_text_is_not_searched(
    catalogue: Catalogue, put: Put, make_work: MakeWork
) -> None:
    put(make_work("ao3:1", "The lantern.", summary="A lighthouse."))
    assert found_in(catalogue, "lighthouse") == {}


# -- Whatever is typed ----------------------------------------------------------------------------------

OPERATORS = ['"', "*", "(", ")", "AND", "OR", "NEAR(", "NEAR/0", "~", "text:", "^", "-", "'", "%", "\0", "灯"]


@pytest.mark.usefixtures("_library")
@LAWS
@given(st.lists(st.text(max_size=5) | st.sampled_from([*OPERATORS, "a\udcff"]), max_size=6).map(" ".join))
def test_nothing_typed_is_an_error(catalogue: Catalogue, words: str) -> None:
    for found in catalogue.search(words):
        assert found.matches


@pytest.mark.usefixtures("_library")
@LAWS
@given(st.lists(st.characters(), min_size=1, max_size=3))
def test_any_character_can_be_looked_for(catalogue: Catalogue, characters: list[str]) -> None:
    for word in characters:
        for typed_words in (f"{word}lamp ~2 {word}*", f'"{word}"* OR sea -{word}'):
            assert all(found.matches for found in catalogue.search(typed_words))


def test_an_updated_text_is_searched(catalogue: Catalogue, put: Put, make_work: MakeWork) -> None:
    put(make_work("ao3:1", "The lantern. 灯台"), "/a", "a")
    put(make_work("ao3:1", "The lamp. 海", "More."), "/a", "b")
    assert found_in(catalogue, "lantern") == found_in(catalogue, "灯台") == {}
    assert found_in(catalogue, "lamp") == {"ao3:1": ["lamp"]}
    assert found_in(catalogue, "海") == {"ao3:1": ["海"]}
