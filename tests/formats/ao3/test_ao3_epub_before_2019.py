from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.formats.ao3_epub import ao3_epub, ao3_epub_before_2019
from tests.formats.ao3_page import TEMPLATES, Page, PageChapter, render
from tests.formats.ao3_whole_work import PAGE, shown
from tests.formats.epub_file import epub

from reader.formats.ao3 import download
from reader.formats.ao3 import epub_before_2019 as old
from reader.formats.epub.package import open_package
from reader.formats.source import Source

if TYPE_CHECKING:
    from reader.work.model import Work


def read(data: bytes) -> Work:
    package = open_package(data)
    assert old.recognises(package)
    return old.read(package, Source("x.epub", data))


@pytest.mark.parametrize("longest", [60, 260_000])
def test_it_is_the_work_of_the_page(longest: int) -> None:
    page = replace(PAGE, chapters=tuple(replace(chapter, end_notes="") for chapter in PAGE.chapters))
    work = read(ao3_epub_before_2019(page, longest=longest))
    other = download.read(Source("x.html", render(page, TEMPLATES[0])))
    assert work.info == other.info
    assert shown(work) == shown(other)
    assert [chapter.key for chapter in work.chapters] == [chapter.key for chapter in other.chapters]


def test_the_link_to_the_end_notes_leads_into_the_other_file() -> None:
    work = read(ao3_epub_before_2019(Page((PageChapter("<p>a</p>"),), end_notes="<p>z</p>")))
    blocks = work.chapters[0].blocks
    assert [span.link for block in blocks for span in block.spans] == ["#endnotes"]
    assert [block.text for block in blocks if "endnotes" in block.anchors] == ["End Notes"]


def test_others_are_not_taken() -> None:
    assert not old.recognises(open_package(ao3_epub(PAGE)))
    assert not old.recognises(
        open_package(epub({"preface.xhtml": "<p>a</p>", "chapter1_1.xhtml": "<p>b</p>"}))
    )
