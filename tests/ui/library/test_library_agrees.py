"""The library screen, its shelves and `reader list` agree on the works of a query, whatever tags mean."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.zipf_library import fill

from reader.cli.listing import chosen
from reader.folders import find_folders
from reader.library.queries.facets import Facet
from reader.library.queries.filters import Choice, Mark
from reader.settings.tag_table import TagTable, merged, put_under
from reader.ui.library.model import LibraryModel
from reader.workspace import Workspace
from reader.workspace.filtering import filtering_of, remember_tag_table

if TYPE_CHECKING:
    from collections.abc import Iterator

_TERMS = (
    'fandom:"Fandom 0"',
    "fandom:=fandom0",
    "-tag:slow",
    "words:5k..",
    "(rating:T OR rating:G)",
    "rating:T..M",
    "ship:ana",
    "status:unread",
    "lang:en",
    "complete:no",
    "quiet",
    '-"no such words"',
    "tag:everything",
    'warning:"major character"',
)
_QUERIES = st.lists(st.sampled_from(_TERMS), max_size=3).map(" ".join) | st.lists(
    st.sampled_from(_TERMS), min_size=2, max_size=3
).map(" OR ".join)
_RULES = st.lists(
    st.sampled_from(
        ("rating:E", "tag:angst UNLESS words:10k..", 'fandom:"Fandom 1"', "quiet OR author:author1")
    ),
    max_size=2,
    unique=True,
).map(tuple)
_PLAIN = TagTable()
_TABLES = st.sampled_from(
    (
        _PLAIN,
        merged(_PLAIN, "fandom", "Fandom 1", "Fandom 0"),
        put_under(merged(_PLAIN, "fandom", "Fandom 2", "Fandom 0"), "fandom", "Fandom 0", "Everything"),
    )
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = Workspace(find_folders(tmp_path_factory.mktemp("agreeing")))
    fill(made.catalogue, 80)
    yield made
    made.close()


def ids(workspace: Workspace, query: str) -> set[str]:
    return {entry.info.id for entry in chosen(workspace, query)}


@given(
    _QUERIES,
    _RULES,
    _TABLES,
    st.lists(st.tuples(st.integers(0, 400), st.booleans()), max_size=4),
    st.booleans(),
)
def test_a_query_and_what_is_chosen_show_the_works_that_are_listed(
    workspace: Workspace,
    query: str,
    rules: tuple[str, ...],
    table: TagTable,
    picks: list[tuple[int, bool]],
    either: bool,
) -> None:
    workspace.settings = workspace.settings._replace(hide=rules)
    remember_tag_table(workspace, table)
    model = LibraryModel(partial(filtering_of, workspace))
    model.load(workspace.catalogue.entries())
    model.ask(query)
    assert not model.problem
    assert {entry.info.id for entry in model.shown} == ids(workspace, query)
    values = [value for facet in Facet for value in model.index.values(facet)]
    for pick, is_included in picks:
        value = values[pick * 7 % len(values)]
        mark = Mark.INCLUDED if is_included else Mark.EXCLUDED
        model.mark(Choice(value.facet, value.key), mark)
    if either:
        model.toggle_either(Facet.FANDOM)
        model.toggle_either(Facet.ADDITIONAL)
    assert {entry.info.id for entry in model.shown} == ids(workspace, model.as_query)
    model.keep_shelves([("kept", model.as_query)])
    assert model.shelves[0].number == len(model.shown)


def test_counts_follow_at_once_when_tags_come_to_mean_something_else(workspace: Workspace) -> None:
    workspace.settings = workspace.settings._replace(hide=())
    remember_tag_table(workspace, _PLAIN)
    model = LibraryModel(partial(filtering_of, workspace))
    model.load(workspace.catalogue.entries())
    model.mark(Choice(Facet.FANDOM, "fandom 1"), Mark.INCLUDED)
    before = len(model.shown)
    remember_tag_table(workspace, merged(_PLAIN, "fandom", "Fandom 1", "Fandom 0"))
    model.load(model.entries)
    assert len(model.shown) > before
    assert [name for _, name, _ in model.choices] == ["Fandom 0"]
    assert len(model.shown) == len(ids(workspace, 'fandom:="Fandom 1"'))
