from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.ao3_epub import ao3_epub
from tests.formats.ao3_page import TEMPLATES, Page, PageChapter, Template, render
from tests.formats.ao3_whole_work import PAGE, shown
from tests.formats.epub_file import epub

from reader.formats.ao3 import download
from reader.formats.ao3 import epub as ao3
from reader.formats.epub.package import open_package
from reader.formats.source import Source
from reader.work.model import Style, Work

WRAPPED = [template for template in TEMPLATES if template.wrapped]
every_template = pytest.mark.parametrize("template", WRAPPED, ids=lambda template: template.since)


def read(data: bytes) -> Work:
    package = open_package(data)
    assert ao3.recognises(package)
    return ao3.read(package, Source("x.epub", data))


def from_html(page: Page, template: Template) -> Work:
    return download.read(Source("x.html", render(page, template)))


@every_template
@pytest.mark.parametrize("longest", [600, 260_000])
@pytest.mark.parametrize("again", [False, True])
def test_it_is_the_work_of_the_page(template: Template, longest: int, again: bool) -> None:
    work = read(ao3_epub(PAGE, template, longest=longest, again=again))
    page = from_html(PAGE, template)
    assert work.info == page.info
    assert [chapter.text for chapter in work.chapters] == [chapter.text for chapter in page.chapters]
    assert shown(work) == shown(page)
    assert [chapter.key for chapter in work.chapters] == [chapter.key for chapter in page.chapters]


@every_template
def test_links_lead_to_the_notes_in_another_file(template: Template) -> None:
    chapter = PageChapter("<p>One.</p>" * 20 + "<h2>Two</h2>", "A", end_notes="<p>Later.</p>")
    page = Page((chapter, chapter), notes="<p>x</p>", end_notes="<p>Last.</p>")
    blocks = [b for c in read(ao3_epub(page, template, longest=500)).chapters for b in c.blocks]
    pointed = [span.link for block in blocks for span in block.spans if span.link.startswith("#")]
    assert pointed == ["#endnotes", "#endnotes1", "#endnotes2"]
    named = {anchor: index for index, block in enumerate(blocks) for anchor in block.anchors}
    assert blocks[named["endnotes"] + 1].text == "Last."
    assert named["endnotes1"] < named["endnotes2"]


def test_a_chapter_that_goes_on_in_files_without_a_heading_is_one() -> None:
    body = "".join(f"<p>Line {number} of a long chapter.</p>" for number in range(200))
    data = ao3_epub(Page((PageChapter(body, "A"), PageChapter("<p>b</p>", "B"))), longest=2000)
    assert len(open_package(data).spine) > 6
    first, second = read(data).chapters
    assert [block.text for block in first.story()] == [
        f"Line {number} of a long chapter." for number in range(200)
    ]
    assert second.title == "B"


def test_styles_come_from_the_style_sheet() -> None:
    page = Page((PageChapter("<p><u>Far</u> away, <em>truly</em>.</p>"),))
    (line,) = read(ao3_epub(page)).chapters[0].story()
    assert [(line.text[span.start : span.end], span.style) for span in line.spans] == [
        ("Far", Style.UNDERLINE),
        ("truly", Style.EMPHASIS),
    ]


def test_a_one_shot_has_one_chapter_without_a_heading() -> None:
    work = read(ao3_epub(Page((PageChapter("<p>The boat came late.</p>"),))))
    assert work.chapters[0].text == "The Salt Road\nby marrowlight\nThe boat came late."


def test_ids_that_two_files_share_lead_each_to_its_own() -> None:
    note = '<p><a href="#n">see</a></p><p id="n">note</p>'
    message = '<p class="message">Posted originally on the Archive at https://archiveofourown.org/works/5</p>'
    work = read(
        epub(
            {
                "a.xhtml": f'<div id="preface">{message}<h1>T</h1></div>',
                "b c.xhtml": f'<div id="chapters"><h2 class="toc-heading">T</h2><div class="userstuff2">'
                f"{note}</div></div>",
                "d.xhtml": f'<div id="chapters"><div class="userstuff2">{note}</div></div>',
            }
        )
    )
    blocks = list(work.chapters[0].story())
    assert [block.spans[0].link[1:] for block in blocks[::2]] == [block.anchors[0] for block in blocks[1::2]]
    assert len({block.anchors for block in blocks[1::2]}) == 2


def test_pictures_have_the_names_of_the_archive() -> None:
    page = Page((PageChapter('<p>See:</p><p><img src="images/a%20b.jpg" alt="a boat"/></p>'),))
    data = ao3_epub(page)
    assert [(b.text, b.target) for b in read(data).chapters[0].story()][1] == ("a boat", "images/a%20b.jpg")


def test_an_empty_file_in_it_costs_only_what_stood_there() -> None:
    message = '<p class="message">Posted originally on the Archive at https://archiveofourown.org/works/5</p>'
    text = '<div id="chapters"><div class="userstuff2"><p>a</p></div></div>'
    work = read(
        epub({"a.xhtml": f'<div id="preface">{message}<h1>T</h1></div>', "b.xhtml": b" ", "c.xhtml": text})
    )
    assert [block.text for block in work.chapters[0].story()] == ["a"]


def test_other_epubs_are_not_taken() -> None:
    assert not ao3.recognises(open_package(epub()))
    story = "<p>Posted originally on the wall at https://archiveofourown.org/works/5</p>"
    assert not ao3.recognises(open_package(epub({"a.xhtml": story})))


words = st.text("abc ä\xa0—“", min_size=1, max_size=12).filter(str.strip)
inner = st.one_of(
    words,
    words.map("<em>{}</em>".format),
    words.map("<strong>a</strong>{}<br/>b".format),
    words.map('<a href="https://a/b">{}</a>'.format),
)
paragraph = st.lists(inner, min_size=1, max_size=3).map("".join).map("<p>{}</p>".format)
element = st.one_of(
    paragraph,
    st.sampled_from(
        ("<hr/>", "<p>&#160;</p>", "<p>* * *</p>", "<p></p><p></p>", "<p><img src='x' alt='y'/></p>")
    ),
    words.map("<h2>{}</h2>".format),
    words.map("<h3>{}</h3>".format),
    words.map("<div>{}</div>".format),
    st.lists(paragraph, min_size=1, max_size=3).map("".join).map("<div>{}</div>".format),
    st.lists(paragraph, min_size=1, max_size=3).map("".join).map("<blockquote>{}</blockquote>".format),
    st.lists(words, min_size=1, max_size=3).map("</li><li>".join).map("<ul><li>{}</li></ul>".format),
)
html = st.lists(element, min_size=1, max_size=6).map("".join)
maybe = st.one_of(st.just(""), html)
chapter = st.builds(
    PageChapter, body=html, title=st.sampled_from(("", "A", "A")), summary=maybe, notes=maybe, end_notes=maybe
)


@given(
    st.builds(
        Page,
        chapters=st.lists(chapter, min_size=1, max_size=3).map(tuple),
        summary=maybe,
        notes=maybe,
        end_notes=maybe,
    ),
    st.sampled_from(WRAPPED),
    st.sampled_from((400, 1500, 260_000)),
    st.booleans(),
)
def test_any_work_is_the_same_from_either(page: Page, template: Template, longest: int, again: bool) -> None:
    work, other = read(ao3_epub(page, template, longest=longest, again=again)), from_html(page, template)
    assert work.info == other.info
    assert [chapter.text for chapter in work.chapters] == [chapter.text for chapter in other.chapters]
    assert [[b.role for b in c.blocks] for c in work.chapters] == [
        [b.role for b in c.blocks] for c in other.chapters
    ]
