"""Bookmarks that were written as annotations are read back as they were, and anything else does no harm."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.state.annotations import read_annotations
from reader.state.errors import StateError
from reader.state.export import Mark, web_annotations
from reader.state.records import Bookmark
from reader.work.locator import Locator

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=90)
MOMENT = datetime(2026, 11, 20, 21, 15, tzinfo=UTC)
STANDARD = {"@context", "id", "type", "motivation", "created", "modified", "body", "target"}


@st.composite
def bookmarks(draw: st.DrawFn) -> Bookmark:
    text, offset = draw(words), draw(st.integers(0, 10_000))
    before, after = draw(texts), draw(texts)
    exact, more = text[:64], (text[64:96] or after)
    start = Locator(draw(st.integers(1, 9)), draw(texts), draw(texts), offset, before, exact, more)
    end = Locator(
        start.chapter, start.chapter_key, start.chapter_title, offset + len(text), text[-32:], after, ""
    )
    colour = draw(st.sampled_from(["yellow", "violet"]))
    return Bookmark("b-7f3a9c21", "passage", start, end, text, draw(texts), colour, MOMENT, MOMENT)


@given(bookmarks())
def test_what_is_written_is_read_back(bookmark: Bookmark) -> None:
    written = web_annotations([Mark(bookmark, "ao3:1", "Title", url="https://example.org/1")])
    (read,) = read_annotations(written.encode())
    assert (read.work_id, read.source) == ("ao3:1", "https://example.org/1")
    again = read.bookmark
    assert again.end is not None
    assert bookmark.end is not None
    assert (again.id, again.text, again.note, again.colour) == (
        bookmark.id,
        bookmark.text,
        bookmark.note,
        bookmark.colour,
    )
    assert (again.created, again.changed) == (bookmark.created, bookmark.changed)
    assert again.start == bookmark.start
    assert again.end.offset == bookmark.end.offset
    (annotation,) = json.loads(written)
    assert set(annotation) <= STANDARD
    assert annotation["target"]["type"] == "SpecificResource"


keys = st.sampled_from(["target", "selector", "type", "exact", "body", "start"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["target", "selector", "type", "exact", "body", "start"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(values)
def test_any_json_is_read_or_refused(value: object) -> None:
    with_type = [{"type": "Annotation", "target": value, "motivation": value, "id": value, "created": value}]
    for written in (value, with_type):
        with suppress(StateError):
            read = read_annotations(json.dumps(written).encode())
            assert all(one.bookmark.text for one in read)


@pytest.mark.parametrize("data", [b"\xff", b"", b"[" * 200_000, b'"\\ud800"'])
def test_bytes_that_are_none_are_refused(data: bytes) -> None:
    with pytest.raises(StateError):
        read_annotations(data)
