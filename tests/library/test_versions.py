"""One work in several files: which of them gives the text, and which files are of one work."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.catalogue import Catalogue
from reader.library.identity import Verdict, Version, compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.library.conftest import MakeWork

    from reader.library.outcomes import Outcome
    from reader.work.model import Work

    PutFile = Callable[..., Outcome]

START = datetime(2026, 1, 2, tzinfo=UTC)
LONG = " ".join(f"word{number}" for number in range(60))

versions = st.builds(
    Version,
    st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 3)),
    st.integers(1, 4),
    st.sampled_from([1000, 1005, 1200]),
    st.sampled_from(["ao3", "epub", "pdf"]),
)


@pytest.fixture
def put_file(catalogue: Catalogue) -> PutFile:
    def put(work: Work, name: str, file_format: str = "ao3", supplement: str | None = None) -> Outcome:
        at = START + timedelta(minutes=len(catalogue.files()))
        return catalogue.put(
            work, path=f"/shelf/{name}", format=file_format, sha256=name, added=at, supplement=supplement
        )

    return put


def in_use(catalogue: Catalogue) -> str:
    (entry,) = catalogue.entries()
    return entry.sha256


@given(versions, versions)
def test_of_two_versions_at_most_one_takes_over_from_the_other(one: Version, other: Version) -> None:
    def lost() -> bool:
        return True

    first = compare(one, other, in_place=False, lost=lost)
    second = compare(other, one, in_place=False, lost=lost)
    assert not (first.takes_over and second.takes_over)
    assert compare(one, one, in_place=False, lost=lost) is Verdict.SAME


@pytest.mark.parametrize(
    ("first", "second", "used"),
    [
        ("ao3", "epub", "first"),
        ("epub", "ao3", "second"),
        ("fanficfare-text", "epub", "second"),
        ("pdf", "text", "second"),
        ("html", "markdown", "first"),
        ("fichub-html", "epub", "first"),
    ],
)
def test_of_one_state_the_format_that_keeps_more_gives_the_text_quietly(
    catalogue: Catalogue, put_file: PutFile, make_work: MakeWork, first: str, second: str, used: str
) -> None:
    work = make_work("ao3:1", LONG, LONG + " two", updated=date(2024, 1, 2), words=121)
    put_file(work, "first", first)
    catalogue_before = catalogue.outline("ao3:1")
    outcome = put_file(work, "second", second)
    assert (outcome.change, outcome.another, outcome.new) == ("same", True, ())
    assert in_use(catalogue) == used
    assert catalogue.outline("ao3:1") == catalogue_before


def test_a_newer_state_counts_more_than_the_format(
    catalogue: Catalogue, put_file: PutFile, make_work: MakeWork
) -> None:
    put_file(make_work("ao3:1", LONG, updated=date(2024, 1, 2)), "html")
    put_file(make_work("ao3:1", LONG, "Two.", updated=date(2024, 2, 2)), "epub", "epub")
    assert in_use(catalogue) == "epub"


def test_the_same_text_under_a_made_up_id_is_the_same_work(
    catalogue: Catalogue, put_file: PutFile, make_work: MakeWork
) -> None:
    put_file(make_work("sha256:1", "Short.", LONG, title="The Salt Road"), "a", "text")
    put_file(make_work("uuid:2", LONG, title="the SALT road"), "b", "epub")
    assert [entry.info.id for entry in catalogue.entries()] == ["sha256:1"]
    outcome = put_file(make_work("isbn:3", LONG, title="The Salt Road"), "c", "epub")
    assert (outcome.id, outcome.former_id) == ("isbn:3", "sha256:1")
    assert len(catalogue.files("isbn:3")) == 3


@pytest.mark.parametrize(
    ("one", "other", "title", "text"),
    [
        ("sha256:1", "sha256:2", "The Salt Road", LONG.upper() + " or another"),
        ("sha256:1", "ao3:2", "Another Road", LONG),
        ("ao3:1", "ao3:2", "The Salt Road", LONG),
        ("ao3:1", "isbn:2", "The Salt Road", LONG),
    ],
    ids=["other text", "other title", "stable ids", "stable ids of two places"],
)
def test_works_that_only_look_alike_stay_apart(
    catalogue: Catalogue, put_file: PutFile, make_work: MakeWork, one: str, other: str, title: str, text: str
) -> None:
    put_file(make_work(one, LONG, title="The Salt Road"), "a")
    assert put_file(make_work(other, text, title=title), "b").change == "added"
    assert catalogue.count() == 2


def test_the_same_file_is_the_same_work_whatever_it_is_called_by(
    catalogue: Catalogue, put_file: PutFile, make_work: MakeWork
) -> None:
    put_file(make_work("uuid:1", "Short.", title="The Salt Road"), "a")
    work = make_work("ao3:1", "Short.", title="The Salt Road (corrected)")
    catalogue.put(work, path="/elsewhere", format="ao3", sha256="a", added=START)
    assert [entry.info.id for entry in catalogue.entries()] == ["ao3:1"]


def test_short_texts_tell_no_works_apart_and_join_none(
    catalogue: Catalogue, put_file: PutFile, make_work: MakeWork
) -> None:
    put_file(make_work("sha256:1", "Cover", title="Untitled"), "a")
    put_file(make_work("sha256:2", "Cover", title="Untitled"), "b")
    assert catalogue.count() == 2


def test_what_is_known_from_beside_a_file_changes_the_facts_and_not_the_text(
    catalogue: Catalogue, put_file: PutFile, make_work: MakeWork
) -> None:
    work = make_work("ao3:1", LONG)
    put_file(work, "a", supplement="{}")
    before = catalogue.outline("ao3:1")
    outcome = put_file(work._replace(info=work.info._replace(summary="Told.")), "a", supplement='{"s": 1}')
    assert outcome.change == "same"
    (entry,) = catalogue.entries()
    assert entry.info.summary == "Told."
    assert catalogue.outline("ao3:1") == before
    assert [file.supplement for file in catalogue.files()] == ['{"s": 1}']


def test_two_programs_adding_one_work_make_one_entry(catalogue: Catalogue, make_work: MakeWork) -> None:
    def add(number: int) -> None:
        with Catalogue.open(catalogue.path) as own:
            work = make_work(f"sha256:{number}", LONG)
            own.put(work, path=f"/{number}", format="text", sha256=str(number), added=START)

    threads = [Thread(target=add, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert catalogue.count() == 1
    assert len(catalogue.files()) == 4
