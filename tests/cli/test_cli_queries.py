from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.formats.ao3_page import Page, PageChapter, render
from tests.workspace.data_directory import opened

from reader.library.queries.filters import Filters
from reader.library.queries.parsing import parse
from reader.settings.tag_table import merged
from reader.workspace.filtering import filtering_of, remember_tag_table, tag_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

    Reader = Callable[..., Said]

WORKS = (
    ("The Salt Road", "Explicit", ("Slow Burn", "Angst")),
    ("Nine Letters", "Teen And Up Audiences", ("slowburn",)),
    ("Whatever the River Keeps", "Mature", ("Fluff (and letters)",)),
)


@pytest.fixture
def library(reader: Reader, tmp_path: Path) -> Reader:
    """Three works in the library."""
    for number, (title, rating, tags) in enumerate(WORKS, 1):
        path = tmp_path / f"{number}.html"
        chapters = (PageChapter(f"<p>{title} began with a lamp.</p>"),)
        named = {"Rating": (rating,), "Fandom": ("Tidewrack",), "Additional Tag": tags}
        path.write_bytes(render(Page(chapters, title=title, id=number, tags=named)))
        assert reader("add", str(path)).code == 0
    return reader


def listed(reader: Reader, *words: str) -> list[str]:
    """The titles that `reader list` gives, in order."""
    said = reader("list", "--json", *words)
    assert (said.code, said.err) == (0, "")
    return [work["title"] for work in json.loads(said.out)]


def test_a_query_on_the_command_line_needs_no_second_pair_of_quotes(library: Reader) -> None:
    assert listed(library, "tag:Slow Burn") == ["The Salt Road"]
    assert listed(library, "tag:=Fluff (and letters)") == ["Whatever the River Keeps"]
    assert listed(library, "rating:T..M", "-letters") == ["Whatever the River Keeps"]
    assert listed(library, "fandom:tidewrack", "UNLESS", "tag:angst") == [
        "Nine Letters",
        "Whatever the River Keeps",
    ]


def test_an_error_names_the_column_and_the_query(reader: Reader) -> None:
    said = reader("list", "lamp", "rating:T..purple")
    assert said.code == 2
    assert "between G, T, M and E" in said.err
    assert "(column 13 of lamp rating:T..purple)" in said.err


def test_what_the_reader_hides_is_listed_only_when_asked_for(library: Reader, data: Path) -> None:
    rules = ["rating:E", "letters UNLESS title:nine"]
    (data / "config.toml").write_text(f"hide = {json.dumps(rules)}\n", encoding="utf-8")
    assert listed(library) == ["Nine Letters", "Whatever the River Keeps"]
    assert listed(library, "rating:E") == []
    assert listed(library, "rating:E", "--hidden") == ["The Salt Road"]
    assert library("list").out.splitlines()[-1].startswith("Whatever the River Keeps")


def test_a_rule_that_says_nothing_is_named_and_hides_nothing(library: Reader, data: Path) -> None:
    (data / "config.toml").write_text("hide = ['rating:', '-', 'colour:red OR']\n", encoding="utf-8")
    said = library("list", "--json")
    assert len(json.loads(said.out)) == 3
    assert said.err.count("the rule “") == 3
    assert "column 1: There is no field “colour”" in said.err


def test_merged_tags_are_found_by_any_of_their_names_until_that_is_undone(
    library: Reader, data: Path
) -> None:
    with opened(data) as workspace:
        before = tag_table(workspace)
        remember_tag_table(workspace, merged(before, "additional", "slowburn", "Slow Burn"))
    assert (
        listed(library, "tag:slowburn")
        == listed(library, "tag:=Slow Burn")
        == ["Nine Letters", "The Salt Road"]
    )
    with opened(data) as workspace:
        remember_tag_table(workspace, before)
    assert listed(library, "tag:slowburn") == ["Nine Letters"]


def test_what_is_wrong_with_the_table_of_tags_is_said(library: Reader, data: Path) -> None:
    (data / "tags.toml").write_text('[[same]]\nkind = "mood"\n', encoding="utf-8")
    said = library("list")
    assert said.code == 0
    assert "tags.toml, line 1: kind must be one of" in said.err


QUERIES = [
    "",
    "letters",
    "tag:slowburn",
    "rating:T..M",
    "-tag:angst",
    "rating:E OR tag:fluff",
    "my-rating:>3",
]


@pytest.mark.parametrize("query", QUERIES)
def test_list_and_a_filtered_library_agree(library: Reader, data: Path, query: str) -> None:
    (data / "config.toml").write_text("hide = ['rating:M']\n", encoding="utf-8")
    (data / "tags.toml").write_text(
        '[[same]]\nkind = "additional"\nname = "Slow Burn"\nalso = ["slowburn"]\n', encoding="utf-8"
    )
    library("set", "nine letters", "--rating", "5")
    with opened(data) as workspace:
        entries = filtering_of(workspace, workspace.catalogue.entries()).entries(Filters(parse(query)))
    assert listed(library, query) == sorted(entry.info.title for entry in entries)


def test_set_keeps_rating_note_and_times_read(library: Reader) -> None:
    done = library("set", "nine letters", "--rating", "4", "--note", " again in winter ", "--times-read", "2")
    assert done.code == 0
    shown = json.loads(library("show", "nine letters", "--json").out)
    assert (shown["my_rating"], shown["note"], shown["times_read"]) == (4, "again in winter", 2)
    assert "again in winter" in library("show", "nine letters").out
    assert listed(library, "my-rating:>=4") == listed(library, "times:2..") == ["Nine Letters"]
    library("set", "nine letters", "--rating", "0", "--note", "", "--times-read", "0")
    shown = json.loads(library("show", "nine letters", "--json").out)
    assert (shown["my_rating"], shown["note"], shown["times_read"]) == (None, None, 0)
    assert listed(library, "my-rating:0..") == []


def test_to_set_a_work_finished_is_to_have_read_it_once_more(library: Reader) -> None:
    for _ in range(2):  # to say so again is nothing new
        library("set", "nine letters", "--status", "finished")
        assert json.loads(library("show", "nine letters", "--json").out)["times_read"] == 1
    library("set", "nine letters", "--status", "reading")
    library("set", "nine letters", "--status", "finished", "--times-read", "5")
    assert json.loads(library("show", "nine letters", "--json").out)["times_read"] == 5


@pytest.mark.parametrize("words", [("--rating", "6"), ("--times-read", "-1"), ("--times-read", "often"), ()])
def test_set_refuses_what_means_nothing(reader: Reader, words: tuple[str, ...]) -> None:
    assert reader("set", "reader:sample", *words).code == 2
