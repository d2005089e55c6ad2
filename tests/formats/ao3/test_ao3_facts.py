from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.ao3.facts import (
    Stats,
    is_comment_plea,
    is_notes_link,
    posted_url,
    read_stats,
)
from reader.formats.labels import Fact, field_of, label_heading, matter_role
from reader.work.model import BlockKind, Role, TagKind


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Rating:", TagKind.RATING),
        ("Archive Warning:", TagKind.WARNING),
        ("Archive Warnings:", TagKind.WARNING),
        ("Category:", TagKind.CATEGORY),
        ("Categories:", TagKind.CATEGORY),
        ("Fandom", TagKind.FANDOM),
        (" Fandoms: ", TagKind.FANDOM),
        ("Relationships:", TagKind.RELATIONSHIP),
        ("Characters:", TagKind.CHARACTER),
        ("Additional\n Tags:", TagKind.ADDITIONAL),
        ("Language:", Fact.LANGUAGE),
        ("Series:", Fact.SERIES),
        ("Collections:", Fact.COLLECTIONS),
        ("Stats:", Fact.STATS),
        ("Hits:", None),
        ("", None),
    ],
)
def test_a_label_in_singular_or_plural_names_its_field(label: str, field: TagKind | Fact | None) -> None:
    assert field_of(label) == field


@pytest.mark.parametrize(
    ("text", "stats"),
    [
        (
            "\n Published: 2019-03-01\n  Completed: 2021-05-09\n Words: 331,311\n Chapters: 1,012/1,012\n",
            Stats(date(2019, 3, 1), date(2021, 5, 9), 331311, 1012, 1012),
        ),
        (
            "Published: 2020-01-02 Updated: 2020-02-03 Words: 900 Chapters: 3/?",
            Stats(date(2020, 1, 2), date(2020, 2, 3), 900, 3, None),
        ),
        ("Published: 2020-01-02 Chapters: 9/9 Words: 14394", Stats(date(2020, 1, 2), None, 14394, 9, 9)),
        ("Published: 2020-13-45 Words: many", Stats()),
        ("", Stats()),
    ],
)
def test_stats(text: str, stats: Stats) -> None:
    assert read_stats(text) == stats


@given(st.integers(0, 10**9), st.integers(1, 5000), st.none() | st.integers(1, 5000))
def test_figures_come_back_as_they_were_written(words: int, posted: int, total: int | None) -> None:
    ends = f"{total:,}" if total else "?"
    stats = read_stats(f"Published: 2024-02-29 Words: {words:,} Chapters: {posted:,}/{ends}")
    assert (stats.words, stats.posted, stats.total) == (words, posted, total)
    assert stats.complete is (posted == total)


def test_without_a_chapter_count_it_is_unknown_whether_it_is_complete() -> None:
    assert read_stats("Completed: 2020-01-01 Words: 10").complete is None


def test_the_address_stands_in_the_message() -> None:
    line = "Posted originally on the Archive of Our Own at http://archiveofourown.org/works/123."
    assert posted_url("The Salt Road\n  " + line) == "http://archiveofourown.org/works/123"
    assert posted_url("Posted on a wall") == ""


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Summary", Role.SUMMARY),
        ("Chapter Summary", Role.SUMMARY),
        ("Notes:", Role.NOTES),
        ("Chapter Notes", Role.NOTES),
        ("End Notes", Role.END_NOTES),
        ("Chapter End Notes", Role.END_NOTES),
        ("Works inspired by this one:", Role.AFTERWORD),
        ("Note", None),
    ],
)
def test_labels_of_matter(label: str, role: Role | None) -> None:
    assert matter_role(label) is role


def test_a_label_is_shown_as_a_heading_without_its_colon() -> None:
    heading = label_heading("Chapter\n  Notes:", Role.NOTES)
    assert (heading.kind, heading.text, heading.role) == (BlockKind.HEADING, "Chapter Notes", Role.NOTES)


def test_lines_that_the_archive_added() -> None:
    assert is_notes_link("\n See the end of the work for more notes\n ")
    assert is_notes_link("(See the end of the chapter for notes.)")
    assert not is_notes_link("See the end of the work for yourself, and keep the notes")
    assert is_comment_plea(
        "Please drop by the Archive and comment to let the creator know if you enjoyed their work!"
    )
    assert not is_comment_plea("Please drop by the harbour")
