from __future__ import annotations

import io
import os
import struct
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.member_names import member_name
from reader.library.files.access import FileAccess, UnavailableError
from reader.library.files.candidates import locate
from reader.library.files.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CONTAINER = "META-INF/container.xml"
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Salt Road</dc:title>'
    "<dc:creator>marrowlight</dc:creator><dc:subject>Slow Burn</dc:subject></metadata></package>"
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def found(tmp_path: Path, members: Mapping[str, str | bytes], name: str = "a.zip") -> list[str]:
    """What is found in an archive, without the folder it is in; "" where there is a problem instead."""
    (tmp_path / name).write_bytes(zipped(members))
    candidates = discover([tmp_path])
    return ["" if one.problem else os.path.relpath(one.location, tmp_path) for one in candidates]


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"a.html": "x", "b/c.txt": "x", "cover.jpg": "x", "x.opf": ""}, ["a.zip/a.html", "a.zip/b/c.txt"]),
        ({"mimetype": "application/epub+zip", CONTAINER: "", "a.xhtml": "x"}, ["a.zip"]),
        ({f"The Salt Road/{CONTAINER}": "", "The Salt Road/a.xhtml": "x"}, ["a.zip"]),
        ({"content.opf": "", "a.xhtml": "x"}, ["a.zip"]),
        ({"metadata.opf": PACKAGE, "a.epub": "x", "cover.jpg": "x"}, ["a.zip/a.epub"]),
        ({"index.html": "x", "metadata.opf": PACKAGE, "images/1.png": "x"}, ["a.zip/index.html"]),
        ({"story.html": "x", "pictures/1.png": "x"}, ["a.zip/story.html"]),
        ({"untold": "Once there was a road.", "picture": b"\x89PNG\x00"}, ["a.zip/untold"]),
        ({"__MACOSX/a.html": "x", ".hidden/a.html": "x", "a.jpg": "x"}, [""]),
        ({"a.fb2.zip": zipped({"a.fb2": "<FictionBook/>"})}, ["a.zip/a.fb2.zip/a.fb2"]),
        (
            {"a.epub": zipped({CONTAINER: ""}), "b.zip": zipped({CONTAINER: ""})},
            ["a.zip/a.epub", "a.zip/b.zip"],
        ),
        ({"b.zip": zipped({"c.zip": zipped({"d.html": "x"}), "e.html": "x"})}, ["a.zip/b.zip/e.html"]),
        ({"broken.zip": b"PK\x03\x04"}, ["a.zip/broken.zip"]),
    ],
)
def test_what_an_archive_is_is_told_by_what_is_in_it(
    tmp_path: Path, members: dict[str, str | bytes], expected: list[str]
) -> None:
    assert found(tmp_path, members) == expected


@pytest.mark.parametrize("name", ["a.fbz", "a.htmlz", "a.txtz", "untold", "a.fb2.zip"])
def test_archives_by_other_names_are_looked_into(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, {"a.html": "x"}, name) == [f"{name}/a.html"]


def test_a_named_archive_by_a_wrong_name_is_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "works.dat"
    path.write_bytes(zipped({"a.html": "x", "b.html": "x"}))
    assert [one.member for one in discover([path])] == ["a.html", "b.html"]


@pytest.mark.parametrize("text", ["index.html", "story.txt", "the road.md"])
def test_facts_packed_with_a_work_are_known_of_it(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.htmlz").write_bytes(zipped({text: "x", "metadata.opf": PACKAGE}))
    (one,) = discover([tmp_path])
    assert one.supplement is not None
    assert (one.supplement.title, one.supplement.authors) == ("The Salt Road", ("marrowlight",))
    assert one.supplement.subjects == ("Slow Burn",)


def test_broken_facts_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.htmlz").write_bytes(zipped({"index.html": "x", "metadata.opf": "\x00"}))
    (one,) = discover([tmp_path])
    assert (one.member, one.problem) == ("index.html", "")


def test_everything_found_is_located_and_read_again(tmp_path: Path) -> None:
    inner = zipped({"c/d.html": "<p>Deep.</p>"})
    (tmp_path / "a.zip").write_bytes(zipped({"a.html": "<p>A.</p>", "b.zip": inner}))
    with FileAccess() as access:
        for one in discover([tmp_path]):
            again = locate(one.location)
            assert again is not None
            assert (again.path, again.member) == (one.path, one.member)
            assert access.read(again) == access.read(one)
            assert access.stamp(again).size > 0
    assert [one.member for one in discover([tmp_path])] == ["a.html", "b.zip/c/d.html"]


def test_what_is_locked_says_so_file_by_file(tmp_path: Path) -> None:
    locked = bytearray(zipped({"a.html": "x"}))
    locked[6] |= 1  # the flag of encryption, in the file's own header
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(locked)
    (one,) = discover([tmp_path])
    with FileAccess() as access, pytest.raises(UnavailableError, match="password"):
        access.read(one)


def test_an_archive_whose_directory_is_lost_is_searched(tmp_path: Path) -> None:
    whole = zipped({"a.html": "<p>A.</p>"})
    (tmp_path / "a.zip").write_bytes(whole[: whole.index(b"PK\x01\x02")])
    (one,) = discover([tmp_path])
    with FileAccess() as access:
        assert access.read(one) == b"<p>A.</p>"


def named_in(raw: bytes) -> bytes:
    """An archive of one file with this name, without the flag of UTF-8."""
    data = zipped({"x" * len(raw): "<p>Text.</p>"})
    return data.replace(b"x" * len(raw), raw)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Ёлка и море.html".encode("cp866"), "Ёлка и море.html"),
        ("塩の道のはなし.html".encode("cp932"), "塩の道のはなし.html"),
        ("Das Salzstraßenbüro.html".encode("cp437"), "Das Salzstraßenbüro.html"),
        ("naïve – 🌊.html".encode(), "naïve – 🌊.html"),
        ("دریا.html".encode(), "دریا.html"),
        (b"two\nlines \xff.html", "two\nlines \xa0.html"),
        (b"../../up.html", "../../up.html"),
        (b"/etc/up.html", "/etc/up.html"),
    ],
)
def test_names_in_archives_are_read_in_their_encoding(tmp_path: Path, raw: bytes, expected: str) -> None:
    (tmp_path / "a.zip").write_bytes(named_in(raw))
    (one,) = discover([tmp_path])
    assert one.member == expected
    again = locate(one.location)
    assert again is not None
    assert again.member == one.member
    with FileAccess() as access:
        assert access.read(again) == b"<p>Text.</p>"


@given(st.binary(min_size=1, max_size=30))
def test_every_name_is_text(raw: bytes) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = raw.decode("cp437")
    name = member_name(info)
    assert name
    name.encode()


@given(st.data())
def test_no_damage_to_an_archive_ends_the_search(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = bytearray(zipped({"a.html": "<p>A.</p>", "b": "text", "c.zip": zipped({"d.txt": "x"})}))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 4))
        struct.pack_into("<I", whole, at, data.draw(st.integers(0, 2**32 - 1)))
    path = tmp_path_factory.getbasetemp() / "damaged.zip"
    path.write_bytes(whole)
    with FileAccess() as access:
        for one in discover([path]):
            if not one.problem:
                with suppress(UnavailableError):  # any of them may be the broken one
                    assert isinstance(access.read(one), bytes)


@pytest.mark.parametrize("name", ["word/document.xml", "content.xml"])
def test_a_word_processors_file_says_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.docx").write_bytes(zipped({name: "x", "styles.xml": "x"}))
    (found,) = discover([tmp_path / "a.docx"])
    assert "save it as HTML" in found.problem
