from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.ao3_page import TEMPLATES, Page, PageChapter, Template, render

from reader.formats.ao3 import download
from reader.formats.source import Source, UnreadableError
from reader.work.model import Block, BlockKind, Role, SeriesPart, Span, TagKind, Work

ONE = (PageChapter("<p>The boat came late.</p>"),)
TAGS = {
    "Rating": ("Teen And Up Audiences",),
    "Archive Warning": ("Creator Chose Not To Use Archive Warnings", "Major Character Death"),
    "Category": ("F/F", "Gen"),
    "Fandom": ("Tidewrack (Podcast)", "Harbour, Ho! - A. Quill & Co"),
    "Relationship": ("Ana Reyes/Ines Moreau",),
    "Character": ("Ana Reyes", "Ines Moreau"),
    "Additional Tags": ("Slow Burn", "hurt, comfort, and other weather", "<3"),
}
KINDS = {
    "Rating": TagKind.RATING,
    "Archive Warning": TagKind.WARNING,
    "Category": TagKind.CATEGORY,
    "Fandom": TagKind.FANDOM,
    "Relationship": TagKind.RELATIONSHIP,
    "Character": TagKind.CHARACTER,
    "Additional Tags": TagKind.ADDITIONAL,
}
every_template = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.since)


def read(page: Page, template: Template = TEMPLATES[-1]) -> Work:
    source = Source("The_Salt_Road.html", render(page, template))
    assert download.recognises(source)
    return download.read(source)


def of_role(work: Work, role: Role) -> list[Block]:
    return [block for chapter in work.chapters for block in chapter.blocks if block.role is role]


def texts(work: Work, role: Role) -> list[str]:
    return [block.text for block in of_role(work, role)]


@every_template
def test_every_field_of_the_preface(template: Template) -> None:
    page = Page(
        ONE * 3,
        tags=TAGS,
        language="中文-普通话 國語",
        series_html='Part 2 of <a href="https://a/series/9">The Harbour, Part 1 of Two</a>,'
        ' Part 1 of <a href="https://a/series/8">Salt</a>',
        collections=("Winter Swap, 2024", "Sea"),
        completed="2025-06-30",
        words=331311,
        total="1,012",
    )
    info = read(page, template).info
    assert info.id == "ao3:1234567"
    assert info.url == f"{template.scheme}://archiveofourown.org/works/1234567"
    assert info.title == "The Salt Road"
    assert info.authors == ("marrowlight",)
    assert {label: info.names(KINDS[label]) for label in TAGS} == TAGS
    assert info.series == (
        SeriesPart("The Harbour, Part 1 of Two", 2, "https://a/series/9"),
        SeriesPart("Salt", 1, "https://a/series/8"),
    )
    assert info.language == ("中文-普通话 國語" if template.language else None)
    assert info.collections == ("Winter Swap, 2024", "Sea")
    assert (info.published, info.updated) == (date(2024, 1, 2), date(2025, 6, 30))
    assert (info.words, info.chapters_posted, info.chapters_total) == (331311, 3, 1012)
    assert info.complete is False


@every_template
def test_the_whole_order_of_a_work(template: Template) -> None:
    page = Page(
        (
            PageChapter(
                "<p>First.</p>",
                "Prologue",
                summary="<p>What was.</p>",
                notes="<p>Hello.</p>",
                end_notes="<p>Thanks.</p>",
            ),
            PageChapter("<p>Second.</p>", byline="Chapter by oxbow", end_notes="<p>Bye.</p>"),
        ),
        summary="<p>Ana had sworn off the coast.</p><p>Until the post boat.</p>",
        notes="<p>For the winter.</p>",
        related_html='<li>Inspired by <a href="https://a/works/7">Rope</a> by oxbow.</li>',
        end_notes="<p>The end of it.</p>",
        inspired_html=('<a href="https://a/works/8">Knots</a> by quill',),
    )
    work = read(page, template)
    numbered = "Chapter 1: Prologue" if template.numbered else "Prologue"
    assert [block.text for block in work.chapters[0].blocks] == [
        "The Salt Road",
        "by marrowlight",
        "Summary",
        "Ana had sworn off the coast.",
        "Until the post boat.",
        "Notes",
        "For the winter.",
        "See the end of the work for more notes",
        "Inspired by Rope by oxbow.",
        numbered,
        "Chapter Summary",
        "What was.",
        "Chapter Notes",
        "Hello.",
        "See the end of the chapter for more notes",
        "First.",
        "Chapter End Notes",
        "Thanks.",
    ]
    assert [block.text for block in work.chapters[1].blocks] == [
        "Chapter 2",
        "Chapter by oxbow",
        "Chapter Notes",
        "See the end of the chapter for notes",
        "Second.",
        "Chapter End Notes",
        "Bye.",
        "End Notes",
        "The end of it.",
        "Works inspired by this one",
        "Knots by quill",
    ]
    assert [chapter.title for chapter in work.chapters] == ["Prologue", ""]
    assert texts(work, Role.STORY) == ["First.", "Second."]
    assert texts(work, Role.END_NOTES)[-2:] == ["End Notes", "The end of it."]
    assert texts(work, Role.AFTERWORD) == ["Works inspired by this one", "Knots by quill"]
    assert work.info.summary == "Ana had sworn off the coast.\nUntil the post boat."


@every_template
def test_links_to_the_notes_at_the_end_find_them(template: Template) -> None:
    chapter = PageChapter("<p>One.</p>", "A", end_notes="<p>Later.</p>")
    work = read(Page((chapter, chapter), notes="<p>x</p>", end_notes="<p>Last.</p>"), template)
    blocks = [block for chapter in work.chapters for block in chapter.blocks]
    pointed = {span.link[1:] for block in blocks for span in block.spans if span.link.startswith("#")}
    named = {anchor: block.text for block in blocks for anchor in block.anchors}
    assert pointed == {"endnotes", "endnotes1", "endnotes2"}
    assert (named["endnotes"], named["endnotes2"]) == ("End Notes", "Chapter End Notes")


@every_template
def test_a_one_shot_has_one_chapter_without_a_heading(template: Template) -> None:
    work = read(Page(ONE), template)
    assert [block.text for block in work.chapters[0].blocks] == [
        "The Salt Road",
        "by marrowlight",
        "The boat came late.",
    ]
    assert (work.chapters[0].title, work.info.complete) == ("", True)


def test_the_same_chapter_has_the_same_key_in_every_template() -> None:
    page = Page((PageChapter("<p>a</p>", "The Ledger"), PageChapter("<p>b</p>"), PageChapter("<p>c</p>")))
    keys = {tuple(chapter.key for chapter in read(page, template).chapters) for template in TEMPLATES}
    assert len(keys) == 1


def test_posted_chapters_all_there_means_complete_whatever_the_label_says() -> None:
    assert read(Page(ONE * 8, total="8")).info.complete is True
    assert read(Page(ONE * 8, completed="2025-01-01", total="9")).info.complete is False
    assert read(Page(ONE * 3, updated="2025-01-01", total="?")).info.complete is False


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Anonymous", ("Anonymous",)),
        (
            '<a rel="author">quill (oxbow)</a>, <a rel="author">by the sea</a>',
            ("quill (oxbow)", "by the sea"),
        ),
        ('Old Name [archived by <a rel="author">keeper</a>]', ("Old Name [archived by keeper]",)),
        ('<a rel="author">orphan_account</a>', ("orphan_account",)),
        ('<a rel="author">a, b</a>,\n <a rel="author">c</a>', ("a, b", "c")),
    ],
)
def test_authors_are_named_as_the_byline_does(byline: str, authors: tuple[str, ...]) -> None:
    assert read(Page(ONE, byline_html=byline)).info.authors == authors


def test_the_title_is_the_heading_not_the_page_title() -> None:
    assert read(Page(ONE, title="Nine - Letters - to <b>")).info.title == "Nine - Letters - to <b>"


def test_fields_may_all_be_missing() -> None:
    info = read(Page(ONE, tags={})).info
    assert (info.tags, info.series, info.collections, info.summary) == ((), (), (), None)


def test_the_plea_for_comments_and_hidden_headings_are_no_text() -> None:
    text = "\n".join(chapter.text for chapter in read(Page(ONE)).chapters)
    assert "drop by" not in text
    assert "Afterword" not in text
    assert "Preface" not in text


def test_headings_in_the_story_are_story() -> None:
    body = "<h2>Part One</h2><p>It began.</p><h4>Later</h4><p>It went on.</p>"
    work = read(Page((PageChapter(body, "A"), PageChapter("<p>x</p>"))))
    assert len(work.chapters) == 2
    headings = [block for block in work.chapters[0].story() if block.kind is BlockKind.HEADING]
    assert [(block.text, block.level) for block in headings] == [("Part One", 2), ("Later", 4)]


def test_what_looks_like_the_preface_in_a_story_is_no_fact() -> None:
    body = '<dl class="tags"><dt>Rating:</dt><dd><a>Explicit</a></dd></dl><h1>Another</h1><p>End.</p>'
    info = read(Page((PageChapter(body),), tags={"Rating": ("Not Rated",)})).info
    assert info.names(TagKind.RATING) == ("Not Rated",)
    assert info.title == "The Salt Road"


def test_empty_labels_show_no_heading() -> None:
    work = read(Page(ONE, summary="<p>&nbsp;</p>", inspired_html=("",)))
    assert texts(work, Role.SUMMARY) == []
    assert texts(work, Role.AFTERWORD) == []


def test_inspired_line_keeps_its_link() -> None:
    work = read(Page(ONE, inspired_html=('<a href="https://a/works/8">Knots</a> by quill',)))
    assert of_role(work, Role.AFTERWORD)[1].spans == (Span(0, 5, link="https://a/works/8"),)


def test_a_page_that_lost_its_chapters_is_refused() -> None:
    page = render(Page(ONE)).replace(b'id="chapters"', b'id="other"')
    assert not download.recognises(Source("x.html", page))
    with pytest.raises(UnreadableError):
        download.read(Source("x.html", page))


def test_text_beside_the_expected_elements_is_read() -> None:
    page = render(Page((PageChapter("<p>a</p>", "A"), PageChapter("<p>b</p>"))))
    page = page.replace(b"<!--/chapter content-->", b"<p>left over</p>", 1)
    assert [b.text for b in download.read(Source("x", page)).chapters[0].story()] == ["a", "left over"]


def test_a_stray_end_tag_loses_nothing() -> None:
    for template in TEMPLATES:
        page = render(
            Page(
                tuple(
                    PageChapter(f"<p>{word}</p>", word, end_notes=f"<p>{word}s</p>") for word in ("a", "b")
                ),
                end_notes="<p>z</p>",
            ),
            template,
        )
        work = download.read(Source("x", page.replace(b"<p>a</p>", b"<p>a</p></div></div><p>", 1)))
        assert [[block.text for block in chapter.story()] for chapter in work.chapters] == [["a"], ["b"]]
        assert texts(work, Role.END_NOTES)[1::2] == ["as", "bs", "z"]


def test_text_straight_among_the_chapters_is_read() -> None:
    page = render(Page((PageChapter("<p>a</p>", "A"), PageChapter("<p>b</p>"))))
    page = page.replace(b"<!--/chapter content-->", b"and so on", 1)
    story = download.read(Source("x", page)).chapters[0].story()
    assert [block.text for block in story] == ["a", "and so on"]


def test_a_summary_of_a_list_and_a_heading_is_whole() -> None:
    work = read(Page(ONE, summary="<h3>Tides</h3><ul><li>low</li><li>high</li></ul><hr><p>end</p>"))
    assert work.info.summary == "Tides\nlow\nhigh\nend"


names = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=12)


@given(st.lists(names, min_size=1, max_size=5), st.sampled_from(TEMPLATES))
def test_tag_names_come_back_whatever_they_hold(tags: list[str], template: Template) -> None:
    info = read(Page(ONE, tags={"Relationship": tuple(tags)}), template).info
    assert info.names(TagKind.RELATIONSHIP) == tuple(tags)
