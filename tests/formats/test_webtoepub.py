from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.formats.epub_file import epub
from tests.formats.webtoepub_file import webtoepub_archive, webtoepub_fanfiction

from reader.formats import webtoepub
from reader.formats.epub.package import open_package
from reader.formats.source import Source
from reader.work.model import Role, TagKind

if TYPE_CHECKING:
    from reader.work.model import Work


def read(data: bytes) -> Work:
    package = open_package(data)
    assert webtoepub.recognises(package)
    return webtoepub.read(package, Source("x.epub", data))


def test_a_story_of_fanfiction_net_has_typed_tags() -> None:
    info = read(webtoepub_fanfiction()).info
    assert (info.id, info.title, info.authors) == ("ffnet:7", "The Salt Road", ("marrowlight",))
    assert info.names(TagKind.FANDOM) == ("Tidewrack",)
    assert info.names(TagKind.RATING) == ("T",)
    assert info.names(TagKind.RELATIONSHIP) == ("Ana R./Ines M.",)
    assert (info.words, info.chapters_posted, info.complete) == (14394, 2, True)
    assert (info.published, info.updated) == (date(2019, 1, 2), date(2020, 6, 3))
    assert info.summary == "A coast."


def test_a_work_of_the_archive_has_typed_tags() -> None:
    info = read(webtoepub_archive()).info
    assert (info.id, info.title, info.language) == ("ao3:77", "The Salt Road", "English")
    assert info.names(TagKind.FANDOM) == ("Harbour, Ho!", "Tidewrack")
    assert (info.words, info.chapters_posted, info.chapters_total, info.complete) == (1234, 2, 3, False)
    assert info.published == date(2024, 1, 2)


def test_notes_of_the_archive_are_no_story() -> None:
    chapter = read(webtoepub_archive()).chapters[1]
    assert [(block.text, block.role) for block in chapter.blocks] == [
        ("Chapter 2: Ledger", Role.TITLE),
        ("Notes:", Role.NOTES),
        ("Hello.", Role.NOTES),
        ("Shut.", Role.STORY),
    ]


@pytest.mark.parametrize("information", [True, False])
def test_chapters_have_their_titles_once_and_the_address_they_came_from(information: bool) -> None:
    work = read(webtoepub_fanfiction(information=information))
    assert work.info.id == "ffnet:7"
    assert [chapter.title for chapter in work.chapters] == ["The Harbour", "The Ledger"]
    assert [chapter.key for chapter in work.chapters] == ["fanfiction.net/s/7/1", "fanfiction.net/s/7/2"]
    assert [[block.text for block in chapter.story()] for chapter in work.chapters] == [
        ["Ana had sworn off."],
        ["Ines kept it shut."],
    ]


def test_others_are_not_taken() -> None:
    assert not webtoepub.recognises(open_package(epub()))
