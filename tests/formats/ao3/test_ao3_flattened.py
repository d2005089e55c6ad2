from __future__ import annotations

from datetime import date

import pytest
from tests.formats.ao3_flattened_text import CHAPTERS, PREFACE

from reader.formats.ao3 import flattened
from reader.formats.source import Source, UnreadableError
from reader.work.model import Block, BlockKind, Chapter, Role, TagKind, Work


def source(text: str, *, repair: bool = True) -> Source:
    return Source("page.txt", text.encode(), repair)


@pytest.fixture(scope="module")
def work() -> Work:
    return flattened.read(source(PREFACE + CHAPTERS))


def texts(chapter: Chapter, role: Role = Role.STORY) -> list[str]:
    return [block.text for block in chapter.blocks if block.role is role]


def test_it_is_recognised_by_what_it_says() -> None:
    assert flattened.recognises(source(PREFACE + CHAPTERS))
    assert flattened.recognises(Source("x", (PREFACE + CHAPTERS).encode("utf-16")))
    assert not flattened.recognises(
        source("Ana came back.\n\nPosted originally on the fridge.\n\nRating: high\n")
    )
    assert not flattened.recognises(source("<html><body><p>" + PREFACE + CHAPTERS))
    assert not flattened.recognises(Source("x.bin", b"\x00" * 100))


def test_what_is_known_of_the_work(work: Work) -> None:
    info = work.info
    assert info.id == "ao3:7654321"
    assert info.title == "The Salt Stair"
    assert info.authors == ("marrowlight", "T Oxbow")
    assert info.language == "English"
    assert [(part.title, part.part) for part in info.series] == [("The Harbour Years", 2)]
    assert info.summary == "Ana came back.\n“Why?” asked Ines.\nNobody knew."
    assert (info.words, info.chapters_posted, info.chapters_total, info.complete) == (1234, 3, 3, True)
    assert (info.published, info.updated) == (date(2015, 8, 4), date(2017, 11, 7))
    assert info.url == "http://archiveofourown.org/works/7654321"


def test_tags_are_parted_at_commas_outside_parentheses(work: Work) -> None:
    names = {kind: work.info.names(kind) for kind in TagKind}
    assert names == {
        TagKind.RATING: ("Teen And Up Audiences",),
        TagKind.WARNING: ("No Archive Warnings Apply", "Major Character Death"),
        TagKind.CATEGORY: ("F/F",),
        TagKind.FANDOM: ("Original Work", "Tidewrack (Web Series, 2019)"),
        TagKind.RELATIONSHIP: ("Ana/Ines",),
        TagKind.CHARACTER: ("Ana", "Ines", "Teodor (the ferryman, and his dog)", "Ship's Cat"),
        TagKind.ADDITIONAL: ("Slow Burn", "Off - Stage deaths"),
    }


def test_chapters_and_their_headings(work: Work) -> None:
    assert [chapter.title for chapter in work.chapters] == ["", "The Long Way Down", ""]
    headings = [
        block.text
        for chapter in work.chapters
        for block in chapter.blocks
        if block.kind is BlockKind.HEADING and block.role is Role.TITLE
    ]
    assert headings == ["The Salt Stair", "Chapter 1", "The Long Way Down", "Chapter 3"]


def test_run_together_paragraphs_are_parted(work: Work) -> None:
    assert texts(work.chapters[0]) == [
        "The rope sang in the dark. Ana listened for a while.",
        "“Who is it?” she called.",
        "Nobody answered. “Ines?”",
        "He went on. Mr. Harrow, of course, at 5 p.m. sharp. Then the lamp went.",
        "She sat down.",
        "* * *",
        '"And now," she said.',
    ]
    assert [block.kind for block in work.chapters[0].story()][5] is BlockKind.SCENE_BREAK
    assert work.chapters[0].repaired


def test_without_repair_the_text_stays_as_it_is() -> None:
    work = flattened.read(source(PREFACE + CHAPTERS, repair=False))
    assert not any(chapter.repaired for chapter in work.chapters)
    assert texts(work.chapters[1]) == ["They went down together.“Careful,” said Ines.It was steep."]


def test_matter_has_its_roles(work: Work) -> None:
    first, second, third = work.chapters
    assert texts(first, Role.NOTES) == [
        "Notes",
        "For Quill.",
        "Thanks to all.",
        "See the end of the work for more notes",
    ]
    assert texts(second, Role.TITLE) == ["The Long Way Down", "Chapter by T Oxbow"]
    assert texts(second, Role.SUMMARY) == ["Chapter Summary", "Down they go."]
    assert texts(second, Role.NOTES) == ["Chapter Notes", "See the end of the chapter for notes"]
    assert texts(second, Role.END_NOTES) == ["Chapter End Notes", "Find me by the sea"]
    assert texts(third, Role.NOTES) == ["Chapter Notes", "Short one!"]
    assert texts(third, Role.END_NOTES) == ["End Notes", "Thanks for reading.", "Come again!"]


def test_links_to_end_notes_lead_there(work: Work) -> None:
    blocks = [block for chapter in work.chapters for block in chapter.blocks]
    links = [(block.text[span.start : span.end], span.link) for block in blocks for span in block.spans]
    assert links == [("more notes", "#endnotes"), ("notes", "#endnotes2")]
    assert [block.anchors for block in blocks if block.anchors] == [("endnotes2",), ("endnotes",)]


def test_labels_are_small_headings(work: Work) -> None:
    labels = [block for chapter in work.chapters for block in chapter.blocks if block.text.endswith("Notes")]
    assert labels
    assert all((block.kind, block.level) == (BlockKind.HEADING, 3) for block in labels)


def test_nothing_of_the_page_around_is_left(work: Work) -> None:
    blocks: list[Block] = [block for chapter in work.chapters for block in chapter.blocks]
    for scrap in ("{", "Posted originally", "Please drop by", "Preface", "Afterword", "Stats"):
        assert not [block.text for block in blocks if scrap in block.text]


def test_a_work_in_one_chapter_has_no_heading() -> None:
    preface = PREFACE.replace("3/3", "1/1")
    work = flattened.read(source(preface + "\n\n\n\nThe Salt Stair\n\n\n\nShe sat down.\n\nIt was late.\n"))
    assert len(work.chapters) == 1
    assert texts(work.chapters[0], Role.TITLE) == ["The Salt Stair", "by marrowlight, T Oxbow"]
    assert texts(work.chapters[0]) == ["She sat down.", "It was late."]


def test_a_text_with_its_paragraphs_is_not_called_repaired() -> None:
    body = "\n".join(f"She sat down and counted to {number}. Then she rose again." for number in range(40))
    work = flattened.read(source(PREFACE.replace("3/3", "1/1") + "\n\n\n\n" + body + "\nHe ran.She fell.\n"))
    assert not work.chapters[0].repaired
    assert len(texts(work.chapters[0])) == 41


def test_a_preface_without_a_story_is_refused() -> None:
    with pytest.raises(UnreadableError):
        flattened.read(source(PREFACE))
