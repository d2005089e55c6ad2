from __future__ import annotations

import pytest
from tests.formats.ao3_saved_page import CHAPTERED, ONE_SHOT
from tests.formats.ao3_saved_page import saved_page as page

from reader.formats.ao3 import saved_page
from reader.formats.detect import read_work_and_format
from reader.formats.source import Source, UnreadableError
from reader.work.model import Role, SeriesPart, TagKind, Work


def read(chapters: str) -> Work:
    work, name = read_work_and_format(Source("saved.html", page(chapters)))
    assert name == saved_page.NAME
    return work


@pytest.mark.parametrize("chapters", [ONE_SHOT, CHAPTERED])
def test_the_facts_are_those_of_the_page(chapters: str) -> None:
    info = read(chapters).info
    assert (info.id, info.url) == ("ao3:77", "https://archiveofourown.org/works/77")
    assert (info.title, info.authors) == ("Salt", ("ana", "b (c)"))
    assert info.names(TagKind.FANDOM) == ("Harbour, Ho!",)
    assert info.series == (SeriesPart("Tides", 2, "/series/5"),)
    assert (info.words, info.chapters_posted, info.chapters_total) == (1234, 2, 3)
    assert (info.language, info.summary) == ("English", "Of the sea.")


def test_a_chaptered_page_is_read_like_a_download() -> None:
    first, second = read(CHAPTERED).chapters
    assert [(block.text, block.role) for block in first.blocks][2:] == [
        ("Summary", Role.SUMMARY),
        ("Of the sea.", Role.SUMMARY),
        ("Notes", Role.NOTES),
        ("Hi.", Role.NOTES),
        ("Chapter 1: The Quay", Role.TITLE),
        ("Chapter Summary", Role.SUMMARY),
        ("What was.", Role.SUMMARY),
        ("Chapter Notes", Role.NOTES),
        ("(See the end of the chapter for notes.)", Role.NOTES),
        ("First.", Role.STORY),
        ("Chapter End Notes", Role.END_NOTES),
        ("Thanks.", Role.END_NOTES),
    ]
    assert [block.text for block in second.blocks] == ["Chapter 2", "Second.", "End Notes", "Bye."]
    assert "chapter_1_endnotes" in next(b for b in first.blocks if b.text == "Chapter End Notes").anchors


def test_nothing_of_the_site_around_the_work_is_text() -> None:
    text = "\n".join(chapter.text for chapter in read(ONE_SHOT).chapters)
    assert not any(word in text for word in ("Browse", "Lovely", "Archive", "Work Text", "Kudos"))
    assert "First." in text


def test_a_single_chapter_keeps_its_number() -> None:
    third = CHAPTERED[CHAPTERED.index('<div class="chapter" id="chapter-2">') :].replace(
        "Chapter 2", "Chapter 3: Rope"
    )
    (chapter,) = read(third).chapters
    assert [block.text for block in chapter.blocks if block.role is Role.TITLE][-1] == "Chapter 3: Rope"
    assert (chapter.number, chapter.title, chapter.key) == (1, "Rope", "rope")
    assert read(third).info.id == read(CHAPTERED).info.id


@pytest.mark.parametrize(
    ("shown", "asked"),
    [
        ('<p class="caution notice">\n This work could have adult content. If you continue, …</p>', "adult"),
        (
            '<div class="flash error">This work is only available to registered users of the Archive.</div>',
            "log in",
        ),
    ],
)
def test_a_page_in_place_of_the_work_says_what_to_do(shown: str, asked: str) -> None:
    title = "<title>The Salt Road - marrowlight | Archive of Our Own</title>"
    with pytest.raises(UnreadableError, match=asked):
        read_work_and_format(
            Source("x.html", f"<html><head>{title}</head><body>{shown}</body></html>".encode())
        )
