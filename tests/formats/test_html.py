from __future__ import annotations

import codecs

import pytest

from reader.formats import html
from reader.formats.source import Source, UnreadableError
from reader.work.model import BlockKind, Role, Work


def read(page: str, name: str = "page.html") -> Work:
    return html.read(Source(name, page.encode()))


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><title>x</title>a",
        "\n<html><body>a",
        '<?xml version="1.0"?>\n<!-- saved -->\n<!doctype HTML PUBLIC "x"><p>a',
        "<p>a</p>",
        "<h1>a</h1>",
        "Once<br>upon<br />a<BR>time<br>there<br>was",
    ],
)
def test_what_begins_like_a_page_or_is_full_of_tags_is_html(page: str) -> None:
    assert html.recognises(Source("x", page.encode()))
    assert html.recognises(Source("x", codecs.BOM_UTF16_LE + page.encode("utf-16-le")))


def test_a_long_row_of_comments_is_looked_through_once() -> None:
    assert not html.recognises(Source("x", b"<!-- a -->" * 5000 + b"Once upon a time"))


@pytest.mark.parametrize("text", ["Once upon a time", "<3 <3", "a <i>b</i>", "<Ana> hello\n<Ines> hi", ""])
def test_text_with_a_few_angle_brackets_is_not(text: str) -> None:
    assert not html.recognises(Source("x", text.encode()))


def test_a_page_is_a_work_with_its_title() -> None:
    page = (
        "<html lang=fr><head><title>The\n Quay</title><style>p{}</style></head><body><p>a<p>b</body></html>"
    )
    work = read(page)
    assert (work.info.title, work.info.language) == ("The Quay", "fr")
    assert work.info.id.startswith("sha256:")
    assert [block.text for block in work.chapters[0].blocks] == ["The Quay", "a", "b"]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<h1>One</h1><p>a</p>", "One"),
        ("<p>a</p>", "my page"),
        ("<title> </title><p>a</p>", "my page"),
    ],
)
def test_without_a_title_its_heading_or_the_name_of_the_file(page: str, title: str) -> None:
    assert read(page, "my page.html").info.title == title


def test_a_heading_that_repeats_the_title_is_not_shown_twice() -> None:
    work = read("<title>The Quay</title><h1>The quay</h1><p>a</p>")
    assert [block.text for block in work.chapters[0].blocks] == ["The Quay", "a"]


def test_headings_make_chapters() -> None:
    work = read(
        "<title>T</title><h1>T</h1><p>For me</p><h2 id=a>One</h2><p>a</p><h3>x</h3><h2>Two</h2><p>b</p>"
    )
    assert [chapter.title for chapter in work.chapters] == ["One", "Two"]
    assert [b.text for b in work.chapters[0].blocks] == ["T", "For me", "One", "a", "x"]
    assert work.chapters[0].blocks[1].role is Role.PREFACE
    assert [b.anchors for b in work.chapters[0].story()] == [("a",), ()]


def test_much_text_before_the_first_heading_is_a_chapter() -> None:
    work = read(f"<p>{'word ' * 600}</p><h2>One</h2><p>a</p><h2>Two</h2><p>b</p>")
    assert [chapter.title for chapter in work.chapters] == ["", "One", "Two"]


def test_a_single_heading_is_part_of_the_text() -> None:
    work = read("<title>T</title><p>a</p><h2>One</h2><p>b</p>")
    assert len(work.chapters) == 1
    assert [block.kind for block in work.chapters[0].story()] == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]


def test_a_list_of_links_to_the_chapters_is_left_out() -> None:
    links = '<p><a href="#1">One</a><br><a href="#2">Two</a></p>'
    work = read(f"<h2>Contents</h2>{links}<h2 id=1>One</h2><p>a</p><h2 id=2>Two</h2><p>b</p>")
    assert [chapter.title for chapter in work.chapters] == ["One", "Two"]


def test_menus_are_left_out_and_the_text_after_them_stays() -> None:
    page = '<nav>Menu</nav>one<div role="navigation"><p>Other</p></div>two<p>a</p>'
    assert [block.text for block in read(page, "x").chapters[0].blocks] == ["x", "onetwo", "a"]
    page = "<div>Advert</div><main><p>a</p></main><p>Advert</p>"
    assert [block.text for block in read(page, "x").chapters[0].blocks] == ["x", "a"]


def test_an_author_in_the_head_is_named() -> None:
    work = read('<title>T</title><meta name="Author" content=" Ana  Reyes"><p>a</p>')
    assert work.info.authors == ("Ana Reyes",)


@pytest.mark.parametrize(
    "page", ["<html></html>", "<p> </p>", "<script>x</script>", "<!-- a -->", "<nav>a</nav>"]
)
def test_a_page_without_text_is_refused(page: str) -> None:
    with pytest.raises(UnreadableError):
        read(page)


def test_a_page_without_a_title_is_called_as_its_file_even_where_that_is_not_utf_8() -> None:
    assert read("<p>a</p>", "The_Salt_Stair.html").info.title == "The Salt Stair"
    assert read("<p>a</p>", b"caf\xe9.html".decode(errors="surrogateescape")).info.title == "caf\ufffd"
