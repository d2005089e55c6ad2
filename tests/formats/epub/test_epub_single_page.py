"""A page of another format that calibre packed with a package around it."""

from __future__ import annotations

import pytest
from tests.formats.ao3_page import Page, PageChapter, render
from tests.formats.ao3_saved_page import saved_page
from tests.formats.epub_file import epub
from tests.formats.fanficfare_file import fanficfare_html

from reader.formats.detect import read_work_and_format
from reader.formats.source import Source

DOWNLOAD = render(Page((PageChapter("<p>First.</p>", "One"), PageChapter("<p>Second.</p>", "Two"))))


@pytest.mark.parametrize("page", [saved_page(), fanficfare_html(), DOWNLOAD], ids=["saved", "fff", "ao3"])
def test_a_packed_page_is_the_work_that_it_is_unpacked(page: bytes) -> None:
    alone, _ = read_work_and_format(Source("page.html", page))
    packed, _ = read_work_and_format(Source("page.zip", epub({"page.html": page}, title="Page [Archive]")))

    assert packed.info == alone.info
    assert [chapter.text for chapter in packed.chapters] == [chapter.text for chapter in alone.chapters]


def test_a_page_among_others_is_one_of_their_work() -> None:
    packed = epub({"page.html": saved_page(), "more.html": "<h1>More</h1><p>Of it.</p>"}, title="Both")
    work, _ = read_work_and_format(Source("page.zip", packed))

    assert work.info.title == "Both"
