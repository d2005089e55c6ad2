from __future__ import annotations

import random
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.benchmarks.made_works import prose
from tests.formats.ao3_pdf import ao3_chapter, ao3_pages
from tests.formats.pdf_file import HEIGHT, Text, pdf, set_text

from reader.formats.detect import read_work_and_format
from reader.formats.pdf.hyphens import Vocabulary
from reader.formats.source import Source, UnreadableError
from reader.work.model import Role, Style, Tag, TagKind

if TYPE_CHECKING:
    from reader.work.model import Work

CHAPTERS = ("Chapter 1: The Harbour", "Chapter 2: The Ledger", "Chapter 3: Salt")
FACTS = {"Title": "The Salt Road", "Author": "marrowlight; oxbow"}


@pytest.fixture(autouse=True)
def _library(request: pytest.FixtureRequest) -> None:
    if "without_library" not in request.node.name:
        pytest.importorskip("pypdfium2")


def read(data: bytes) -> Work:
    return read_work_and_format(Source("Salt_Road.pdf", data))[0]


def story(work: Work) -> list[list[str]]:
    return [[block.text for block in chapter.story()] for chapter in work.chapters]


def chaptered(words: int, seed: int) -> list[tuple[str, list[str]]]:
    return [(title, prose(words, seed + at).split("\n\n")) for at, title in enumerate(CHAPTERS)]


def typed(work: list[tuple[str, list[str]]]) -> list[str]:
    return [text for title, paragraphs in work for text in (f"# {title}", *paragraphs)]


@given(
    seed=st.integers(0, 1000),
    columns=st.integers(38, 64),
    shape=st.sampled_from([(2, 0.0), (4, 0.0), (0, 0.8), (2, 1.0)]),
    foot=st.sampled_from(["", "#", "Page # of 40"]),
)
@settings(max_examples=25)
def test_paragraphs_and_chapters_are_found_again(
    seed: int, columns: int, shape: tuple[int, float], foot: str
) -> None:
    work = chaptered(500, seed)
    pages = set_text(
        typed(work), columns=columns, indent=shape[0], gap=shape[1], rows=30, head="The Salt Road", foot=foot
    )
    found = read(pdf(pages, facts=FACTS))
    assert [chapter.title for chapter in found.chapters] == ["The Harbour", "The Ledger", "Salt"]
    if shape[0]:
        assert story(found) == [paragraphs for _, paragraphs in work]
    else:  # a page may end where a paragraph does, and nothing then tells
        words = [" ".join(paragraphs).split() for _, paragraphs in work]
        assert [" ".join(paragraphs).split() for paragraphs in story(found)] == words
    assert found.info.title == "The Salt Road"
    assert found.info.authors == ("marrowlight", "oxbow")


def test_an_outline_says_which_lines_are_headings() -> None:
    pages = set_text(["Tides", *prose(300, 1).split("\n\n")]) + set_text(
        ["Ropes", *prose(300, 2).split("\n\n")]
    )
    found = read(pdf(pages, outline=[("Tides", 0), ("Ropes", len(pages) // 2)]))
    assert [chapter.title for chapter in found.chapters] == ["Tides", "Ropes"]


def test_a_heading_of_several_lines_is_the_one_that_the_outline_says() -> None:
    pages = [
        page
        for number, name in ((1, "The Tides"), (2, "The Ropes"))
        for page in set_text(["III"[:number], name, *prose(300, number).split("\n\n")])
    ]
    outline = [("I: The Tides", 0), ("II: The Ropes", len(pages) // 2)]
    found = read(pdf(pages, outline=outline))
    assert [chapter.title for chapter in found.chapters] == ["The Tides", "The Ropes"]
    assert not any(block.text in ("I", "II") for chapter in found.chapters for block in chapter.story())


def test_styles_and_links_are_kept() -> None:
    line = [
        Text("She said ", 72, 700),
        Text("never", 72 + 9 * 7.2, 700, font=1),
        Text(" once, in a ", 72 + 14 * 7.2, 700),
        Text("letter", 72 + 26 * 7.2, 700, font=2, link="https://example.org/x"),
        Text(".", 72 + 32 * 7.2, 700),
    ]
    (block,) = read(pdf([line])).chapters[0].story()
    assert block.text == "She said never once, in a letter."
    marked = [(block.text[span.start : span.end], span.style, span.link) for span in block.spans]
    assert marked == [
        ("never", Style.EMPHASIS, ""),
        ("letter", Style.STRONG, "https://example.org/x"),
    ]


def test_columns_are_read_one_after_the_other() -> None:
    paragraphs = prose(260, 3).split("\n\n")
    (left,) = set_text(paragraphs[:2], columns=28, rows=44)
    (right,) = set_text(paragraphs[2:4], columns=28, rows=44)
    page = [*left, *(Text(text.text, text.left + 250, text.base) for text in right)]
    assert story(read(pdf([page]))) == [paragraphs[:4]]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("the har-", "bour was", "the harbour was"),
        ("a well-", "known man", "a well-known man"),
        ("Anne-", "Marie came", "Anne-Marie came"),
        ("the long\xad", "ing for", "the longing for"),
        ("a pause -", "then more", "a pause - then more"),
        ("he said—", "but no", "he said—but no"),
        ("plain", "words", "plain words"),
        ("1914-", "1918", "1914-1918"),
    ],
)
def test_words_cut_at_the_end_of_a_line(before: str, after: str, expected: str) -> None:
    vocabulary = Vocabulary(["in the harbour we", "so well I", "a known thing that", "x known well y"])
    cut, between = vocabulary.join(before, after)
    assert before[: len(before) - cut] + between + after == expected


def test_a_download_has_its_tags_chapters_and_notes() -> None:
    one, two = prose(150, 4).split("\n\n"), prose(180, 5).split("\n\n")
    pages = [
        *ao3_pages(),
        ao3_chapter("Chapter 1: The Harbour", "Late again.", one, ""),
        ao3_chapter("Chapter 2: The Ledger", "", two, "Not the end."),
        [Text("End Notes", 41, 740), Text("Thank you.", 66, 700)],
    ]
    found = read(
        pdf(pages, outline=[("Preface", 0), ("Chapter 1: The Harbour", 2), ("Chapter 2: The Ledger", 3)])
    )
    assert (found.info.id, found.info.title, found.info.authors) == (
        "ao3:1234567",
        "The Salt Road",
        ("marrowlight",),
    )
    assert found.info.tags == (
        Tag(TagKind.RATING, "Mature"),
        Tag(TagKind.FANDOM, "Tidewrack"),
        Tag(TagKind.FANDOM, "Salt, and Rope"),
    )
    assert (found.info.words, found.info.chapters_posted, found.info.complete) == (1200, 2, False)
    assert found.info.summary == "What the river keeps."
    assert [chapter.title for chapter in found.chapters] == ["The Harbour", "The Ledger"]
    assert story(found) == [one, two]
    matter = [
        (block.role, block.text)
        for chapter in found.chapters
        for block in chapter.blocks
        if block.role not in (Role.STORY, Role.TITLE)
    ]
    assert matter == [
        (Role.SUMMARY, "Summary"),
        (Role.SUMMARY, "What the river keeps."),
        (Role.NOTES, "Notes"),
        (Role.NOTES, "For oxbow."),
        (Role.NOTES, "Chapter Notes"),
        (Role.NOTES, "Late again."),
        (Role.END_NOTES, "Chapter End Notes"),
        (Role.END_NOTES, "Not the end."),
        (Role.END_NOTES, "End Notes"),
        (Role.END_NOTES, "Thank you."),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf(set_text(["Never."]), encrypted=True), "encrypted"),
        (pdf([[], []], picture=True), "pictures of pages"),
        (pdf([[]]), "nothing to read"),
        (b"%PDF-1.7\n%\xe2\xe3", "damaged"),
        (pdf(set_text(["Never."]))[:200], "damaged"),
    ],
    ids=["encrypted", "pictures", "empty", "head", "cut off"],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(data)


def test_without_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableError, match=r"pip install 'terminal-reader\[pdf\]'"):
        read(pdf(set_text(["Never."])))


@given(st.integers(0, 2**32))
def test_no_change_of_bytes_does_worse_than_be_refused(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(
        pdf(set_text(typed(chaptered(60, 1)), head="Salt", foot="#"), facts=FACTS, outline=[("x", 0)])
    )
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(8, len(data))] = chance.randrange(256)
    with suppress(UnreadableError):
        assert read(bytes(data)).chapters


def test_text_steers_no_terminal() -> None:
    found = read(pdf([[Text("A bell \x07 and [bold]", 72, HEIGHT - 100)]], facts={"Title": "\x1b[2J Salt"}))
    assert "\x07" not in found.chapters[0].text
    assert "[bold]" in found.chapters[0].text
    assert "\x1b" not in found.info.title
