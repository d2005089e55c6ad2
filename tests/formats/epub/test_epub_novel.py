from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.epub_file import epub, page

from reader.formats.epub import novel
from reader.formats.epub.package import open_package
from reader.formats.source import Source, UnreadableError
from reader.work.model import BlockKind, Chapter, Role, Work

LONG = (
    "It was a long way to the harbour, and the wind had turned against them before the bell rang twice. " * 4
)


def read(data: bytes) -> Work:
    return novel.read(open_package(data), Source("The_Salt_Road.epub", data))


def story(chapter: Chapter) -> list[str]:
    return [block.text for block in chapter.story()]


def shown(work: Work) -> list[tuple[str, list[str]]]:
    return [(chapter.title, story(chapter)) for chapter in work.chapters]


def with_role(work: Work, role: Role) -> list[str]:
    return [block.text for chapter in work.chapters for block in chapter.blocks if block.role is role]


def dead_links(work: Work) -> list[str]:
    blocks = [block for chapter in work.chapters for block in chapter.blocks]
    anchors = [anchor for block in blocks for anchor in block.anchors]
    assert len(anchors) == len(set(anchors))
    links = [span.link for block in blocks for span in block.spans if span.link.startswith("#")]
    return [link for link in links if link[1:] not in anchors]


# Chapters by the contents

words = st.integers(0, 10**6).map(lambda number: f"w{number}q")
paragraphs = st.lists(st.lists(words, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=5)
scenes = st.tuples(paragraphs, st.booleans(), st.booleans())
"""Its text, whether the contents name it, and whether a new file begins with it."""


@given(st.lists(scenes, min_size=1, max_size=8), st.sampled_from([2, 3]), st.booleans())
def test_every_word_is_read_once_and_in_order_however_files_and_contents_cut_the_text(
    texts: list[tuple[list[str], bool, bool]], version: int, headed: bool
) -> None:
    files: list[list[str]] = []
    contents = []
    for number, (lines, named, begins) in enumerate(texts):
        if begins or not files:
            files.append([])
        heading = f"<h2>h{number}q title</h2>" if headed and named else ""
        body = "".join(f"<p>{line}</p>" for line in lines)
        files[-1].append(f'<div id="s{number}">{heading}{body}</div>')
        if named:
            contents.append(
                (f"h{number}q title" if headed else f"Untold {number}", f"f{len(files)}.xhtml#s{number}")
            )
    documents = {f"f{number}.xhtml": "".join(parts) for number, parts in enumerate(files, 1)}
    work = read(epub(documents, version=version, contents=contents, title="Salt", creators=()))
    text = "\n".join(chapter.text for chapter in work.chapters)
    expected = re.findall(r"[wh]\d+q", "".join(documents.values()).replace('id="', ""))
    assert re.findall(r"[wh]\d+q", text) == expected


def test_chapters_are_where_the_contents_say_in_one_file_and_over_several() -> None:
    documents = {
        "a.xhtml": f'<h2 id="c1">One</h2><p>a</p><h2 id="c2">Two</h2><p>{LONG}</p>',
        "b.xhtml": "<p>b</p>",
        "c.xhtml": "<p>c</p><h2 id='c3'>Three</h2><p>d</p>",
    }
    contents = [("One", "a.xhtml#c1"), ("Two", "a.xhtml#c2"), ("Three", "c.xhtml#c3")]
    assert shown(read(epub(documents, contents=contents))) == [
        ("One", ["a"]),
        ("Two", [LONG.strip(), "b", "c"]),
        ("Three", ["d"]),
    ]


def test_the_leaves_of_nested_contents_are_chapters_and_a_part_opens_its_first() -> None:
    documents = {
        "p1.xhtml": "<h1>Book One</h1><h2>The Coast</h2>",
        "c1.xhtml": "<h2>Chapter 1</h2><p>a</p>",
        "c2.xhtml": "<h2>Chapter 2</h2><p>b</p>",
        "p2.xhtml": f"<h1>Book Two</h1><p>{LONG}</p>",
        "c3.xhtml": "<h2>Chapter 3</h2><p>c</p>",
    }
    contents = [
        ("Book One", "p1.xhtml", [("Chapter 1", "c1.xhtml"), ("Chapter 2", "c2.xhtml")]),
        ("Book Two", "p2.xhtml", [("Chapter 3", "c3.xhtml")]),
    ]
    assert shown(read(epub(documents, contents=contents))) == [
        ("", ["Book One", "The Coast", "a"]),
        ("", ["b"]),
        ("Book Two", [LONG.strip()]),
        ("", ["c"]),
    ]


@pytest.mark.parametrize(
    "contents",
    [
        [],
        [("Cover", "cover.xhtml")],
        [("Start", "a.xhtml")],
        [(str(number), f"a.xhtml#p{number}") for number in range(1, 150)],
    ],
)
def test_poor_contents_are_replaced_by_the_headings_of_the_files(contents: list[tuple[str, str]]) -> None:
    pages = "".join(f'<span id="p{number}"></span><p>x{number}</p>' for number in range(1, 150))
    documents = {
        "cover.xhtml": '<img src="c.jpg" alt=""/>',
        "a.xhtml": f"<h2>One</h2>{pages}",
        "b.xhtml": "<p>b</p>",
        "c.xhtml": "<h2>Two</h2><p>c</p>",
    }
    work = read(epub(documents, contents=contents, extra={"c.jpg": b"x"}))
    assert [chapter.title for chapter in work.chapters] == ["One", "Two"]
    assert story(work.chapters[0])[-1] == "b"


def test_a_text_before_the_first_line_of_the_contents_is_kept() -> None:
    documents = {
        "a.xhtml": "<p>For those at sea.</p>",
        "b.xhtml": "<h2>One</h2><p>a</p>",
        "c.xhtml": "<h2>Two</h2><p>b</p>",
    }
    contents = [("One", "b.xhtml"), ("Two", "c.xhtml")]
    work = read(epub(documents, contents=contents))
    assert with_role(work, Role.PREFACE) == ["For those at sea."]
    long = read(epub({**documents, "a.xhtml": f"<p>{LONG}</p>" * 3}, contents=contents))
    assert [len(story(chapter)) for chapter in long.chapters] == [3, 1, 1]


def test_a_numbered_file_that_the_contents_leave_out_is_a_chapter() -> None:
    documents = {f"c{n}.xhtml": f"<h2>Chapter {n}</h2><p>{n}</p>" for n in range(1, 5)}
    work = read(epub(documents, contents=[("Chapter 1", "c1.xhtml"), ("Chapter 3", "c3.xhtml")]))
    assert [story(chapter) for chapter in work.chapters] == [["1"], ["2"], ["3"], ["4"]]


# Headings


@pytest.mark.parametrize(
    ("entry", "html", "heading", "left"),
    [
        ("I: The Last Straw", "<h2>CHAPTER I</h2><h3>THE LAST STRAW</h3>", "CHAPTER I: THE LAST STRAW", []),
        ("I: The Last Straw", "<hgroup><h2>I</h2><p>The Last Straw</p></hgroup>", "I: The Last Straw", []),
        (
            "Chapter 1: The Last Straw",
            "<h2>Chapter 1<br/>The Last Straw</h2>",
            "Chapter 1: The Last Straw",
            [],
        ),
        ("The Last Straw", "<h2>Chapter 1</h2><h2>The Last Straw</h2>", "Chapter 1: The Last Straw", []),
        ("Chapter 1", "<h2>Chapter 1</h2><h3>The Last Straw</h3>", "Chapter 1: The Last Straw", []),
        ("1", "<h2>Chapter One: The Last Straw</h2>", "Chapter One: The Last Straw", []),
        ("Prologue", "<h2>Prologue</h2><h3>London, 1888</h3>", "Prologue", ["London, 1888"]),
        ("Prologue", "<p class='c5'><b>PROLOGUE</b></p>", "Prologue", []),
        ("Chapter 1", "<h1>BOOK ONE</h1><h2>Chapter 1</h2>", "Chapter 1", ["BOOK ONE"]),
        ("Another Name", "<h2>The Last Straw</h2>", "Another Name", ["The Last Straw"]),
        ("Start", "<h2>Chapter 1</h2><h3>The Last Straw</h3>", "Chapter 1: The Last Straw", []),
        ("The Last Straw", "", "The Last Straw", []),
    ],
)
def test_a_chapters_heading_is_shown_once(entry: str, html: str, heading: str, left: list[str]) -> None:
    documents = {"a.xhtml": f"{html}<p>a</p>", "b.xhtml": "<h2>Other</h2><p>b</p>"}
    first = read(epub(documents, contents=[(entry, "a.xhtml"), ("Other", "b.xhtml")])).chapters[0]
    assert [block.text for block in first.blocks if block.role is Role.TITLE][2:] == [heading]
    assert story(first) == [*left, "a"]


# Matter


def test_matter_is_set_apart_by_its_terms_its_titles_and_its_files() -> None:
    documents = {
        "cover.xhtml": '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="c.jpg"/></svg>',
        "title.xhtml": page(
            "<h1>The Salt Road</h1><p>by marrowlight</p>", attributes=' epub:type="titlepage"'
        ),
        "legal.xhtml": '<section epub:type="copyright-page"><p>All rights kept.</p></section>',
        "toc.xhtml": '<h2>Contents</h2><p><a href="c1.xhtml">One</a></p><p><a href="c2.xhtml">Two</a></p>',
        "x.xhtml": "<h2>Dedication</h2><p>To Ana.</p>",
        "c0.xhtml": '<section epub:type="foreword"><h2>Foreword</h2><p>f</p></section>',
        "c1.xhtml": "<h2>One</h2><p>a</p>",
        "c2.xhtml": "<h2>Two</h2><p>b</p>",
        "about.xhtml": "<h2>About the Author</h2><p>She rows.</p>",
        "colophon.xhtml": "<p>Set by hand.</p>",
    }
    work = read(epub(documents, extra={"c.jpg": b"x"}))
    assert shown(work) == [("Foreword", ["f"]), ("One", ["a"]), ("Two", ["b"])]
    assert with_role(work, Role.PREFACE) == ["Cover", "Dedication", "To Ana."]
    afterword = ["About the Author", "She rows.", "Set by hand.", "All rights kept."]
    assert with_role(work, Role.AFTERWORD) == afterword
    cover = next(block for block in work.chapters[0].blocks if block.kind is BlockKind.IMAGE)
    assert (cover.target, cover.text) == ("OEBPS/c.jpg", "Cover")


def test_what_is_not_read_in_order_stands_behind_the_story_so_that_links_lead_there() -> None:
    documents = {"a.xhtml": '<p>See <a href="b.xhtml">there</a>.</p>', "b.xhtml": "<p>Here.</p>"}
    work = read(epub(documents, not_linear={"b.xhtml"}))
    assert with_role(work, Role.AFTERWORD) == ["Here."]
    assert not dead_links(work)
    assert any(span.link for span in work.chapters[0].blocks[2].spans)


def test_a_whole_work_in_one_file_is_no_matter_whatever_stands_at_its_beginning() -> None:
    chapters = "".join(f'<h2 id="c{n}">Tale {n}</h2><p>{LONG}</p>' for n in range(1, 20))
    html = f'<h1 id="toc">Contents</h1><p>One to nineteen.</p>{chapters}'
    guide = '<guide><reference type="toc" href="a.xhtml#toc"/></guide>'
    contents = [("Contents", "a.xhtml#toc"), *((f"Tale {n}", f"a.xhtml#c{n}") for n in range(1, 20))]
    for lines in ([], contents):
        work = read(epub({"a.xhtml": html}, contents=lines, after_spine=guide))
        assert [chapter.title for chapter in work.chapters] == [f"Tale {n}" for n in range(1, 20)]


def test_nothing_but_matter_is_read_all_the_same() -> None:
    work = read(epub({"a.xhtml": "<h2>Dedication</h2><p>To Ana.</p>"}))
    assert "To Ana." in story(work.chapters[0])


@pytest.mark.parametrize("html", ["", "<p> </p>", "<script>x</script>"])
def test_an_epub_without_text_is_refused(html: str) -> None:
    with pytest.raises(UnreadableError):
        read(epub({"a.xhtml": html}))


# Notes and links


@pytest.mark.parametrize(
    ("reference", "note"),
    [
        (
            '<a epub:type="noteref" href="#n1" id="r1">1</a>',
            '<aside epub:type="footnote" id="n1"><p>1. Said so.</p><p>Twice.</p></aside>',
        ),
        (
            '<a role="doc-noteref" href="#n1" id="r1">*</a>',
            (
                '<section role="doc-endnotes"><ol><li id="n1"><p>Said so. <a href="#r1">↩</a></p>'
                "<p>Twice.</p></li></ol></section>"
            ),
        ),
        (
            '<sup id="r1"><a href="#n1">[1]</a></sup>',
            '<p id="n1"><a href="#r1">1</a> Said so.</p><p>Twice.</p><p id="n2"><a href="#r2">2</a> No.</p>',
        ),
    ],
)
def test_notes_are_set_apart_at_the_end_of_their_chapter(reference: str, note: str) -> None:
    more = '<p>And<a href="#n2" id="r2">2</a>.</p>' if "n2" in note else ""
    documents = {
        "a.xhtml": f"<h2>One</h2><p>a{reference}</p>{more}{note}<p>b</p>",
        "b.xhtml": "<h2>Two</h2><p>c</p>",
    }
    work = read(epub(documents))
    first = work.chapters[0]
    texts = [block.text for block in first.blocks if block.role is Role.END_NOTES]
    assert len(texts) == (3 if more else 2)
    assert "Said so." in texts[0]
    assert texts[1] == "Twice."
    assert first.blocks[-1].role is Role.END_NOTES
    assert story(first)[-1] == "b"
    assert not dead_links(work)
    link = next(span.link for block in first.story() for span in block.spans if span.link)
    assert link == "#OEBPS/a.xhtml#n1"


def test_links_lead_to_places_in_the_work_or_are_text() -> None:
    documents = {
        "a.xhtml": '<h2 id="top">One</h2><p><a href="b.xhtml#x">b</a> <a href="b.xhtml">c</a>'
        ' <a href="b.xhtml#no">d</a>'
        ' <a href="gone.xhtml">e</a> <em><a href="gone.xhtml#x">f</a></em> <a href="https://a.example/">g</a>'
        ' <a href="javascript:x()">h</a></p>',
        "b.xhtml": '<h2>Two</h2><p>one</p><p id="x">two <a href="a.xhtml#top">up</a> <a href="#x">x</a></p>',
    }
    work = read(epub(documents))
    links = [span.link for block in work.chapters[0].story() for span in block.spans]
    b = "#OEBPS/b.xhtml"
    assert links == [f"{b}#x", b, b, "", "https://a.example/"]
    assert "".join(story(work.chapters[0])) == "b c d e f g h"
    assert not dead_links(work)


# Facts
