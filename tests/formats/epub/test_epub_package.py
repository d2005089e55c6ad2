from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.epub_file import DOCUMENTS, container, epub, epub_files, page, zipped

from reader.formats.epub.file import recognises
from reader.formats.epub.package import Package, open_package
from reader.formats.source import Source, UnreadableError

OPF = "OEBPS/content.opf"
PATHS = ["OEBPS/chapter1.xhtml", "OEBPS/chapter2.xhtml"]


def spine(package: Package) -> list[str]:
    return [place.item.path for place in package.spine]


def changed(opf: dict[str, str], **more: bytes) -> bytes:
    """An EPUB whose package file has other text in some places."""
    files = epub_files(version=2)
    for old, new in opf.items():
        assert old.encode() in files[OPF], old
        files[OPF] = files[OPF].replace(old.encode(), new.encode())
    return zipped({**files, **more})


@pytest.mark.parametrize("version", [2, 3])
@pytest.mark.parametrize("folder", ["", "OEBPS", "one/two"])
def test_an_ordinary_epub_is_opened(version: int, folder: str) -> None:
    data = epub(version=version, folder=folder)
    package = open_package(data)
    start = f"{folder}/" if folder else ""

    assert recognises(Source("", data))
    assert package.path == f"{start}content.opf"
    assert spine(package) == [start + name for name in DOCUMENTS]
    assert [(entry.title, entry.path) for entry in package.contents] == [
        ("Chapter 1", f"{start}chapter1.xhtml"),
        ("Chapter 2", f"{start}chapter2.xhtml"),
    ]
    assert package.metadata.title == "The Salt Road"
    assert not package.rtl
    assert package.document(spine(package)[1]).findtext("body/h2") == "The Ledger"


def test_the_reading_order_is_the_spines_and_says_what_is_aside_from_it() -> None:
    documents = {f"{name}.xhtml": name for name in ("c", "a", "notes", "b")}
    package = open_package(epub(documents, not_linear={"notes.xhtml"}, not_in_spine={"b.xhtml"}))

    assert [(place.item.id, place.linear) for place in package.spine] == [
        ("c.xhtml", True),
        ("a.xhtml", True),
        ("notes.xhtml", False),
    ]
    assert {item.id for item in package.items} == {*documents, "nav.xhtml"}


def test_a_document_stands_once_in_the_reading_order() -> None:
    again = '<itemref idref="chapter1.xhtml"/><itemref idref="no-such"/></spine>'

    assert spine(open_package(changed({"</spine>": again}))) == PATHS


def test_a_foreign_file_gives_way_to_its_fallback() -> None:
    listed = '<item id="p" href="p.pdf" media-type="application/pdf" fallback="{}"/></manifest>'
    at_front = {'<itemref idref="chapter1.xhtml"/>': '<itemref idref="p"/>'}

    for fallback, expected in (("chapter1.xhtml", PATHS), ("p", PATHS[1:]), ("", PATHS[1:])):
        data = changed({"</manifest>": listed.format(fallback), **at_front}, **{"OEBPS/p.pdf": b"%PDF-"})
        assert spine(open_package(data)) == expected


@pytest.mark.parametrize("direction", ["rtl", "ltr", "default"])
def test_the_direction_of_pages_is_told(direction: str) -> None:
    package = open_package(epub(spine_attributes=f'page-progression-direction="{direction}"'))

    assert package.rtl is (direction == "rtl")


@pytest.mark.parametrize(
    "lost",
    [
        ["mimetype"],
        ["META-INF/container.xml"],
        ["mimetype", "META-INF/container.xml"],
        ["OEBPS/toc.ncx"],
    ],
    ids=str,
)
def test_what_is_lost_around_the_text_is_not_missed(lost: list[str]) -> None:
    data = zipped({name: data for name, data in epub_files(version=2).items() if name not in lost})

    assert recognises(Source("", data))
    assert spine(open_package(data)) == PATHS


@pytest.mark.parametrize(
    "rootfiles",
    [
        container("nowhere.opf"),
        container("oebps/CONTENT.OPF"),
        container("OEBPS\\content.opf"),
        container("content.opf"),
        container("nowhere.opf", "OEBPS/nav.opf", OPF),
        container(OPF, "other.opf"),
        container(),
        b"",
        b"not even XML",
        container(OPF)[:-40],
        container(OPF).replace(b"</rootfiles>", b""),
    ],
    ids=range(11),
)
def test_a_container_may_be_wrong(rootfiles: bytes) -> None:
    other = epub_files(version=2, folder="", title="Another rendition")
    files = {**epub_files(version=2), "META-INF/container.xml": rootfiles, "OEBPS/nav.opf": b"<package/>"}
    files["other.opf"] = other["content.opf"]

    package = open_package(zipped(files))

    assert (package.path, spine(package)) == (OPF, PATHS)


def test_without_a_package_file_all_pages_are_read_as_people_sort_them() -> None:
    pages = {f"text/ch{number}.HTML": page(f"<p>{number}</p>").encode() for number in (10, 2, 1)}
    data = zipped({"mimetype": b"application/epub+zip", **pages, "style.css": b""})

    package = open_package(data)

    assert package.path == package.metadata.title == ""
    assert spine(package) == ["text/ch1.HTML", "text/ch2.HTML", "text/ch10.HTML"]


def test_without_a_spine_the_manifests_pages_are_read() -> None:
    emptied = {f'<itemref idref="{name}"/>': "" for name in DOCUMENTS}

    assert spine(open_package(changed(emptied))) == PATHS


@pytest.mark.parametrize(
    "href", ["Chapter1.XHTML", "./chapter1.xhtml", "..%2FOEBPS/chapter1.xhtml", "/OEBPS/chapter1.xhtml",
             "text\\chapter1.xhtml", "chapter%31.xhtml", " chapter1.xhtml ", "OEBPS/chapter1.xhtml"]
)  # fmt: skip
def test_a_manifest_may_write_its_paths_in_many_ways(href: str) -> None:
    assert spine(open_package(changed({'href="chapter1.xhtml"': f'href="{href}"'}))) == PATHS


@pytest.mark.parametrize(
    "wrong",
    [
        {"<manifest>": "<manifest><item><broken"},
        {"</manifest>": ""},
        {"</metadata>": "</metadate>"},
        {"<dc:title>": "<dc:title>Fish & Chips &nbsp; &unknown; <"},
        {"http://www.idpf.org/2007/opf": "http://example.org/not-it"},
        {' xmlns="http://www.idpf.org/2007/opf"': ""},
        {'xmlns:dc="http://purl.org/dc/elements/1.1/"': ""},
        {"</package>": ""},
        {'encoding="utf-8"': 'encoding="utf-16"'},
        {'encoding="utf-8"': 'encoding="punycode"'},
        {"<?xml": "\ufeff<?xml"},
        {"<?xml": "\n\n<?xml"},
        {"?>": "?><!DOCTYPE package [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"},
    ],
    ids=str,
)
def test_a_package_file_that_is_no_xml_is_read_as_far_as_it_goes(wrong: dict[str, str]) -> None:
    assert spine(open_package(changed(wrong))) == PATHS


def test_files_that_are_not_there_are_not_listed() -> None:
    files = epub_files()
    del files["OEBPS/chapter1.xhtml"]

    package = open_package(zipped(files))

    assert spine(package) == PATHS[1:]
    assert [entry.path for entry in package.contents] == PATHS[1:]


@pytest.mark.parametrize(
    "files",
    [
        {"mimetype": b"application/epub+zip"},
        {"mimetype": b"application/epub+zip", "a.css": b""},
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container("a.opf"),
            "a.opf": b"<package/>",
        },
    ],
    ids=range(3),
)
def test_an_epub_without_text_is_refused(files: dict[str, bytes]) -> None:
    with pytest.raises(UnreadableError):
        open_package(zipped(files))


@pytest.mark.parametrize(
    "files",
    [
        {"a.html": b"<p>a", "b.html": b"<p>b"},
        {"work.epub": b"", "metadata.opf": b"<package/>"},
        {"word/document.xml": b"", "[Content_Types].xml": b""},
    ],
    ids=range(3),
)
def test_other_archives_are_no_epubs(files: dict[str, bytes]) -> None:
    assert not recognises(Source("a.epub", zipped(files)))


def test_a_text_about_epubs_is_none() -> None:
    assert not recognises(Source("a.epub", b"application/epub+zip META-INF/container.xml content.opf"))


@given(st.data())
def test_a_damaged_epub_is_opened_or_refused(data: st.DataObject) -> None:
    version = data.draw(st.sampled_from([2, 3]))
    whole = bytearray(
        epub(version=version, metadata="<dc:description>&lt;p&gt;A &amp;amp; B</dc:description>")
    )
    if data.draw(st.booleans()):
        files = epub_files(version=version)
        name = data.draw(st.sampled_from(sorted(set(files) - {"mimetype"})))
        broken = bytearray(files[name])
        for _ in range(data.draw(st.integers(1, 20))):
            broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
        whole = bytearray(zipped({**files, name: bytes(broken[: data.draw(st.integers(0, len(broken)))])}))
    else:
        for _ in range(data.draw(st.integers(0, 8))):
            whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
        del whole[data.draw(st.integers(1, len(whole))) :]
    try:
        package = open_package(bytes(whole))
    except UnreadableError:
        return
    assert package.spine
    for place in package.spine:
        assert place.item.path in package.archive.names
        try:
            assert isinstance(package.document(place.item.path).tag, str)
        except UnreadableError:
            continue
