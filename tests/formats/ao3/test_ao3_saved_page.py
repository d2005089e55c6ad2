from __future__ import annotations

import pytest

from reader.formats.ao3 import saved_page
from reader.formats.detect import read_work_and_format
from reader.formats.source import Source, UnreadableError
from reader.work.model import Role, SeriesPart, TagKind, Work

CHAPTERED = """
<div class="chapter" id="chapter-1"><div class="chapter preface group" role="complementary">
  <h3 class="title"><a href="/works/77/chapters/1">Chapter 1</a>: The Quay</h3>
  <div id="summary" class="summary module"><h3 class="heading">Summary:</h3>
    <blockquote class="userstuff"><p>What was.</p></blockquote></div>
  <div id="notes" class="notes module"><h3 class="heading">Notes:</h3>
    <p class="jump">(See the end of the chapter for <a href="#chapter_1_endnotes">notes</a>.)</p></div></div>
  <div class="userstuff module" role="article"><h3 class="landmark heading" id="work">Chapter Text</h3>
    <p>First.</p></div>
  <div class="chapter preface group"><div id="chapter_1_endnotes" class="end notes module">
    <h3 class="heading">Notes:</h3><blockquote class="userstuff"><p>Thanks.</p></blockquote></div></div>
</div>
<div class="chapter" id="chapter-2"><div class="chapter preface group">
  <h3 class="title"><a href="/works/77/chapters/2">Chapter 2</a></h3></div>
  <div class="userstuff module"><h3 class="landmark heading">Chapter Text</h3><p>Second.</p></div></div>
"""
ONE_SHOT = """<h3 class="landmark heading" id="work">Work Text:</h3>
<div class="userstuff"><p>First.</p></div>"""


def page(chapters: str) -> bytes:
    return f"""<!DOCTYPE html><html lang="en"><head><title>Salt - ana [Archive]</title></head><body>
<h1 class="heading"><a href="/">Archive of Our Own</a></h1><ul class="menu"><li>Browse</li></ul>
<div id="main"><ul class="work navigation actions"><li><a href="/works/77/bookmarks">Bookmark</a></li></ul>
<dl class="work meta group">
  <dt class="fandom tags">Fandom:</dt>
  <dd class="fandom tags"><ul class="commas"><li><a class="tag" href="/tags/t">Harbour, Ho!</a></li></ul></dd>
  <dt class="language">Language:</dt><dd class="language" lang="en">English</dd>
  <dt class="series">Series:</dt><dd class="series"><span><a href="/works/76">← Previous Work</a>
    <span class="position">Part 2 of <a href="/series/5">Tides</a></span></span></dd>
  <dt class="stats">Stats:</dt><dd class="stats"><dl class="stats"><dt class="published">Published:</dt><dd
    class="published">2024-01-02</dd><dt>Words:</dt><dd>1,234</dd><dt>Chapters:</dt><dd>2/3</dd><dt>Kudos:</dt>
    <dd>9</dd></dl></dd></dl>
<div id="workskin"><div class="preface group"><h2 class="title heading">Salt</h2>
  <h3 class="byline heading"><a rel="author" href="/users/a">ana</a>, <a rel="author" href="/u">b (c)</a></h3>
  <div class="summary module"><h3 class="heading">Summary:</h3>
    <blockquote class="userstuff"><p>Of the sea.</p></blockquote></div>
  <div class="notes module"><h3 class="heading">Notes:</h3>
    <blockquote class="userstuff"><p>Hi.</p></blockquote>
  </div></div>
<div id="chapters" role="article">{chapters}</div>
<div class="afterword preface group"><div id="work_endnotes" class="end notes module">
  <h3 class="heading">Notes:</h3><blockquote class="userstuff"><p>Bye.</p></blockquote></div></div></div>
<div id="feedback"><h3 class="landmark heading">Comments</h3><p>Lovely!</p></div></div>
</body></html>""".encode()


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
