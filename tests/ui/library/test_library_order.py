from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ui.library_entries import THREE, entry

from reader.library.catalogue import Catalogue
from reader.library.mirror import Mirrored
from reader.settings.rules import CHOICES
from reader.ui.library.work_order import WorkOrder, arranged, order_shown_in
from reader.work.model import SeriesPart, TagKind, Work, WorkInfo
from reader.work.tags import RATINGS

if TYPE_CHECKING:
    from reader.library.entries import Entry


def titles(order: WorkOrder, descending: bool) -> list[str]:
    return [THREE[index].info.title for index in arranged(THREE, order, descending)]


@given(st.lists(st.text(max_size=5), max_size=12), st.sampled_from(WorkOrder), st.booleans())
def test_every_work_is_there_once_in_any_order(names: list[str], order: WorkOrder, descending: bool) -> None:
    entries = [entry(name, author=name[::-1], words=len(name)) for name in names]
    assert sorted(arranged(entries, order, descending)) == list(range(len(entries)))


def test_titles_are_sorted_without_their_articles() -> None:
    assert titles(WorkOrder.TITLE, False) == ["Nine Letters", "The Salt Road", "Whatever the River Keeps"]
    assert titles(WorkOrder.TITLE, True)[0] == "Whatever the River Keeps"


def test_titles_are_sorted_without_case_and_accents() -> None:
    entries = [entry("zebra"), entry("Élan"), entry("“Apple”"), entry("eland")]
    names = [entries[index].info.title for index in arranged(entries, WorkOrder.TITLE, False)]
    assert names == ["“Apple”", "Élan", "eland", "zebra"]


@pytest.mark.parametrize("descending", [True, False])
def test_what_was_never_read_comes_after_what_was(descending: bool) -> None:
    assert titles(WorkOrder.LAST_READ, descending)[0] == "The Salt Road"


@pytest.mark.parametrize("descending", [True, False])
def test_works_without_a_date_come_last(descending: bool) -> None:
    entries = [entry("none"), entry("old", updated=date(2019, 1, 1)), entry("new", updated=date(2026, 1, 1))]
    order = arranged(entries, WorkOrder.UPDATED, descending)
    assert order == ([2, 1, 0] if descending else [1, 2, 0])


@given(st.lists(st.tuples(st.none() | st.integers(0, 2), st.integers(0, 1)), max_size=8), st.integers(1, 9))
def test_the_catalogue_begins_with_what_the_list_of_all_begins_with(
    times: list[tuple[int | None, int]], number: int
) -> None:
    with tempfile.TemporaryDirectory() as folder, Catalogue.open(Path(folder) / "library.db") as catalogue:
        for index, (read, added) in enumerate(times):
            work = Work(WorkInfo(f"ao3:{index}", "A Work"), ())
            catalogue.put(work, path=None, format="ao3", sha256=f"{index}", added=_moment(added))
            if read is not None:
                catalogue.mirror.tell(work.info.id, Mirrored("reading", 0.5, _moment(read)))
        assert _last_read(catalogue.beginning(number)) == _last_read(catalogue.entries())[:number]


def _last_read(entries: list[Entry]) -> list[str]:
    """The works in the order of the list of all, by their ids."""
    return [entries[index].info.id for index in arranged(entries, WorkOrder.LAST_READ, True)]


def _moment(second: int) -> datetime:
    return datetime(2026, 1, 1, 12, 0, second, tzinfo=UTC)


def test_the_settings_name_the_orders_there_are() -> None:
    assert CHOICES["sort"] == tuple(WorkOrder)


def test_series_are_sorted_by_their_parts() -> None:
    entries = [
        entry("c", series=(SeriesPart("The Salt Road", 3),)),
        entry("alone"),
        entry("other", series=(SeriesPart("Another", 1),)),
        entry("b", series=(SeriesPart("The Salt Road", 10),)),
    ]
    assert [entries[index].info.title for index in arranged(entries, WorkOrder.SERIES, False)] == [
        "other",
        "c",
        "b",
        "alone",
    ]


def test_ratings_are_sorted_by_what_they_allow() -> None:
    names = ("Mature", "General Audiences", "Explicit", "Not Rated", "Teen And Up Audiences")
    entries = [entry(name, (TagKind.RATING, name)) for name in names] + [entry("Nobody says")]
    order = [entries[index].info.title for index in arranged(entries, WorkOrder.RATING, False)]
    assert order == [*RATINGS.values(), "Nobody says"]


@pytest.mark.parametrize("descending", [True, False])
def test_works_without_new_chapters_come_after_those_with(descending: bool) -> None:
    entries = [
        entry("none"),
        entry("two")._replace(new_keys=("a", "b")),
        entry("one")._replace(new_keys=("a",)),
    ]
    order = arranged(entries, WorkOrder.NEW, descending)
    assert order == ([1, 2, 0] if descending else [2, 1, 0])


def test_a_head_sorts_by_its_column() -> None:
    for order in WorkOrder:
        if order.column is not None:
            assert order_shown_in(order.column) is order
