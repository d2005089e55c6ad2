"""What FanFicFare writes of one story says the same in each format, however it was told to write it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from tests.formats.epub_file import epub, zipped
from tests.formats.fanficfare_file import converted, fanficfare_epub, fanficfare_html, fanficfare_text
from tests.formats.fanficfare_story import STORY, Story, StoryChapter

from reader.formats.detect import read_work_and_format
from reader.formats.epub.package import open_package
from reader.formats.fanficfare.epub import recognises
from reader.formats.source import Source
from reader.work.model import Block, BlockKind, Role, SeriesPart, TagKind, Work

FILES = {
    "epub": fanficfare_epub(),
    "epub-3": fanficfare_epub(version=3),
    "epub-table": fanficfare_epub(title_page="table", contents=False),
    "epub-old": fanficfare_epub(old=True),
    "epub-converted": converted(fanficfare_epub()),
    "epub-log-converted": converted(fanficfare_epub(log=("2022-01-02", "2022-11-09"))),
    "html": fanficfare_html(),
    "html-bare": fanficfare_html(contents=False),
    "text": fanficfare_text(),
    "text-windows": fanficfare_text(eol="\r\n"),
    "text-bare": fanficfare_text(contents=False),
    "text-narrow": fanficfare_text(width=60),
    "text-unwrapped": fanficfare_text(width=0),
}

_SPLIT_ITEM = b'<item id="split" href="OEBPS/file0001_split_001.xhtml" media-type="application/xhtml+xml"/>'


def read(data: bytes, name: str = "x") -> Work:
    return read_work_and_format(Source(name, data))[0]


def story_of(work: Work) -> list[list[tuple[BlockKind, str]]]:
    return [[(block.kind, block.text) for block in chapter.story()] for chapter in work.chapters]


def matter_of(work: Work, role: Role) -> list[str]:
    return [block.text for chapter in work.chapters for block in chapter.blocks if block.role is role]


@pytest.mark.parametrize("kind", FILES)
def test_every_file_is_the_same_work(kind: str) -> None:
    work = read(FILES[kind])
    info = work.info

    assert (info.id, info.title, info.authors) == ("ao3:4497330", STORY.title, STORY.authors)
    assert (info.words, info.chapters_posted, info.complete) == (12345, 3, False)
    assert (info.published, info.updated) == (date(2021, 3, 2), date(2022, 11, 9))
    assert info.language == "English"
    assert info.summary == "\n".join(STORY.summary)
    assert info.series[0].title == "The Harbour Years"
    assert info.series[0].part == 2.0
    assert [chapter.title for chapter in work.chapters] == [STORY.chapters[0].title, "The Ledger", ""]


@pytest.mark.parametrize("kind", FILES)
def test_every_file_has_the_tags_by_their_kinds(kind: str) -> None:
    info = read(FILES[kind]).info
    fandoms = info.names(TagKind.FANDOM)

    assert fandoms[0] == "Tidewrack - All Media Types"
    assert fandoms[-1] == "Salt & Rope"
    assert info.names(TagKind.CATEGORY) == ("F/F", "Gen")
    assert info.names(TagKind.ADDITIONAL)[:2] == ("Slow Burn", "Hurt/Comfort")
    assert info.names(TagKind.ADDITIONAL)[2].startswith("Lighthouse-Keeper Ana who")
    assert info.names(TagKind.CHARACTER) == ("Ana Oxbow", "Ines de la Cruz", "Teodor")
    assert info.names(TagKind.RELATIONSHIP) == ("Ana Oxbow/Ines de la Cruz", "Ana Oxbow & Teodor")
    assert info.names(TagKind.RATING) == ("Teen And Up Audiences",)
    assert info.names(TagKind.WARNING) == ("No Archive Warnings Apply",)


@pytest.mark.parametrize("kind", FILES)
def test_every_file_has_the_same_story_word_for_word(kind: str) -> None:
    assert story_of(read(FILES[kind])) == story_of(read(FILES["epub"]))


@pytest.mark.parametrize("kind", FILES)
def test_every_file_has_the_notes_in_their_chapter(kind: str) -> None:
    work = read(FILES[kind])

    assert matter_of(work, Role.NOTES) == ["Author's Note", "Thanks to the keeper of the light."]
    assert matter_of(work, Role.END_NOTES) == ["Notes for the Chapter", "The next one is <longer>."]
    assert matter_of(work, Role.PREFACE) == ["Kudos: 88"]
    assert not any(block.quote for block in work.chapters[0].blocks)


def test_names_with_commas_are_whole_where_the_package_tells_them() -> None:
    assert "The Long, Long Quay (TV)" in read(FILES["epub"]).info.names(TagKind.FANDOM)


def test_chapters_of_an_epub_are_known_by_their_addresses() -> None:
    keys = [chapter.key for chapter in read(FILES["epub"]).chapters]
    plain = replace(
        STORY, chapters=tuple(replace(c, url=c.url.replace("https", "http")) for c in STORY.chapters)
    )

    assert keys == [f"archiveofourown.org/works/4497330/chapters/{number}" for number in (1000, 1001, 1002)]
    assert [chapter.key for chapter in read(fanficfare_epub(plain)).chapters] == keys


def test_an_address_that_comes_twice_is_the_key_of_one_chapter() -> None:
    twice = replace(
        STORY, chapters=(STORY.chapters[0], replace(STORY.chapters[1], url=STORY.chapters[0].url))
    )
    first, second = (chapter.key for chapter in read(fanficfare_epub(twice)).chapters)

    assert first != second
    assert second == "the ledger"


def test_without_a_title_page_the_package_has_to_do() -> None:
    for version in (2, 3):
        work = read(fanficfare_epub(title_page="", version=version))
        info = work.info

        assert matter_of(work, Role.SUMMARY) == ["Summary", *STORY.summary]
        assert (info.id, info.title, info.authors) == ("ao3:4497330", STORY.title, STORY.authors)
        assert (info.updated, info.complete, info.language) == (date(2022, 11, 9), False, "en")
        assert info.names(TagKind.ADDITIONAL) == (
            "The Long, Long Quay (TV)",
            "Slow Burn",
            "Ana Oxbow & Teodor",
        )
        assert info.names(TagKind.CATEGORY) == ("F/F",)


def test_the_log_of_updates_is_set_apart_and_its_last_day_counts() -> None:
    bare = replace(STORY, entries=(("Category", "Tidewrack"),))
    days = ("2023-01-02", "2023-05-06")
    work = read(fanficfare_epub(bare, version=3, log=days, dated=False))

    assert matter_of(work, Role.AFTERWORD)[0] == "Update Log"
    assert len(work.chapters) == 3
    assert (work.info.words, work.info.updated) == (9000, date(2023, 5, 6))
    assert read(fanficfare_epub(bare, version=3, log=days)).info.updated == date(2022, 11, 9)


def test_a_chapter_that_calibre_split_is_one() -> None:
    with zipfile.ZipFile(BytesIO(fanficfare_epub())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    whole = files["OEBPS/file0001.xhtml"].replace(b"<p>Dear", b"</div></div></body></html>|<p>Dear")
    first, rest = whole.split(b"|")
    top = b"<html><head><title>T</title></head><body class='fff_chapter'><div><div>"
    files["OEBPS/file0001.xhtml"] = first
    files["OEBPS/file0001_split_001.xhtml"] = top + rest
    for name, old, new in (
        (
            "content.opf",
            b'<itemref idref="OEBPS-file0002',
            b'<itemref idref="split"/><itemref idref="OEBPS-file0002',
        ),
        ("content.opf", b"</manifest>", _SPLIT_ITEM + b"</manifest>"),
    ):
        files[name] = files[name].replace(old, new)

    work = read(zipped(files))

    assert len(work.chapters) == 3
    assert story_of(work) == story_of(read(FILES["epub"]))


def test_what_only_looks_like_a_story_of_its_making_is_read_all_the_same() -> None:
    text = b"T\n\nby A\n\nPackaged: 2020\n\n\n\tThe rope\nwas cut.\n" + b"He sang.\n\n" * 9
    html = b"<h1><a href='x'>T</a></h1><a name=section0001><h2>The rope was cut."

    assert "The rope" in read(text).chapters[0].text
    assert "The rope" in read(html).chapters[0].text


def test_a_cover_comes_first_and_the_contents_are_left_out() -> None:
    for data in (
        fanficfare_epub(cover=True),
        fanficfare_epub(cover=True, old=True),
        fanficfare_html(cover=True),
    ):
        work = read(data)
        images = [block for block in work.chapters[0].blocks if block.kind is BlockKind.IMAGE]

        assert [(image.role, image.text) for image in images] == [(Role.PREFACE, "cover")]
        assert images[0].target in ("OEBPS/images/cover.png", "images/cover.jpg")
        assert "Table of Contents" not in work.chapters[0].text


def test_links_between_chapters_lead_to_places_in_the_work() -> None:
    work = read(FILES["epub"])
    links = [span.link for block in work.chapters[1].blocks for span in block.spans if span.link]
    anchors = {
        f"#{anchor}" for chapter in work.chapters for block in chapter.blocks for anchor in block.anchors
    }

    assert links
    assert set(links) <= anchors


def test_numbers_that_were_put_before_titles_are_taken_off() -> None:
    numbered = tuple(
        replace(chapter, title=f"{number}. {chapter.title}")
        for number, chapter in enumerate(STORY.chapters, 1)
    )
    for data in (
        fanficfare_epub(replace(STORY, chapters=numbered)),
        fanficfare_html(replace(STORY, chapters=numbered)),
    ):
        headings = [block.text for block in _headings(read(data))]

        assert headings == [chapter.title for chapter in STORY.chapters]


def test_a_story_of_one_chapter_in_every_format() -> None:
    story = replace(STORY, chapters=STORY.chapters[:1])
    for data in (fanficfare_epub(story), fanficfare_html(story), fanficfare_text(story)):
        work = read(data)
        assert len(work.chapters) == 1
        assert [text for _, text in story_of(work)[0]][-1] == "Ines"


def test_indented_lines_in_a_text_are_no_chapters() -> None:
    letter = StoryChapter("The Letter", "", "Before.\n\n\n        A line of a poem\n\n\nAfter.\n")
    work = read(fanficfare_text(replace(STORY, chapters=(*STORY.chapters, letter))))

    assert [chapter.title for chapter in work.chapters][-1] == "The Letter"
    assert len(work.chapters) == 4


def test_a_series_keeps_its_link() -> None:
    link = "https://archiveofourown.org/series/7"
    assert read(FILES["html"]).info.series == (SeriesPart("The Harbour Years", 2.0, link),)


def test_other_files_are_not_taken() -> None:
    for data in (
        b"<h1><a href='x'>T</a></h1><p>a</p>",
        b"The Salt Road\n\nby Ana\n\nOnce upon a time.\n",
    ):
        assert not read_work_and_format(Source("x", data))[1].startswith("fanficfare")


def test_other_packages_are_not_taken() -> None:
    assert not recognises(open_package(epub()))
    assert recognises(open_package(fanficfare_epub()))
    assert recognises(open_package(fanficfare_epub(old=True)))


def test_a_story_without_anything_but_text() -> None:
    bare = Story(title="T", authors=("A",), entries=(), subjects=(), summary=(), chapters=STORY.chapters)
    for data in (fanficfare_epub(bare), fanficfare_html(bare), fanficfare_text(bare)):
        assert read(data).info.title == "T"


def _headings(work: Work) -> list[Block]:
    return [
        block for c in work.chapters for block in c.blocks if block.role is Role.TITLE and block.level == 2
    ]
