"""Bookmarks leave Reader in forms that others understand, and nothing in them acts as markup or formula."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.state import export
from reader.state.export import Mark
from reader.state.records import Bookmark
from reader.work.locator import Locator

MADE = datetime(2026, 11, 20, 21, 15, tzinfo=UTC)
START = Locator(2, "the ledger", "The Ledger", 1200, "shut with ", "one hand", " and the lamp")
END = Locator(2, "the ledger", "The Ledger", 1345, "one hand", " and the lamp lit", " with the other")
PASSAGE = Bookmark("b-7f3a9c21", "passage", START, END, "one hand", "", "yellow", MADE, MADE)
PLACE = replace(PASSAGE, id="b-1", kind="place", end=None, text="one hand and", note="Look\nhere")
ROAD = Mark(
    PASSAGE, "ao3:1", "The Salt Road", ("marrowlight", "oxbow"), "https://example.org/1", "2. The Ledger"
)


def test_markdown_has_a_section_a_work() -> None:
    other = Mark(PLACE, "sha256:x", "Low Tide")
    assert export.markdown([ROAD, other, replace(ROAD, bookmark=PLACE)]) == (
        "# The Salt Road by marrowlight, oxbow\n\n<https://example.org/1>\n\n"
        "> one hand\n\n— 2. The Ledger, 2026-11-20\n\n"
        "> one hand and\n\nLook\nhere\n\n— 2. The Ledger, 2026-11-20\n"
        "\n# Low Tide\n\n> one hand and\n\nLook\nhere\n\n— The Ledger, 2026-11-20\n"
    )


LINES = st.lists(
    st.text(st.sampled_from("ab *_`#[]()<>!&|~=+-.\\1\t\x1b:"), min_size=1).filter(str.strip),
    min_size=1,
    max_size=3,
)


@given(LINES, LINES)
def test_no_text_acts_as_markdown(quotation: list[str], note: list[str]) -> None:
    mark = replace(PASSAGE, text="\n".join(quotation), note="\n".join(note))
    tokens = MarkdownIt().parse(export.markdown([Mark(mark, "x", "Title")]))
    kinds = [token.type for token in tokens if token.nesting >= 0]
    quotes = ["blockquote_open", "paragraph_open", "inline"]
    paragraph = ["paragraph_open", "inline"]
    assert kinds == ["heading_open", "inline", *quotes, *paragraph, *paragraph]
    inner = [child for token in tokens for child in token.children or []]
    assert {child.type for child in inner} <= {"text", "softbreak", "text_special"}
    shown = "".join(child.content for child in tokens[5].children or [])
    assert shown.replace(" ", "") == "".join(quotation).replace("\t", "").replace(" ", "").replace(
        "\x1b", "\ufffd"
    )


def test_annotations_are_the_w3cs() -> None:
    highlight, comment = json.loads(export.web_annotations([ROAD, replace(ROAD, bookmark=PLACE, url="")]))
    assert highlight["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert highlight["type"] == "Annotation"
    assert highlight["motivation"] == ["highlighting"]
    assert highlight["created"] == "2026-11-20T21:15:00.000Z"
    assert highlight["target"]["source"] == "https://example.org/1"
    assert highlight["target"]["selector"] == [
        {"type": "TextPositionSelector", "start": 1200, "end": 1345},
        {
            "type": "TextQuoteSelector",
            "exact": "one hand",
            "prefix": "shut with ",
            "suffix": " and the lamp lit with the other",
        },
    ]
    assert "creator" not in highlight
    assert comment["motivation"] == ["bookmarking", "commenting"]
    assert comment["body"] == {"type": "TextualBody", "value": "Look\nhere", "format": "text/plain"}
    assert comment["target"]["source"] == "ao3:1"
    assert comment["target"]["selector"][0]["end"] == 1208


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_table_keeps_every_text_and_runs_no_formula(text: str) -> None:
    mark = Mark(replace(PLACE, text=text, note="=1+1"), "ao3:1", "Title", ("a", "b"))
    head, row = csv.reader(io.StringIO(export.csv([mark]), newline=""))
    cells = dict(zip(head, row, strict=True))
    assert cells["text"] in (text, f"'{text}")
    assert not cells["text"].startswith(("=", "+", "-", "@"))
    assert cells["note"] == "'=1+1"
    assert (cells["authors"], cells["chapter"], cells["heading"]) == ("a; b", "2", "The Ledger")


@pytest.mark.parametrize("form", [export.markdown, export.web_annotations, export.csv])
def test_no_marks_are_no_fault(form: object) -> None:
    assert callable(form)
    assert isinstance(form([]), str)
