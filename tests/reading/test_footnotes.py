"""What a link to a note shows, in works of every format that has notes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.formats import ao3_page, epub_file, fb2_file, gutenberg_file, html_file, markdown_file

from reader.formats.detect import read_work_and_format
from reader.formats.source import Source
from reader.layout.style import PageStyle
from reader.library.entries import ChapterInfo
from reader.reading.footnotes import Note, end_notes, note
from reader.reading.reading import Place, Reading
from reader.work.model import Chapter, Role, Work


@dataclass(frozen=True)
class Texts:
    """One work as the source of its text."""

    work: Work

    def chapter(self, _: str, number: int) -> Chapter:
        return self.work.chapters[number - 1]

    def text(self, _: str, number: int) -> str:
        return self.work.chapters[number - 1].text

    def outline(self, _: str) -> list[ChapterInfo]:
        return [ChapterInfo(c.number, c.title, c.key, len(c.text), 1, 1, 1, "") for c in self.work.chapters]


def reading_of(data: bytes, name: str = "work") -> Reading:
    work, _ = read_work_and_format(Source(name, data))
    return Reading(work.info, Texts(work), PageStyle())


def shown(reading: Reading, link: str) -> tuple[str, list[str]] | None:
    found = note(reading, link)
    return (found.title, [block.text for block in found.blocks]) if found else None


def story(body: str, end_notes: str = "") -> Reading:
    """A work of two chapters, as AO3 gives it, of which this is the first."""
    chapters = (
        ao3_page.PageChapter(body, title="The Ledger", end_notes=end_notes),
        ao3_page.PageChapter("<p>More.</p>", title="The Ropes"),
    )
    return reading_of(ao3_page.render(ao3_page.Page(chapters)), "work.html")


LAMP = "<p>She lit the lamp.{}</p><p>The ropes sang.</p>"


@pytest.mark.parametrize(
    ("reference", "at_end", "text"),
    [
        ('<a href="#n1" id="r1">[1]</a>', '<p id="n1">[1] Of tin. <a href="#r1">back</a></p>', "Of tin."),
        ('<sup><a href="#n1" id="r1">1</a></sup>', '<p><a id="n1" href="#r1">1</a>. Of tin.</p>', "Of tin."),
        ('<a href="#n1"><sup>1</sup></a>', '<p><a name="n1"></a>1) Of tin.</p>', "Of tin."),
        ('<a id="r1" href="#n1">*</a>', '<p id="n1">* Of <em>tin</em>.<a href="#r1">↩</a></p>', "Of tin."),
        ('<a id="r1" href="#n1">†</a>', '<p id="n1">Of tin. (<a href="#r1">return</a>)</p>', "Of tin."),
        ('<a href="#n1">[note 1]</a>', '<h3>Notes</h3><p id="n1">Of tin.</p>', "Of tin."),
        ('<a href="#n1">¹</a>', '<ol><li id="n1">Of tin.</li><li id="n2">Of lead.</li></ol>', "Of tin."),
    ],
)
@pytest.mark.parametrize("apart", [True, False], ids=["end notes", "story"])
def test_notes_as_authors_make_them_are_shown_without_mark_and_way_back(
    reference: str, at_end: str, text: str, *, apart: bool
) -> None:
    body = LAMP.format(reference)
    reading = story(body, at_end) if apart else story(f"{body}<hr/>{at_end}")
    found = note(reading, "#n1")
    assert found is not None
    assert [block.text for block in found.blocks] == [text]
    assert {block.role for block in found.blocks} == {Role.STORY}
    assert found.title in {"Note 1", "Note *", "Note †"}
    chapter = reading.chapter(found.place.chapter)
    assert text[:6] in chapter.text[found.place.offset :][:20]
    assert shown(reading, "#r1") is None


def test_a_note_goes_on_to_the_next_one() -> None:
    notes = '<p id="n1">[1] Of tin.</p><p>And of lead.</p><p id="n2">[2] Of hemp.</p><p>More next week!</p>'
    reading = story(LAMP.format('<a href="#n1">[1]</a><a href="#n2">[2]</a>'), notes)
    assert shown(reading, "#n1") == ("Note 1", ["Of tin.", "And of lead."])
    assert shown(reading, "#n2") == ("Note 2", ["Of hemp.", "More next week!"])


def test_a_note_in_the_story_is_not_the_story_after_it() -> None:
    reading = story(LAMP.format('<a href="#n1">*</a>') + '<p id="n1">* Of tin.</p><p>The ropes sang.</p>')
    assert shown(reading, "#n1") == ("Note *", ["Of tin."])


def test_words_may_lead_to_a_note_that_is_set_apart() -> None:
    notes = '<p>Thank you!</p><p id="n1">Good evening.</p><p id="n2">Good night.</p>'
    reading = story(LAMP.format('<a href="#n1">Bona tarde</a>'), notes)
    assert shown(reading, "#n1") == ("Chapter End Notes", ["Good evening."])


@pytest.mark.parametrize("link", ["#endnotes1", "#part", "#nowhere", "https://example.org/#n1", "#one"])
def test_a_link_to_a_place_is_no_note(link: str) -> None:
    body = (
        '<p>See <a href="#part">1</a>, <a href="#one">2</a>.</p><h3 id="part">1</h3><p id="one">A lamp.</p>'
    )
    assert note(story(body, "<p>Thank you!</p>"), link) is None


def test_words_of_the_story_lead_to_a_place_in_it_even_if_that_leads_back() -> None:
    body = '<p>She lit <a id="r1" href="#n1">the lamp</a>.</p><p id="n1">Of tin. <a href="#r1">back</a></p>'
    assert note(story(body), "#n1") is None


def test_a_note_may_stand_before_the_text_that_refers_to_it_and_is_not_referred_to_by_notes() -> None:
    chapter = ao3_page.PageChapter(
        LAMP.format('<a href="#n1">[1]</a>'),
        title="The Ledger",
        notes='<p id="n1">[1] Of tin.</p><p id="n2">[2] Of lead.</p><p>See <a href="#n2">[2]</a>.</p>',
    )
    reading = reading_of(ao3_page.render(ao3_page.Page((chapter,))), "work.html")
    assert shown(reading, "#n1") == ("Note 1", ["Of tin."])
    assert shown(reading, "#n2") is None


def test_a_link_to_all_the_notes_is_no_note_and_they_are_found() -> None:
    reading = story(LAMP.format(""), "<p>Thank you!</p>")
    place = end_notes(reading)
    assert place is not None
    assert reading.chapter(1).text[place.offset :] == "Chapter End Notes\nThank you!"
    reading.go(Place(2, 0))
    assert end_notes(reading) is None


def test_an_item_of_several_paragraphs_is_one_note() -> None:
    notes = '<ol><li id="n1"><p>Of tin.</p><p>And of lead. <a href="#r1">↑</a></p></li><li>Hemp.</li></ol>'
    found = note(story(LAMP.format('<a id="r1" href="#n1">1</a>'), notes), "#n1")
    assert found is not None
    assert [(block.text, block.marker) for block in found.blocks] == [("Of tin.", ""), ("And of lead.", "")]


def test_the_notes_of_an_epub_stand_in_another_document() -> None:
    ref = '<a id="r{0}" epub:type="noteref" href="notes.xhtml#n{0}">{0}</a>'
    text = "<h2>The Harbour</h2><p>A lamp." + ref.format(1) + " A rope." + ref.format(2) + "</p>"
    item = (
        '<li id="n{0}" epub:type="endnote"><p>{1} <a href="c.xhtml#r{0}" epub:type="backlink">↩</a></p></li>'
    )
    notes = f"<h2>Endnotes</h2><ol>{item.format(1, 'Of tin.')}{item.format(2, 'Of hemp.')}</ol>"
    section = f'<section epub:type="endnotes">{notes}</section>'
    files = {"c.xhtml": text, "d.xhtml": "<h2>The Ledger</h2><p>Shut.</p>", "notes.xhtml": section}
    reading = reading_of(epub_file.epub(files))
    links = [span.link for block in reading.chapter(1).blocks for span in block.spans]
    assert [shown(reading, link) for link in links] == [
        ("Note 1", ["Of tin."]),
        ("Note 2", ["Of hemp."]),
    ]


@pytest.mark.parametrize(
    ("data", "link", "text"),
    [
        (fb2_file.fb2(), "#n1", "По местному времени."),
        (markdown_file.markdown_file(), "#fn-1", "It came on Fridays."),
        (
            gutenberg_file.gutenberg(),
            "#footnote-1",
            "Or so she told the others, who believed her for a year.",
        ),
        (html_file.pandoc(), "#fn1", "As sailors say."),
    ],
    ids=["fb2", "markdown", "gutenberg", "pandoc"],
)
def test_notes_of_other_formats(data: bytes, link: str, text: str) -> None:
    assert shown(reading_of(data), link) == ("Note 1", [text])


def test_the_spans_of_a_note_stay_on_their_words() -> None:
    notes = '<p id="n1">[1] Of <em>tin</em> <a href="#r1">[back]</a> and <b>lead</b>.</p>'
    found = note(story(LAMP.format('<a id="r1" href="#n1">[1]</a>'), notes), "#n1")
    assert isinstance(found, Note)
    block = found.blocks[0]
    assert block.text == "Of tin and lead."
    assert [block.text[span.start : span.end] for span in block.spans] == ["tin", "lead"]
