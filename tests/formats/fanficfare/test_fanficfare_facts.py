from __future__ import annotations

from itertools import pairwise
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.fanficfare_file import fanficfare_epub, fanficfare_html, fanficfare_text

from reader.formats.detect import read_work_and_format
from reader.formats.fanficfare.chapters import plain_titles
from reader.formats.fanficfare.entries import TitleEntry, read_entries
from reader.formats.fanficfare.facts import read_info
from reader.formats.fanficfare.labels import meaning_of
from reader.formats.fanficfare.wrapping import goes_on, joined, width_of
from reader.formats.labels import Fact
from reader.formats.markup.tree import parse_text
from reader.formats.source import Source, UnreadableError
from reader.work.model import SeriesPart, TagKind


@given(
    st.lists(
        st.from_regex(r"[a-z]{1,9}(-[a-z]{1,9}){0,2}(--[a-z]{1,9})?", fullmatch=True), min_size=1, max_size=20
    )
)
def test_wrapped_words_are_put_back_together(words: list[str]) -> None:
    text = " ".join(words)
    lines = wrap(text, 30)

    assert joined(lines) == text
    assert all(goes_on(before, after, 30) for before, after in pairwise(lines))


def test_the_width_is_seen_in_the_lines() -> None:
    assert width_of(["a" * 77, "a" * 40]) == 78
    assert width_of(["a" * 59, "a" * 40]) == 59
    assert width_of(["a" * 78] * 30 + ["a" * 400]) == 78
    assert width_of(["a" * 400, "a" * 40]) == 0
    assert not goes_on("a" * 400, "b", 0)


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("Category", TagKind.FANDOM),
        ("Fandoms", TagKind.FANDOM),
        ("Genre:", TagKind.ADDITIONAL),
        ("Freeform Tags", TagKind.ADDITIONAL),
        ("AO3 Categories", TagKind.CATEGORY),
        ("Pairings", TagKind.RELATIONSHIP),
        ("Relationships", TagKind.RELATIONSHIP),
        ("Warnings", TagKind.WARNING),
        ("Series", Fact.SERIES),
        ("Additional Series", Fact.SERIES),
        ("Chapters/Total Chapters", Fact.CHAPTERS),
        ("Status", Fact.STATUS),
        ("Packaged", Fact.FILE),
        ("Kudos", None),
    ],
)
def test_labels(label: str, meaning: TagKind | Fact | None) -> None:
    assert meaning_of(label) == meaning


def test_series_with_and_without_a_part() -> None:
    entries = [TitleEntry("Series", "Salt [and] Rope [2.5]"), TitleEntry("Additional Series", "The Quay")]
    info = read_info(entries, title="T", authors=(), url="")
    assert info.series == (SeriesPart("Salt [and] Rope", 2.5), SeriesPart("The Quay"))


@pytest.mark.parametrize(
    ("status", "complete"), [("Completed", True), ("In-Progress", False), ("Lost", None)]
)
def test_a_status_says_whether_more_is_to_come(status: str, complete: bool | None) -> None:
    info = read_info(
        [TitleEntry("Status", status), TitleEntry("Chapters", "4")], title="T", authors=(), url=""
    )
    assert info.complete is complete
    assert info.chapters_total == (4 if complete else None)


def test_marks_and_numbers_before_titles() -> None:
    assert plain_titles(["1. One", "2. (new) Two"]) == ("One", "Two")
    assert plain_titles(["(new) One", "Two"]) == ("One", "Two")
    assert plain_titles(["1. One", "7. Two"]) == ("1. One", "7. Two")
    assert plain_titles(["1. ", "2. Two"]) == ("1. ", "Two")


def test_labels_within_a_summary_are_a_part_of_it() -> None:
    page = (
        "<div><b>Genre:</b> Drama<br/><b>Summary:</b> <div><p><b>Warning:</b> it rains.</p>"
        "<b>Rating:</b> wet</div><br/><b>Words:</b> 9<br/></div>"
    )
    entries = read_entries(parse_text(page))

    assert [entry.label for entry in entries] == ["Genre", "Summary", "Words"]
    assert entries[1].text == "Warning: it rains.Rating: wet"


@given(
    st.sampled_from([fanficfare_html(), fanficfare_text(), fanficfare_epub(log=("2023-01-02",))]), st.data()
)
def test_damaged_files_are_works_or_refused(file: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(file) - 1))
    end = data.draw(st.integers(start, min(len(file), start + 2000)))
    put = data.draw(
        st.one_of(st.binary(max_size=8), st.sampled_from([b"<", b"</b>", b"\n\n\t", b"&#0;", b"<b>X:</b>"]))
    )
    damaged = file[:start] + put + file[end:]
    try:
        work, _ = read_work_and_format(Source("x", damaged))
    except UnreadableError:
        return
    assert work.chapters
