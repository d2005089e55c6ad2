from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import plaintext
from reader.formats.source import Source
from reader.formats.text.numerals import number, roman
from reader.work.model import BlockKind, Role, Work

LONG = "The rope sang in the dark and nobody on the quay turned a head to listen. " * 6


def read(*paragraphs: str, title: str = "The Salt Stair") -> Work:
    return plaintext.read(Source("x.txt", "\n\n".join((title, *paragraphs)).encode()))


def headings(work: Work) -> list[str]:
    """The chapters' headings, the title page apart; an empty one where a chapter has none."""
    return [
        next((block.text for block in chapter.blocks if block.role is Role.TITLE and block.level == 2), "")
        for chapter in work.chapters
    ]


@pytest.mark.parametrize(
    "forms",
    [
        ("Chapter 1", "Chapter 2", "Chapter 3"),
        ("CHAPTER I: The Quay", "CHAPTER II: The Stair", "CHAPTER III: The Sea"),
        ("Chapter One", "Chapter Two", "Chapter Three"),
        ("Chapter One - The Quay", "Chapter Two - What now?", "Chapter Three - No!"),
        ("Chapter 1. The Quay", "Chapter 2. The Stair", "Chapter 3. The Sea"),
        ("Chapter the First", "Chapter the Second", "Chapter the Third"),
        ("Chapter 1 The Quay", "Chapter 2 Salt on the Stair", "Chapter 3 Home"),
        ("Prologue", "Chapter 1", "Epilogue"),
        ("Prologue: Salt", "Interlude", "Epilogue"),
        ("Part One", "Part Two", "Part Three"),
        ("1", "2", "3"),
        ("1.", "2.", "3."),
        ("1. The Quay", "2. The Stair", "3. The Sea"),
        ("I", "II", "III"),
        ("I. The Quay", "II. The Stair", "III. The Sea"),
        ("One", "Two", "Three"),
        ("Ch 1", "Ch. 2", "ch 3: Home"),
        ("Twenty", "Chapter Twenty-One", "Chapter Twenty-Two"),
    ],
)
def test_headings_as_people_write_them(forms: tuple[str, str, str]) -> None:
    text = [part for form in forms for part in (form, LONG, LONG)]
    if forms[0] == "Twenty":
        assert headings(read(*text[3:])) == list(forms[1:])
    else:
        assert headings(read(*text)) == list(forms)


@pytest.mark.parametrize("around", ["*** {} ***", "~ {} ~", "== {} ==", "# {}", "- {} -"])
def test_ornaments_around_a_heading_are_not_shown(around: str) -> None:
    parts = [part for count in (1, 2) for part in (around.format(f"Chapter {count}"), LONG, LONG)]
    assert headings(read(*parts)) == ["Chapter 1", "Chapter 2"]


@pytest.mark.parametrize(
    "numbers", [("I", "II", "III"), ("Chapter 1", "Chapter 2", "Chapter 3"), ("1.", "2.", "3.")]
)
def test_a_title_under_its_number_belongs_to_it(numbers: tuple[str, ...]) -> None:
    titles = ("The Quay", "Salt on the Stair", "HOME")
    parts = [part for one, title in zip(numbers, titles, strict=True) for part in (one, title, LONG, LONG)]
    work = read(*parts)
    assert [chapter.title for chapter in work.chapters] == list(titles)
    assert all(block.text not in titles for chapter in work.chapters for block in chapter.story())


def test_number_and_title_on_neighbouring_lines() -> None:
    work = read("CHAPTER I\nTHE QUAY", LONG, LONG, "CHAPTER II\nTHE STAIR", LONG, LONG)
    assert headings(work) == ["CHAPTER I: THE QUAY", "CHAPTER II: THE STAIR"]


def test_where_line_follows_line_a_chapter_needs_no_blank_ones() -> None:
    lines = ["Chapter 1", LONG, "“No.”", LONG, "Chapter 2: The Stair", LONG, "I", LONG]
    work = plaintext.read(Source("x.txt", "\n".join(lines).encode()))
    assert headings(work) == ["Chapter 1", "Chapter 2: The Stair"]


def test_a_part_is_named_with_its_first_chapter() -> None:
    work = read("Part One", "Chapter 1", LONG, "Chapter 2", LONG, "Part Two", "Chapter 1", LONG)
    assert headings(work) == ["Part One – Chapter 1", "Chapter 2", "Part Two – Chapter 1"]


def test_a_contents_list_is_no_row_of_chapters() -> None:
    contents = ("Contents", "Prologue", "Chapter 1: The Quay", "Chapter 2: The Stair", "Epilogue")
    chapters = ("Prologue", LONG, "Chapter 1: The Quay", LONG, "Chapter 2: The Stair", LONG, "Epilogue", LONG)
    work = read(*contents, *chapters)
    assert headings(work) == ["Prologue", "Chapter 1: The Quay", "Chapter 2: The Stair", "Epilogue"]
    front = [block.text for block in work.chapters[0].blocks if block.role is Role.PREFACE]
    assert front == list(contents)


@pytest.mark.parametrize(
    "line",
    [
        "I was there.",
        "I",
        "Chapter 3 was the worst of all.",
        "Part two of the plan failed.",
        "In chapter 4 he dies.",
        "“Chapter 1”",
        "1984",
        "3",
        "Prologue to what, she asked herself.",
        "Interlude over, they went on.",
        "One",
        "Mix",
    ],
)
def test_what_is_no_heading_stays_a_paragraph(line: str) -> None:
    work = read(LONG, line, LONG)
    assert len(work.chapters) == 1
    assert [block.text for block in work.chapters[0].story()][1] == line


def test_a_list_that_counts_is_no_row_of_chapters() -> None:
    work = read(LONG, "1. Salt", "2. Rope", "3. Lamp oil", LONG)
    assert len(work.chapters) == 1


def test_numbers_inside_chapters_are_sections() -> None:
    work = read("Chapter 1", "1", LONG, "2", LONG, "Chapter 2", "1", LONG, "2", LONG)
    assert headings(work) == ["Chapter 1", "Chapter 2"]
    sections = [block.text for block in work.chapters[0].story() if block.kind is BlockKind.HEADING]
    assert sections == ["1", "2"]


def test_text_before_chapter_two_is_chapter_one() -> None:
    work = read(LONG, LONG, "Chapter 2", LONG, "Chapter 3", LONG)
    assert headings(work) == ["Chapter 1", "Chapter 2", "Chapter 3"]
    assert len(list(work.chapters[0].story())) == 2


def test_a_short_note_before_the_first_chapter_is_front_matter() -> None:
    work = read("For Q, who knows why.", "Chapter 1", LONG, "Chapter 2", LONG)
    assert [block.text for block in work.chapters[0].blocks if block.role is Role.PREFACE] == [
        "For Q, who knows why."
    ]


@pytest.mark.parametrize("listed", [2, 3])
def test_chapters_listed_line_by_line_are_no_heading_with_a_title_under_it(listed: int) -> None:
    contents = "\n".join(f"Chapter {count}" for count in range(1, listed + 1))
    text = [part for count in range(1, listed + 1) for part in (f"Chapter {count}", LONG, LONG)]
    assert headings(read("Contents", contents, *text)) == contents.split("\n")


def test_story_before_a_second_part_is_no_front_matter() -> None:
    work = read(LONG, LONG, "Part Two", LONG)
    assert headings(work) == ["Chapter 1", "Part Two"]
    assert len(list(work.chapters[0].story())) == 2


@pytest.mark.parametrize("numbers", ["1 2 3", "I II III", "One Two Three"])
def test_a_number_on_the_first_line_heads_a_chapter_where_others_count_on(numbers: str) -> None:
    first, *others = [part for number in numbers.split() for part in (number, LONG)]
    work = read(*others, title=first)
    assert work.info.title == "x"
    assert headings(work) == numbers.split()


def test_and_is_the_title_where_none_do() -> None:
    assert read(LONG, LONG, title="Seven").info.title == "Seven"


def test_labels_of_a_copied_page_part_chapters_and_are_never_shown() -> None:
    work = read(LONG, LONG, "Chapter Text", LONG, "Chapter Text", LONG, LONG)
    assert headings(work) == ["Chapter 1", "Chapter 2", "Chapter 3"]
    assert not any("Chapter Text" in chapter.text for chapter in work.chapters)


def test_a_label_under_a_heading_begins_no_chapter_of_its_own() -> None:
    work = read(
        "Chapter 1", "Chapter Text", LONG, "Chapter 2: Salt", "Notes:", "For Q.", "Chapter Text", LONG
    )
    assert headings(work) == ["Chapter 1", "Chapter 2: Salt"]
    assert [block.text for block in work.chapters[1].blocks if block.role is Role.NOTES] == [
        "Notes",
        "For Q.",
    ]
    assert [block.text for block in work.chapters[1].story()] == [LONG.strip()]


def test_no_scene_break_stands_beside_a_heading() -> None:
    text = f"The Salt Stair\n\n\n\nChapter 1\n\n\n{LONG}\n\n{LONG}\n\n\n\nChapter 2\n\n\n\n{LONG}\n\n{LONG}\n"
    work = plaintext.read(Source("x.txt", text.encode()))
    assert all(block.kind is BlockKind.PARAGRAPH for chapter in work.chapters for block in chapter.story())


@given(st.integers(1, 399))
def test_roman_numerals_count(value: int) -> None:
    tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]
    ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    written = "C" * (value // 100) + tens[value // 10 % 10] + ones[value % 10]
    assert roman(written) == number(written.lower()) == value


@pytest.mark.parametrize("word", ["", "IIII", "VX", "IC", "civil", "lily"])
def test_what_is_no_roman_numeral(word: str) -> None:
    assert roman(word) is None
