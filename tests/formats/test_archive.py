from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.epub_file import zipped

from reader.formats.archive import Archive
from reader.formats.source import UnreadableError

FILES = {"a/one.xhtml": b"one " * 500, "a/two.xhtml": b"two", "b/three.css": b""}

parts = st.text(st.sampled_from("abÄßйX1 .-_%&'"), min_size=1, max_size=6).filter(
    lambda part: part.strip(". ")
)
paths = st.lists(parts, min_size=1, max_size=3).map("/".join)
hostile_paths = st.text(st.sampled_from("ab/\\.%2eF: \x00\x1b\n"), min_size=1, max_size=12)


def raw(files: dict[str, bytes]) -> bytes:
    """An archive whose names are as they are, however wrong."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo("placeholder")
            info.filename = name
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def contents(archive: Archive) -> dict[str, bytes]:
    return {name: archive.read(name) for name in archive.names}


@given(st.dictionaries(paths, st.binary(max_size=300), min_size=1, max_size=6))
def test_every_file_is_found_by_its_own_path(files: dict[str, bytes]) -> None:
    archive = Archive(zipped(files))

    assert contents(archive) == files
    assert all(archive.find(name) == name for name in files)
    assert all(archive.find(f"/{name}", "far/away/from.it") == name for name in files)


@given(st.sets(paths.filter(lambda path: "%" not in path), min_size=1, max_size=6), st.data())
def test_a_path_may_be_encoded_in_another_case_or_relative(names: set[str], data: st.DataObject) -> None:
    archive = Archive(zipped(dict.fromkeys(names, b"")))
    name = data.draw(st.sampled_from(sorted(names)))

    assert archive.find(quote(name)) == name
    assert archive.find(name.replace("/", "\\")) == name
    assert (archive.find(name.upper()) or "").casefold() == name.casefold()
    assert archive.find(f"../.././{name}", "x/y.opf") == name
    folder, _, last = name.rpartition("/")
    assert archive.find(quote(last), f"{folder}/toc.ncx") == name


@given(st.lists(hostile_paths, max_size=4), hostile_paths, hostile_paths)
def test_no_path_leads_out_of_the_archive(names: list[str], path: str, base: str) -> None:
    archive = Archive(raw(dict.fromkeys(["kept", *names], b"")))

    assert all(name and not name.startswith("/") for name in archive.names)
    assert all(".." not in name.split("/") and "\\" not in name for name in archive.names)
    assert all(name.isprintable() for name in archive.names)
    assert archive.find(path, base) in (None, *archive.names)


def test_addresses_elsewhere_and_files_that_are_not_there_are_not_found() -> None:
    archive = Archive(zipped(FILES))

    assert archive.find("https://example.org/one.xhtml") is None
    assert archive.find("//example.org/one.xhtml") is None
    assert archive.find("data:text/html,one.xhtml") is None
    assert archive.find("four.xhtml") is None
    assert archive.find("") is None


def test_a_file_in_another_folder_is_found_if_it_is_the_only_one_of_its_name() -> None:
    archive = Archive(zipped({**FILES, "c/two.xhtml": b""}))

    assert archive.find("text/One.xhtml", "OEBPS/content.opf") == "a/one.xhtml"
    assert archive.find("text/two.xhtml") is None


@given(st.data())
def test_a_damaged_archive_gives_files_or_says_so(data: st.DataObject) -> None:
    whole = bytearray(zipped(FILES))
    for _ in range(data.draw(st.integers(0, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        archive = Archive(cut)
    except UnreadableError:
        return
    for name in archive.names:
        try:
            archive.read(name)
        except UnreadableError:
            continue


@pytest.mark.parametrize("lost", [1, 22, 60, 120])
def test_files_are_found_without_the_directory(lost: int) -> None:
    whole = zipped(FILES)

    assert contents(Archive(whole[:-lost])) == FILES


def test_files_are_found_whatever_stands_around_them() -> None:
    whole = zipped(FILES)

    assert contents(Archive(b"#!/bin/sh\n" + whole)) == FILES
    assert contents(Archive(whole + b"\r\n<html>an error page</html>" * 4000)) == FILES


def test_the_beginning_of_a_file_that_is_cut_off_is_read() -> None:
    text = b"".join(b"%d bottles. " % count for count in range(2000))
    whole = zipped({"a.txt": b"whole", "b.txt": text})

    archive = Archive(whole[: len(whole) // 2])

    assert archive.read("a.txt") == b"whole"
    assert text.startswith(archive.read("b.txt"))
    assert len(archive.read("b.txt")) > 1000


def test_sizes_that_are_wrong_or_stand_after_the_data_are_not_missed() -> None:
    whole = bytearray(zipped({"a.txt": b"deflated " * 50, "b.txt": b"second"}))
    entry = whole.rindex(b"PK\x01\x02", 0, whole.rindex(b"PK\x01\x02"))
    whole[entry + 20 : entry + 28] = struct.pack("<2L", 3, 3)
    assert Archive(bytes(whole)).read("a.txt") == b"deflated " * 50

    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w") as archive:
        archive.writestr("a.txt", b"stored as it is")
        archive.writestr("b.txt", b"deflated " * 50, zipfile.ZIP_DEFLATED)
    cut = pipe.getvalue()[:-40]
    assert contents(Archive(cut)) == {"a.txt": b"stored as it is", "b.txt": b"deflated " * 50}


def test_of_files_with_one_name_the_last_is_read() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", b"old")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", b"new")

    assert contents(Archive(buffer.getvalue())) == {"a.txt": b"new"}


def test_names_in_other_encodings_are_read() -> None:
    name = "Глава.xhtml"
    data = zipped({name: b"text"})
    unmarked = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        unmarked[unmarked.index(mark) + offset] = 0  # the flag that says UTF-8
    broken = data.replace("Г".encode(), b"\xff\xfe")

    assert Archive(bytes(unmarked)).names == (name,)
    assert len(Archive(broken).names) == 1


def test_an_encrypted_file_is_named_so() -> None:
    data = bytearray(zipped({"a.txt": b"secret"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(UnreadableError, match="password"):
        Archive(bytes(data)).read("a.txt")


def test_a_file_that_does_not_unpack_is_named_damaged() -> None:
    data = bytearray(zipped({"a.txt": b"some text that is packed " * 20}))
    data[35:45] = b"\xff" * 10

    with pytest.raises(UnreadableError, match="damaged"):
        Archive(bytes(data)).read("a.txt")
    with pytest.raises(UnreadableError, match="missing"):
        Archive(bytes(data)).read("b.txt")


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04", b"no archive", b"PK\x03\x04" * 500, zipped({})])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        Archive(data)


def test_one_file_may_not_unpack_to_what_nothing_holds() -> None:
    with pytest.raises(UnreadableError, match="unpacks"):
        Archive(zipped({"a.txt": bytes(70_000_000)})).read("a.txt")


def test_files_may_not_unpack_to_too_much_together() -> None:
    archive = Archive(zipped({f"{number}.txt": bytes(1_000_000) for number in range(20)}))

    with pytest.raises(UnreadableError, match="unpacks"):
        contents(archive)


def test_files_that_share_their_data_are_counted_each() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(bytes(1_000_000)) + packer.flush()
    kernel = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(packed), 1_000_000, 1, 0) + b"a"
    names = [b"%04d" % number for number in range(1000)]
    directory = b"".join(
        struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, len(packed), 1_000_000, 4, *[0] * 6)
        + name
        for name in names
    )
    body = kernel + packed
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1000, 1000, len(directory), len(body), 0)

    with pytest.raises(UnreadableError):
        contents(Archive(body + directory + end))


def test_an_archive_of_endless_files_is_refused() -> None:
    whole = zipped({f"{number}": b"" for number in range(25_000)})

    for data in (whole, whole[:-30]):
        with pytest.raises(UnreadableError, match="20,000"):
            Archive(data)


def test_a_search_for_files_is_over_in_time_whatever_they_claim() -> None:
    header = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 8, 0, 0, 0, 0, 0, 0, 65535, 65535)
    data = header * 20_000 + b"PK" * 5_000_000

    try:
        names = Archive(data).names
    except UnreadableError:
        names = ()

    assert len(names) <= 20_000
