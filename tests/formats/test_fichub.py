from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.formats.epub_file import epub
from tests.formats.fichub_file import URL, fichub_epub, fichub_page

from reader.formats.epub.package import open_package
from reader.formats.fichub import epub as fichub
from reader.formats.fichub import page
from reader.formats.source import Source
from reader.work.model import Role, Style, TagKind

if TYPE_CHECKING:
    from reader.work.model import Work


def read(data: bytes) -> Work:
    if not data.startswith(b"PK"):
        assert page.recognises(Source("x.html", data))
        return page.read(Source("x.html", data))
    package = open_package(data)
    assert fichub.recognises(package)
    return fichub.read(package, Source("x.epub", data))


both = pytest.mark.parametrize("data", [fichub_epub(), fichub_page()], ids=["epub", "page"])


@both
def test_the_facts_are_those_of_the_introduction(data: bytes) -> None:
    info = read(data).info
    assert (info.id, info.url) == ("ffnet:7", URL)
    assert (info.title, info.authors) == ("The Salt Road", ("marrowlight",))
    assert info.summary == "A coast.\nAnd a boat."
    assert (info.words, info.chapters_posted, info.chapters_total, info.complete) == (14394, 2, 2, True)
    assert (info.published, info.updated) == (date(2019, 1, 2), date(2020, 6, 3))
    assert info.language == "English"


@both
def test_the_line_of_the_site_gives_typed_tags(data: bytes) -> None:
    info = read(data).info
    assert info.names(TagKind.RATING) == ("T",)
    assert info.names(TagKind.ADDITIONAL) == ("Hurt/Comfort", "Romance")
    assert info.names(TagKind.RELATIONSHIP) == ("Ana R./Ines M.",)
    assert info.names(TagKind.CHARACTER) == ("Ana R.", "Ines M.", "Teodor")


@both
def test_chapters_have_their_titles_once_and_nothing_of_the_site(data: bytes) -> None:
    work = read(data)
    assert [chapter.title for chapter in work.chapters] == ["The Harbour", "The Ledger"]
    assert [[block.text for block in chapter.story()] for chapter in work.chapters] == [
        ["Ana had sworn off the coast.", "Then the boat came."],
        ["Ines kept the ledger shut."],
    ]
    assert next(work.chapters[0].story()).spans[0].style is Style.EMPHASIS
    text = "\n".join(chapter.text for chapter in work.chapters)
    assert not any(word in text for word in ("chapter list", "FicHub", "Original source", "Introduction"))
    assert next(block.text for block in work.chapters[0].blocks if block.role is Role.SUMMARY) == "Summary"


def test_a_story_that_goes_on_or_is_from_nowhere_known() -> None:
    info = read(fichub_epub(status="ongoing", url="", line="Fandoms: Tidewrack, Harbour")).info
    assert (info.complete, info.chapters_total, info.url) == (False, None, None)
    assert info.id.startswith("sha256:")
    assert info.names(TagKind.FANDOM) == ("Tidewrack", "Harbour")


def test_others_are_not_taken() -> None:
    assert not fichub.recognises(open_package(epub()))
    assert not fichub.recognises(open_package(epub({"introduction.xhtml": "<p>a</p>"})))
    assert not page.recognises(Source("x.html", b"<p>fichub.net</p>"))
