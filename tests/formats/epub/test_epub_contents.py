from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.epub_file import epub, epub_files, nav, ncx, page, zipped

from reader.formats.epub.package import open_package

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.formats.epub.contents import Entry

Line = tuple[Any, ...]
hrefs = st.sampled_from(
    ["chapter1.xhtml", "chapter2.xhtml#a%20b", "Chapter1.XHTML#x", "./chapter2.xhtml", ""]
)
leaves = st.tuples(st.sampled_from(["One", "Two", "Trois"]), hrefs)
lines = st.lists(
    st.recursive(
        leaves, lambda inner: st.tuples(st.just("Part"), hrefs, st.lists(inner, max_size=3)), max_leaves=8
    ),
    min_size=1,
    max_size=4,
)
TARGETS = {
    "chapter1.xhtml": ("OEBPS/chapter1.xhtml", ""),
    "chapter2.xhtml#a%20b": ("OEBPS/chapter2.xhtml", "a b"),
    "Chapter1.XHTML#x": ("OEBPS/chapter1.xhtml", "x"),
    "./chapter2.xhtml": ("OEBPS/chapter2.xhtml", ""),
    "": ("", ""),
}


def tree(entries: Sequence[Entry]) -> list[Line]:
    return [(entry.title, (entry.path, entry.fragment), tree(entry.entries)) for entry in entries]


def expected(given_lines: Sequence[Line]) -> list[Line]:
    return [
        (title, TARGETS[href], expected(inner[0]) if inner else []) for title, href, *inner in given_lines
    ]


@pytest.mark.parametrize("version", [2, 3])
@given(lines)
def test_the_contents_are_those_of_nav_and_ncx_nested_as_they_are(
    version: int, given_lines: list[Line]
) -> None:
    package = open_package(epub(version=version, contents=given_lines))

    assert tree(package.contents) == expected(given_lines)


@pytest.mark.parametrize("version", [2, 3])
def test_an_entry_that_leads_nowhere_is_left_out_and_those_in_it_stay(version: int) -> None:
    given_lines = [
        ("Gone", "gone.xhtml", [("One", "chapter1.xhtml", [("In one", "chapter1.xhtml#x")])]),
        ("Web", "https://example.org/chapter1.xhtml"),
        ("Two", "chapter2.xhtml", [("Gone too", "gone.xhtml#a", [("In two", "chapter2.xhtml#y")])]),
    ]
    package = open_package(epub(version=version, contents=given_lines))

    assert tree(package.contents) == [
        ("One", ("OEBPS/chapter1.xhtml", ""), [("In one", ("OEBPS/chapter1.xhtml", "x"), [])]),
        ("Two", ("OEBPS/chapter2.xhtml", ""), [("In two", ("OEBPS/chapter2.xhtml", "y"), [])]),
    ]


def test_page_lists_and_landmarks_are_no_contents() -> None:
    more = (
        '<nav epub:type="page-list"><ol><li><a href="chapter1.xhtml#p1">1</a></li></ol></nav>'
        '<nav epub:type="landmarks"><ol><li><a epub:type="titlepage" href="chapter1.xhtml">T</a></li>'
        '<li><a epub:type="bodymatter" href="chapter2.xhtml#x">B</a></li></ol></nav>'
    )
    files = epub_files()
    toc = '<nav role="doc-toc"><ol><li><a href="chapter2.xhtml">Two</a></li></ol></nav>'
    files["OEBPS/nav.xhtml"] = page(more + toc).encode()

    package = open_package(zipped(files))

    assert [entry.title for entry in package.contents] == ["Two"]
    assert package.landmarks == {"OEBPS/chapter1.xhtml": "titlepage", "OEBPS/chapter2.xhtml": "bodymatter"}


def test_the_guide_tells_landmarks_in_the_words_of_version_3() -> None:
    guide = (
        '<guide><reference type="title-page" href="chapter1.xhtml"/>'
        '<reference type="text" href="chapter2.xhtml#x"/>'
        '<reference type="toc" href="gone.xhtml"/></guide>'
    )

    assert open_package(epub(version=2, after_spine=guide)).landmarks == {
        "OEBPS/chapter1.xhtml": "titlepage",
        "OEBPS/chapter2.xhtml": "bodymatter",
    }


@pytest.mark.parametrize(
    "navigation",
    [
        page("<p>Nothing</p>"),
        page('<nav epub:type="toc"><h1>Contents</h1></nav>'),
        page('<nav epub:type="page-list"><ol><li><a href="chapter1.xhtml">1</a></li></ol></nav>'),
        "",
        nav([("Gone", "gone.xhtml")]),
    ],
    ids=range(5),
)
def test_without_contents_in_the_navigation_document_the_ncx_tells(navigation: str) -> None:
    listed = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    files = epub_files(manifest=listed)
    files["OEBPS/nav.xhtml"] = navigation.encode()
    files["OEBPS/toc.ncx"] = ncx([("From the NCX", "chapter2.xhtml")]).encode()

    assert [entry.title for entry in open_package(zipped(files)).contents] == ["From the NCX"]


def test_labels_are_read_through_their_markup() -> None:
    files = epub_files()
    files["OEBPS/nav.xhtml"] = page(
        '<nav epub:type="toc"><ol>'
        '<li><p><a href="chapter1.xhtml"><i>One</i>:\n  the <b>Harbour</b></a></p></li>'
        '<li><a href="chapter2.xhtml"><img src="x.png" alt="Picture"/></a></li>'
        '<li>Bare<ol><li><a href="nav.xhtml#here">Here</a></li><li><a href="#there">There</a></li></ol></li>'
        "</ol></nav>"
    ).encode()

    assert tree(open_package(zipped(files)).contents) == [
        ("One: the Harbour", ("OEBPS/chapter1.xhtml", ""), []),
        ("Picture", ("OEBPS/chapter2.xhtml", ""), []),
        (
            "Bare",
            ("", ""),
            [("Here", ("OEBPS/nav.xhtml", "here"), []), ("There", ("OEBPS/nav.xhtml", "there"), [])],
        ),
    ]


@pytest.mark.parametrize("deep", [40, 250, 5000])
@pytest.mark.parametrize("version", [2, 3])
def test_contents_however_deep_have_few_levels(version: int, deep: int) -> None:
    files = epub_files(version=version)
    if version == 2:
        point = '<navPoint><navLabel><text>x</text></navLabel><content src="chapter1.xhtml"/>'
        text = f"<ncx><navMap>{point * deep}{'</navPoint>' * deep}</navMap></ncx>"
        files["OEBPS/toc.ncx"] = text.encode()
    else:
        item = '<ol><li><a href="chapter1.xhtml">x</a>'
        files["OEBPS/nav.xhtml"] = page(
            f'<nav epub:type="toc">{item * deep}{"</li></ol>" * deep}</nav>'
        ).encode()

    entries, levels = open_package(zipped(files)).contents, 0
    while entries:
        entries, levels = entries[-1].entries, levels + 1

    assert levels <= 16
