"""A work with everything that the archive's downloads may hold, and what they must agree on in any format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.formats.ao3_page import Page, PageChapter

if TYPE_CHECKING:
    from reader.work.model import Block, Work

PAGE = Page(
    (
        PageChapter(
            "<p>First, <em>at last</em>.</p><h2>Later</h2><p>It went on.</p><hr/><p>And on.</p>",
            "Prologue",
            summary="<p>What was.</p>",
            notes="<h2>Hello</h2><p>A note.</p>",
            end_notes="<p>Thanks.</p>",
        ),
        PageChapter("<p>Second.</p>" * 30, byline="Chapter by oxbow", end_notes="<p>Bye.</p>"),
        PageChapter("<div><p>Third.</p></div><center>~</center><p><u>Far</u> away.</p>", "The Ledger"),
    ),
    tags={"Fandom": ("Tidewrack", "Harbour, Ho!"), "Relationship": ("Ana/Ines",), "Rating": ("Not Rated",)},
    series_html='Part 2 of <a href="https://a/series/9">The Harbour</a>',
    summary="<p>Ana had sworn off the coast.</p><p>Until the post boat.</p>",
    notes="<p>For the winter.</p>",
    related_html='<li>Inspired by <a href="https://a/works/7">Rope</a> by oxbow.</li>',
    end_notes="<p>The end of it.</p>",
    inspired_html=('<a href="https://a/works/8">Knots</a> by quill',),
)


def shown(work: Work) -> list[list[Block]]:
    """The blocks without the marks at places that nothing leads to."""
    return [[block._replace(anchors=()) for block in chapter.blocks] for chapter in work.chapters]
