from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.formats.ao3_labelled_epub import CHAPTERS, TITLE_PAGE
from tests.formats.ao3_labelled_epub import labelled_epub as made
from tests.formats.epub_file import epub

from reader.formats.ao3 import labelled_epub
from reader.formats.epub.package import open_package
from reader.formats.source import Source
from reader.work.model import Role, TagKind

if TYPE_CHECKING:
    from reader.work.model import Work


def read(title_page: str = TITLE_PAGE) -> Work:
    package = open_package(made(title_page))
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
