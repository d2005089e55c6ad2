"""Works that a calibre library and the folders beside it have, as entries of ours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.formats.ao3_epub import ao3_epub
from tests.formats.ao3_page import Page, PageChapter, render
from tests.library.calibre.calibre_library import CalibreRecord, make_library
from tests.library.conftest import Library, outcomes

from reader.library.reading_again import read_again
from reader.work.model import SeriesPart, TagKind

if TYPE_CHECKING:
    from pathlib import Path


def test_one_work_in_several_formats_is_one_entry_under_one_id(library: Library, tmp_path: Path) -> None:
    files = {"TXT": b"Once there was a road.", "MD": b"# The Salt Road\n\nOnce there was a road.\n"}
    folder = make_library(tmp_path / "calibre", CalibreRecord(files=files, uuid="u-1"))
    assert outcomes(library.add(folder)) == ["added", "same"]
    assert library.ids() == ["calibre:u-1"]
    assert len(library.catalogue.files("calibre:u-1")) == 2


def test_the_id_that_calibre_made_up_gives_way_to_the_sources_own(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "calibre"
    library.add(make_library(folder, CalibreRecord(uuid="u-1")))
    assert library.ids() == ["calibre:u-1"]
    make_library(folder, CalibreRecord(uuid="u-1", identifiers={"ao3": "77"}))
    assert [result.former_id for result in library.add(folder)] == ["calibre:u-1"]
    assert library.ids() == ["ao3:77"]
    assert outcomes(library.add(folder)) == ["same"]


def test_a_download_of_a_work_that_calibre_has_is_the_same_work(library: Library, tmp_path: Path) -> None:
    text = " ".join(f"The rope of boat {number} sang." for number in range(12))
    file = f"The Salt Road\n\n{text}\n".encode()
    library.add(make_library(tmp_path / "calibre", CalibreRecord(uuid="u-1", files={"TXT": file})))
    page = Page(id=77, title="The Salt Road", chapters=(PageChapter(f"<p>{text}</p>"),))
    (tmp_path / "road.html").write_bytes(render(page))
    library.add(tmp_path / "road.html")
    assert library.ids() == ["ao3:77"]
    assert len(library.catalogue.files("ao3:77")) == 2


def test_what_changes_in_calibre_alone_is_taken_over(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "calibre"
    library.add(make_library(folder, CalibreRecord(uuid="u-1", tags=("Slow Burn",))))
    make_library(folder, CalibreRecord(uuid="u-1", tags=("Slow Burn", "Found Family"), series="Coast"))
    library.add(folder)
    (entry,) = library.catalogue.entries()
    assert entry.info.names(TagKind.ADDITIONAL) == ("Slow Burn", "Found Family")
    assert entry.info.series == (SeriesPart("Coast", 1.0),)
    assert [result.outcome for result in library.add(folder)] == ["same"]


def test_a_file_of_the_library_added_by_itself_keeps_what_calibre_said(
    library: Library, tmp_path: Path
) -> None:
    record = CalibreRecord(uuid="u-1", tags=("Slow Burn",))
    folder = make_library(tmp_path / "calibre", record)
    library.add(folder)
    (file,) = (folder / record.authors[0]).rglob("*.txt")
    file.write_text("Once there was a road. It went on, and on, and on.")
    library.add(file)
    (entry,) = library.catalogue.entries()
    assert entry.info.names(TagKind.ADDITIONAL) == ("Slow Burn",)


def test_what_calibre_knows_stays_when_a_better_file_from_elsewhere_gives_the_text(
    library: Library, tmp_path: Path
) -> None:
    page = Page(id=77, chapters=(PageChapter("<p>Once there was a road, and it was long.</p>", "One"),))
    record = CalibreRecord(
        files={"EPUB": ao3_epub(page)}, tags=("Winter",), identifiers={"ao3": "77"}, uuid="u-1"
    )
    folder = make_library(tmp_path / "calibre", record)
    library.add(folder)
    (tmp_path / "road.html").write_bytes(render(page))
    library.add(tmp_path / "road.html")
    (entry,) = library.catalogue.entries()
    assert entry.path == str(tmp_path / "road.html")
    assert "Winter" in entry.info.names(TagKind.ADDITIONAL)
    make_library(folder, replace(record, tags=("Winter", "Harbour")))
    library.add(folder)
    (entry,) = library.catalogue.entries()
    assert entry.path == str(tmp_path / "road.html")
    assert entry.info.names(TagKind.ADDITIONAL)[-2:] == ("Winter", "Harbour")
    assert set(outcomes(library.add(folder, tmp_path / "road.html"))) == {"same"}


def test_reading_a_file_again_keeps_what_calibre_said(library: Library, tmp_path: Path) -> None:
    library.add(make_library(tmp_path / "calibre", CalibreRecord(uuid="u-1", tags=("Slow Burn",))))
    assert read_again(library.catalogue, library.originals, "calibre:u-1", repair=False)
    (entry,) = library.catalogue.entries()
    assert entry.info.names(TagKind.ADDITIONAL) == ("Slow Burn",)
