from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.formats.epub_file import epub

from reader.formats.ao3 import labelled_epub
from reader.formats.epub.package import open_package
from reader.formats.source import Source
from reader.work.model import Role, TagKind

if TYPE_CHECKING:
    from reader.work.model import Work

TITLE_PAGE = """<h1>The Salt Road</h1><p>by <a href="https://archiveofourown.org/users/a">marrowlight</a></p>
<p><a href="https://archiveofourown.org/works/77">https://archiveofourown.org/works/77</a></p>
<p>Fandoms: <a href="#">Harbour, Ho!</a>, <a href="#">Tidewrack</a></p><p>Rating: Mature</p>
<p>Archive Warnings: No Archive Warnings Apply</p><p>Relationships: Ana/Ines, Ana/Teodor</p>
<p>Status: In-Progress</p><p>Published: 2024-01-02</p><p>Words: 1,234</p><p>Chapters: 2/2</p>
<p>Summary: A coast: and a boat.</p>"""
NOTES = (
    '<div class="notes module"><h3 class="heading">Notes:</h3><blockquote><p>Hello.</p></blockquote></div>'
)
CHAPTERS = {
    "c1.html": f'<h3 class="title">Chapter 1: Harbour</h3>{NOTES}<div class="userstuff module"><h3 '
    'class="landmark heading">Chapter Text</h3><p>Ana had sworn off.</p></div>',
    "c2.html": '<h3 class="title">Chapter 2: Ledger</h3><div class="userstuff module"><p>Shut.</p></div>',
}


def read(title_page: str = TITLE_PAGE) -> Work:
    contents = [("Chapter 1: Harbour", "c1.html"), ("Chapter 2: Ledger", "c2.html")]
    package = open_package(epub({"titlepage.html": title_page, **CHAPTERS}, version=2, contents=contents))
    assert labelled_epub.recognises(package)
    return labelled_epub.read(package, Source("x.epub", b""))


def test_the_title_page_gives_typed_tags_and_the_identity() -> None:
    info = read().info
    assert (info.id, info.title, info.authors) == ("ao3:77", "The Salt Road", ("marrowlight",))
    assert info.names(TagKind.FANDOM) == ("Harbour, Ho!", "Tidewrack")
    assert info.names(TagKind.RATING) == ("Mature",)
    assert info.names(TagKind.RELATIONSHIP) == ("Ana/Ines", "Ana/Teodor")
    assert (info.words, info.chapters_posted, info.chapters_total, info.complete) == (1234, 2, 2, True)
    assert (info.published, info.summary) == (date(2024, 1, 2), "A coast: and a boat.")


def test_chapters_are_read_as_on_the_page_of_the_archive() -> None:
    first, second = read().chapters
    assert (first.title, second.title) == ("Harbour", "Ledger")
    assert [block.text for block in first.blocks if block.role is Role.NOTES] == ["Notes:", "Hello."]
    assert [block.text for block in first.story()] == ["Ana had sworn off."]


def test_others_are_not_taken() -> None:
    assert not labelled_epub.recognises(open_package(epub({"titlepage.html": "<p>Title: A</p>", **CHAPTERS})))
