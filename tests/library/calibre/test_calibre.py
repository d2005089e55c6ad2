from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.calibre.calibre_library import CalibreRecord, Column, file_name, make_library
from tests.library.conftest import Library, outcomes

from reader.library.calibre.records import works
from reader.library.files.discovery import discover
from reader.work.model import SeriesPart, Tag, TagKind

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.supplement import Supplement


def known(folder: Path, *records: CalibreRecord, columns: tuple[Column, ...] = ()) -> list[Supplement]:
    return [work.supplement for work in works(str(make_library(folder, *records, columns=columns)))]


def test_a_record_tells_what_is_known_of_a_work(tmp_path: Path) -> None:
    record = CalibreRecord(
        title="The Salt Road",
        authors=("Marrow| Ana", "oxbow"),
        tags=("Fanworks", "Slow Burn", "Completed"),
        series="Coast",
        series_index=2.5,
        languages=("eng",),
        comments="<p>She went.</p>",
        identifiers={"url": "https|//archiveofourown.org/works/77/chapters/1"},
        pubdate="2021-03-04 10:00:00+00:00",
    )
    (found,) = known(tmp_path, record)
    assert (found.title, found.authors) == ("The Salt Road", ("Marrow, Ana", "oxbow"))
    assert (found.id, found.url) == ("ao3:77", "https://archiveofourown.org/works/77/chapters/1")
    assert found.series == (SeriesPart("Coast", 2.5),)
    assert (found.subjects, found.complete) == (("Slow Burn",), True)
    assert (found.language, found.published, found.summary) == ("en", date(2021, 3, 4), "<p>She went.</p>")


def test_what_calibre_does_not_know_is_not_said(tmp_path: Path) -> None:
    (found,) = known(tmp_path, CalibreRecord(title="Unknown", authors=("Unknown",), uuid="u-1"))
    assert (found.title, found.authors, found.published, found.language) == ("", (), None, None)
    assert found.id == "calibre:u-1"


@pytest.mark.parametrize(
    ("identifiers", "expected"),
    [
        ({"ao3": "123"}, "ao3:123"),
        ({"ffnet": "55"}, "ffnet:55"),
        ({"url": "http://www.fanfiction.net/s/55/1/x"}, "ffnet:55"),
        ({"isbn": "9780306406157"}, "isbn:9780306406157"),
        ({"ao3": "x", "goodreads": "9", "isbn": "1"}, "calibre:u-1"),
    ],
)
def test_identifiers_name_the_work(tmp_path: Path, identifiers: dict[str, str], expected: str) -> None:
    (found,) = known(tmp_path, CalibreRecord(identifiers=identifiers, uuid="u-1"))
    assert found.id == expected


TYPED = (
    Column("fandoms", "text", multiple=True),
    Column("ships", "text"),
    Column("ao3_characters", "text", multiple=True),
    Column("rating", "enumeration"),
    Column("my_rating", "rating"),
    Column("warnings", "comments"),
    Column("category", "text", multiple=True),
    Column("genre", "text"),
    Column("status", "text"),
    Column("words", "int"),
    Column("language", "text"),
    Column("more_series", "series"),
    Column("series2", "float"),
    Column("series", "series"),
    Column("updated", "datetime"),
    Column("shelves", "text", multiple=True),
    Column("note", "text"),
    Column("count", "composite"),
)


def test_columns_that_people_added_give_typed_tags_by_their_names(tmp_path: Path) -> None:
    custom: dict[str, object] = {
        "fandoms": ["Tidewrack", "Salt, and Other Stories"],
        "ships": "Ana/Ines, Ana & Bo",
        "ao3_characters": ["Ana", "Ines"],
        "rating": "Teen And Up Audiences",
        "my_rating": 8,
        "warnings": "<p>No Archive Warnings Apply</p>",
        "category": ["F/F", "Harbour Lights"],
        "genre": "Angst",
        "status": "In-Progress",
        "words": 1234,
        "language": "German",
        "more_series": ("Elsewhere", 1.0),
        "series2": 1.5,
        "series": ("Coast", 3.0),
        "updated": "2022-02-03 00:00:00+00:00",
        "shelves": ["Winter"],
        "note": "read me",
        "count": "x",
    }
    (found,) = known(tmp_path, CalibreRecord(custom=custom), columns=TYPED)
    assert found.tags == (
        Tag(TagKind.FANDOM, "Tidewrack"),
        Tag(TagKind.FANDOM, "Salt, and Other Stories"),
        Tag(TagKind.RELATIONSHIP, "Ana/Ines"),
        Tag(TagKind.RELATIONSHIP, "Ana & Bo"),
        Tag(TagKind.CHARACTER, "Ana"),
        Tag(TagKind.CHARACTER, "Ines"),
        Tag(TagKind.RATING, "Teen And Up Audiences"),
        Tag(TagKind.WARNING, "No Archive Warnings Apply"),
        Tag(TagKind.CATEGORY, "F/F"),
        Tag(TagKind.FANDOM, "Harbour Lights"),
        Tag(TagKind.ADDITIONAL, "Angst"),
        Tag(TagKind.ADDITIONAL, "Winter"),
    )
    assert (found.complete, found.words, found.language) == (False, 1234, "de")
    assert (found.series, found.updated) == ((SeriesPart("Coast", 3.0),), date(2022, 2, 3))


@pytest.mark.parametrize("value", [True, False])
def test_a_column_of_yes_and_no_tells_whether_a_work_is_complete(tmp_path: Path, value: bool) -> None:
    column = Column("complete", "bool")
    (found,) = known(tmp_path, CalibreRecord(custom={"complete": value}), columns=(column,))
    assert found.complete is value


def test_files_are_best_first_and_none_is_another_works(tmp_path: Path) -> None:
    formats = ("PDF", "MOBI", "TXT", "EPUB", "HTMLZ", "ORIGINAL_EPUB", "DOCX")
    record = CalibreRecord(files=dict.fromkeys(formats, b"x"), uuid="u-1")
    (work,) = works(str(make_library(tmp_path, record)))
    assert [path.rpartition(".")[2] for path in work.files] == ["htmlz", "epub", "txt", "mobi", "pdf"]
    assert (work.key, work.missing) == ("calibre:u-1", "")


def test_a_record_whose_files_are_gone_says_so(tmp_path: Path) -> None:
    here = CalibreRecord(title="Here", files={"TXT": b"Here.", "EPUB": None})
    gone = CalibreRecord(title="Gone", files={"EPUB": None})
    empty = CalibreRecord(title="Wanted", files={})
    found = discover([make_library(tmp_path, here, gone, empty)])
    assert [(os.path.basename(one.path), one.problem) for one in found] == [  # noqa: PTH119 -- a string
        (f"{file_name(here)}.txt", ""),
        (f"{file_name(gone)}.epub", "calibre has “Gone”, but its files are gone."),
    ]


@pytest.mark.parametrize("path", ["../outside", "/etc", "a/../../outside", ".."])
def test_no_record_leads_out_of_the_library(tmp_path: Path, path: str) -> None:
    folder = make_library(tmp_path / "library", CalibreRecord(path="inside"))
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / f"{file_name(CalibreRecord())}.txt").write_text("Not a work of the library.")
    with closing(sqlite3.connect(folder / "metadata.db")) as db, db:
        db.execute("UPDATE books SET path = ?", (path,))
    assert works(str(folder)) == []


def listing(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_nothing_in_the_library_is_touched(library: Library, tmp_path: Path, mode: str) -> None:
    folder = make_library(
        tmp_path / "library", CalibreRecord(), CalibreRecord(title="Two", files={"MD": b"*Two.*"})
    )
    with closing(sqlite3.connect(folder / "metadata.db")) as db:
        db.execute(f"PRAGMA journal_mode = {mode}")
    before = listing(folder)
    assert outcomes(library.add(folder)) == ["added", "added"]
    assert outcomes(library.add(folder)) == ["same", "same"]
    assert listing(folder) == before


def test_a_library_that_calibre_is_writing_is_read(tmp_path: Path) -> None:
    folder = make_library(tmp_path, CalibreRecord())
    with closing(sqlite3.connect(folder / "metadata.db", isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        assert [work.title for work in works(str(folder))] == ["The Salt Road"]
        db.execute("ROLLBACK")


def test_a_library_inside_a_searched_folder_is_read_by_its_database(tmp_path: Path) -> None:
    make_library(tmp_path / "shelf" / "calibre", CalibreRecord())
    (tmp_path / "shelf" / "z.txt").write_text("Loose.")
    found = discover([tmp_path])
    assert [bool(one.supplement) for one in found] == [True, False]
    assert [one.same_as for one in discover([tmp_path / "shelf" / "calibre" / "metadata.db"])] == [
        found[0].same_as
    ]


@pytest.mark.parametrize("damage", ["other", "text", "broken", "view"])
def test_a_database_that_is_not_calibres_hides_no_files(tmp_path: Path, damage: str) -> None:
    folder = make_library(tmp_path, CalibreRecord())
    database = folder / "metadata.db"
    if damage == "text":
        database.write_text("no database")
    elif damage == "broken":
        database.write_bytes(database.read_bytes()[:8192])
    else:
        with closing(sqlite3.connect(database)) as db, db:
            db.execute("DROP TABLE books")
            if damage == "view":
                db.execute("CREATE VIEW books AS SELECT 1 AS id")
    found = [one for one in discover([folder]) if not one.problem]
    assert [one.name for one in found] == [f"{file_name(CalibreRecord())}.txt"]
    assert found[0].supplement is None


@given(st.data())
def test_no_damage_to_the_database_ends_the_search(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp() / "damaged"
    custom: dict[str, object] = {"fandoms": ["Tidewrack"], "series": ("Coast", 3.0), "words": 5}
    if not folder.exists():
        record = CalibreRecord(tags=("x",), custom=custom, comments="<p>x", identifiers={"ao3": "7"})
        make_library(folder, record, columns=TYPED)
        (folder / "whole").write_bytes((folder / "metadata.db").read_bytes())
    damaged = bytearray((folder / "whole").read_bytes())
    random = data.draw(st.randoms(use_true_random=False))
    for _ in range(data.draw(st.sampled_from((1, 10, 200, 3000)))):
        damaged[random.randrange(len(damaged))] = random.randrange(256)
    (folder / "metadata.db").write_bytes(damaged)
    for one in discover([folder]):
        assert one.location.startswith(str(folder))
        assert one.supplement is None or one.supplement.to_json()
