"""Project Gutenberg's texts: what is set apart, and what their signs stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats import gutenberg_file

from reader.formats import plaintext
from reader.formats.source import Source
from reader.formats.text.gutenberg_markup import marked_up
from reader.work.model import Block, BlockKind, Role, Style, Work


def read(data: bytes) -> Work:
    return plaintext.read(Source("99999.txt", data))


NEW = read(gutenberg_file.gutenberg())
OLD = read(gutenberg_file.old_gutenberg())


def stressed(work: Work) -> dict[str, Style]:
    return {
        block.text[span.start : span.end]: span.style
        for chapter in work.chapters
        for block in chapter.story()
        for span in block.spans
    }


@pytest.mark.parametrize("work", [NEW, OLD])
def test_the_header_names_the_work(work: Work) -> None:
    assert work.info.id == "gutenberg:99999"
    assert work.info.title.startswith("The Salt Road")
    assert work.info.authors == ("Ana Salt",)


def test_the_release_is_when_it_was_published() -> None:
    assert str(NEW.info.published) == "2019-03-04"
    assert NEW.info.language == "English"


@pytest.mark.parametrize("work", [NEW, OLD])
def test_only_the_story_is_story(work: Work) -> None:
    assert [chapter.title for chapter in work.chapters] == ["The Lamp", "The Oar"]
    story = " ".join(block.text for chapter in work.chapters for block in chapter.story())
    assert not any(word in story for word in ("Gutenberg", "Produced by", "CONTENTS", "Footnote", "=", "+"))
    last = [block for block in work.chapters[-1].blocks if block.role is Role.AFTERWORD]
    assert "Gutenberg" in last[0].text.title()


@pytest.mark.parametrize("work", [NEW, OLD])
def test_signs_are_styles_pictures_and_verse(work: Work) -> None:
    styles = stressed(work)
    assert (styles["not"], styles["said"], styles["slowly"]) == (Style.EMPHASIS, Style.STRONG, Style.EMPHASIS)
    blocks = {block.text: block for block in work.chapters[0].story()}
    assert blocks["The quay at night."].kind is BlockKind.IMAGE
    assert blocks["Salt on the oar,"].kind is BlockKind.VERSE
    assert blocks["  salt on the hand,"].continues


@pytest.mark.parametrize("work", [NEW, OLD])
def test_footnotes_are_end_notes_that_their_numbers_lead_to(work: Work) -> None:
    for chapter, label in zip(work.chapters, "12", strict=True):
        notes = [block for block in chapter.blocks if block.role is Role.END_NOTES]
        assert [block.marker for block in notes] == [label]
        links = [span.link for block in chapter.story() for span in block.spans if span.link]
        assert links == [f"#{notes[0].anchors[0]}"]
    assert next(block.text for block in work.chapters[1].blocks if block.marker) == "With the left hand."


def test_numbers_that_may_mean_two_notes_stay_as_they_are() -> None:
    twice = gutenberg_file.gutenberg().decode("utf-8-sig").replace("[2] With", "[2] One.\r\n\r\n\r\n[2] With")
    work = read(twice.encode())
    assert not [block for block in work.chapters[1].blocks if block.role is Role.END_NOTES]
    assert any(block.text == "[2] With the left hand." for block in work.chapters[1].story())


@given(st.text("ab =+_[]\u00e9", max_size=40))
def test_no_letter_is_lost_to_a_sign(text: str) -> None:
    (block,) = marked_up([Block(BlockKind.PARAGRAPH, text)])
    signs = str.maketrans("", "", "=+")
    assert block.text.translate(signs) == text.translate(signs)
    assert all(0 <= span.start < span.end <= len(block.text) for span in block.spans)
