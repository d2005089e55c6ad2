from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.library.conftest import make_entry, select, tagged

from reader.work.model import SeriesPart, Tag, TagKind

if TYPE_CHECKING:
    from reader.library.entries import Entry


def titles(found: list[Entry]) -> list[str]:
    return [entry.info.title for entry in found]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ship:ana/ines", ["Ana Reyes/Ines Calder", "Ines/Ana"]),
        ('ship:"ana & ines"', ["Ana & Ines"]),
        ("ship:ana", ["Ana Reyes/Ines Calder", "Ines/Ana", "Ana & Ines", "Ana/Bo/Ines"]),
        ("ship:*/ines", ["Ana Reyes/Ines Calder", "Ines/Ana", "Anabel/Ines"]),
        ("ship:ana*/ines", ["Ana Reyes/Ines Calder", "Ines/Ana", "Anabel/Ines"]),
        ("ship:=ana/ines", ["Ines/Ana"]),
        ("-ship:ines", []),
    ],
)
def test_relationships_are_asked_for_in_any_order_and_by_parts_of_names(query: str, found: list[str]) -> None:
    ships = ["Ana Reyes/Ines Calder", "Ines/Ana", "Ana & Ines", "Ana/Bo/Ines", "Anabel/Ines"]
    assert titles(select(tagged(TagKind.RELATIONSHIP, *ships), query)) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tag:angst", ["Angst", "Light Angst"]),
        ("tag:=angst", ["Angst"]),
        ("tag:ang*", ["Angst", "Light Angst", "Anger"]),
        ("tag:魔法", ["魔法少女"]),
        ('tag:"hurt/comfort"', ["Hurt/Comfort"]),
    ],
)
def test_tags_are_found_by_whole_words(query: str, found: list[str]) -> None:
    names = ["Angst", "Light Angst", "Anger", "魔法少女", "Hurt/Comfort"]
    assert titles(select(tagged(TagKind.ADDITIONAL, *names), query)) == found


@pytest.mark.parametrize("asked", ["choose not to", "Chose Not To Use"])
def test_both_wordings_of_the_warning_find_both(asked: str) -> None:
    names = ("Choose Not To Use Archive Warnings", "Creator Chose Not To Use Archive Warnings")
    assert len(select(tagged(TagKind.WARNING, *names), f'warning:"{asked}"')) == 2


@pytest.mark.parametrize("asked", ["T", "teen", '"Teen And Up Audiences"', '"=Teen And Up Audiences"'])
def test_ratings_by_letter_or_name(asked: str) -> None:
    works = tagged(TagKind.RATING, "Teen And Up Audiences", "Mature", "T")
    assert titles(select(works, f"rating:{asked}")) == ["Teen And Up Audiences", "T"]


def test_the_other_fields() -> None:
    work = make_entry(
        "Red",
        authors=("Quill Feather",),
        language="Deutsch",
        series=(SeriesPart("Colours", 1),),
        summary="A “coat”\nand a road.",
        published=date(2024, 3, 1),
        chapters_posted=9,
    )
    other = make_entry("Blue", words=60_000)
    for query in (
        "author:feather",
        "lang:de",
        "series:colours",
        'summary:"coat"',
        '"and a road"',
        "published:2024-03",
        "updated:2024..",
        "chapters:9",
        "words:..1k",
        'status:unread title:"red"',
        "-words:>50k",
    ):
        assert select([work, other], query) == [work], query


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("rating:T..M", ["Teen And Up Audiences", "Mature"]),
        ("rating:<M", ["General Audiences", "Teen And Up Audiences"]),
        ("rating:mature..", ["Mature", "Explicit"]),
        ("rating:PG", ["PG-13"]),
        ("rating:=PG", []),
        ("-rating:G..E", ["Not Rated", "PG-13"]),
    ],
)
def test_ratings_in_a_range(query: str, found: list[str]) -> None:
    names = ("General Audiences", "Teen And Up Audiences", "Mature", "Explicit", "Not Rated", "PG-13")
    assert titles(select(tagged(TagKind.RATING, *names), query)) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [("author:feather", ["One", "Two"]), ("author:=quill", ["Three"]), ("author:qu*er", ["One", "Two"])],
)
def test_authors_by_a_part_of_a_name_or_all_of_it(query: str, found: list[str]) -> None:
    names = {"One": "Quillfeather", "Two": "quill feather", "Three": "Quill"}
    assert (
        titles(select([make_entry(title, authors=(name,)) for title, name in names.items()], query)) == found
    )


def test_crossovers_by_the_number_of_fandoms() -> None:
    one, two = Tag(TagKind.FANDOM, "Tidewrack"), Tag(TagKind.FANDOM, "The Salt Road")
    ship = Tag(TagKind.RELATIONSHIP, "Ana/Ines")
    works = [make_entry("One", tags=[one, ship]), make_entry("Both", tags=[one, two])]
    assert titles(select(works, "fandoms:1")) == titles(select(works, "ships:1..")) == ["One"]
    assert titles(select(works, "fandoms:>1")) == titles(select(works, "ships:0")) == ["Both"]


def test_what_the_reader_says_of_a_work() -> None:
    work = make_entry("Read")._replace(
        rating=5,
        times_read=2,
        last_read=datetime(2025, 3, 1, tzinfo=UTC),
        new_keys=("a",),
        missing=True,
        path="/shelf/Salt/read.epub",
        format="epub",
    )
    other = make_entry("Other")
    for query in (
        "my-rating:>=4",
        "times:2",
        "read:2025-03",
        "new:yes",
        "missing:yes",
        "path:shelf/salt",
        "format:epub",
        "-my-rating:<5 -times:0",
    ):
        assert select([work, other], query) == [work], query


def test_stars_without_end_take_no_long_time() -> None:
    works = tagged(TagKind.ADDITIONAL, "a" * 400)
    assert select(works, "tag:" + "*a" * 60 + "*b") == []
    assert select(works, "tag:" + "*a" * 60) == works
