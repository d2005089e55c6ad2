from __future__ import annotations

import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest
from tests.formats.epub_file import epub, epub_files
from tests.library.conftest import Library, outcomes

from reader.formats.source import Source, UnreadableError
from reader.library import file_parsing
from reader.library.files.access import FileAccess
from reader.library.reading_again import read_again

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reader.work.model import Work


def zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def anthology(*titles: str) -> bytes:
    """Whole EPUBs in numbered folders, as EpubMerge keeps them, under a package of all."""
    files = dict(epub_files(title="Salt and Other Roads", creators=("several",)))
    for number, title in enumerate(titles, 1):
        text = {"chapter1.xhtml": f"<h2>{title}</h2><p>This is how {title} began, long ago.</p>"}
        for name, data in epub_files(text, title=title).items():
            if name.startswith("OEBPS/"):
                files[f"{number}/{name}"] = data
    return zipped(files)


def test_an_anthology_is_the_works_in_it(library: Library, shelf: Path) -> None:
    path = shelf / "anthology.epub"
    path.write_bytes(anthology("The Salt Road", "The Harbour"))
    results = library.add(shelf)
    assert [(one.outcome, one.title) for one in results] == [
        ("added", "The Salt Road"),
        ("added", "The Harbour"),
    ]
    assert [os.path.relpath(one.path, path) for one in results] == [
        "1/OEBPS/content.opf",
        "2/OEBPS/content.opf",
    ]
    assert outcomes(library.add(path)) == ["same", "same"]
    assert outcomes(library.add(shelf)) == ["same", "same"]


def test_a_work_of_an_anthology_is_read_again_from_it(library: Library, shelf: Path) -> None:
    path = shelf / "anthology.epub"
    path.write_bytes(anthology("The Salt Road", "The Harbour"))
    first, _ = library.add(path)
    library.originals.discard(first.sha256)
    assert read_again(library.catalogue, library.originals, first.id, repair=False)


def test_a_known_anthology_is_not_read_to_be_known(
    library: Library, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shelf / "plain.epub"
    path.write_bytes(epub())
    library.add(shelf)
    monkeypatch.setattr(FileAccess, "read", lambda *_: pytest.fail("read again"))
    monkeypatch.setattr(FileAccess, "parts", lambda *_: pytest.fail("looked into again"))
    assert outcomes(library.add(shelf)) == ["same"]


def _read(source: Source) -> tuple[Work, str]:
    raise {
        b"deep": RecursionError(),
        b"huge": MemoryError(),
        b"kindle": UnreadableError("It is a Kindle file: install an extra."),
    }[source.data]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"deep", "nested too deeply"), (b"huge", "more memory"), (b"kindle", "install an extra")],
)
def test_what_a_file_does_to_its_reader_ends_in_one_line(
    library: Library, shelf: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, said: str
) -> None:
    monkeypatch.setattr(file_parsing, "read_work_and_format", _read)
    (shelf / "a.txt").write_bytes(content)
    (result,) = library.add(shelf)
    assert result.outcome == "failed"
    assert said in result.detail


def test_a_kindle_file_that_cannot_be_read_is_no_matter_beside_the_same_work(
    library: Library, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_parsing, "read_work_and_format", _read)
    for name in ("road.mobi", "road.html", "other.azw3", "road.txt"):
        (shelf / name).write_bytes(b"kindle")
    said = {os.path.basename(one.path): (one.outcome, one.detail) for one in library.add(shelf)}  # noqa: PTH119
    assert said["road.mobi"] == ("skipped", "The same work is there as road.html.")
    assert said["other.azw3"][0] == said["road.html"][0] == "failed"
    assert library.add(shelf / "road.mobi")[0].outcome == "failed"


NAMES = (
    "a b — c.txt",
    "🌊 лодка.txt",
    "דרך המלח.txt",
    "two\nlines\t.txt",
    b"\xff\xfe salt.txt",
    "\u202etxt.exe.txt",
)


@pytest.mark.usefixtures("simple_format")
@pytest.mark.parametrize("name", NAMES)
def test_every_name_that_a_file_can_have_works(library: Library, shelf: Path, name: str | bytes) -> None:
    path = os.path.join(os.fsencode(shelf), os.fsencode(name))  # noqa: PTH118 -- Path can't be made of bytes
    with open(path, "wb") as file:  # noqa: PTH123 -- as above
        file.write(b"id=ao3:1 title=Salt\nOne.")
    assert outcomes(library.add(shelf)) == ["added"]
    assert outcomes(library.add(shelf)) == ["same"]
    assert outcomes(library.add(path)) == ["same"]
    (file_known,) = library.catalogue.files("ao3:1")
    assert file_known.path == path
    (entry,) = library.catalogue.entries()
    assert entry.shown_path is not None
    assert entry.shown_path.isprintable()
    assert read_again(library.catalogue, library.originals, "ao3:1", repair=False)


@pytest.mark.usefixtures("simple_format")
def test_a_work_that_is_packed_deep_is_known_again(library: Library, shelf: Path) -> None:
    inner = zipped({"c/d.txt": b"id=ao3:2\nTwo."})
    (shelf / "a.zip").write_bytes(zipped({"b.zip": inner, "a.txt": b"id=ao3:1\nOne."}))
    assert outcomes(library.add(shelf)) == ["added", "added"]
    assert outcomes(library.add(shelf)) == ["same", "same"]
    assert {file.path for file in library.catalogue.files()} == {
        os.fsencode(shelf / "a.zip" / "a.txt"),
        os.fsencode(shelf / "a.zip" / "b.zip" / "c" / "d.txt"),
    }


@pytest.mark.usefixtures("simple_format")
def test_works_in_an_archive(library: Library, shelf: Path) -> None:
    members = {
        "b/two.txt": b"id=ao3:2\nTwo.",
        "one.html": b"id=ao3:1\nOne.",
        "cover.jpg": b"",
        "__MACOSX/one.html": b"",
    }
    archive = shelf / "works.zip"
    archive.write_bytes(zipped(members))
    results = library.add(archive)
    assert [(result.outcome, result.path) for result in results] == [
        ("added", f"{archive}/b/two.txt"),
        ("added", f"{archive}/one.html"),
    ]
    assert outcomes(library.add(archive)) == ["same", "same"]
    (entry,) = library.catalogue.resolve("ao3:2")
    assert entry.info.title == "two.txt"


@pytest.mark.usefixtures("simple_format")
def test_a_zip_bomb_is_no_collection_of_works(library: Library, shelf: Path) -> None:
    limit = library.originals.limit
    lying = bytearray(zipped({"a.txt": b"small"}))
    at = lying.index(b"PK\x01\x02") + 24  # the size after unpacking, as the archive's directory has it
    lying[at : at + 4] = (limit + 1).to_bytes(4, "little")
    (shelf / "large.zip").write_bytes(lying)
    lying[at : at + 4] = (4_100_000_000).to_bytes(4, "little")
    (shelf / "larger.zip").write_bytes(lying)
    large, larger = library.add(shelf)
    assert "too large" in large.detail
    assert "too large" in larger.detail
