"""Whole files of every format and of every maker of EPUBs, by the kind that they are of."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tests.formats.ao3_epub import ao3_epub, ao3_epub_before_2019
from tests.formats.ao3_flattened_text import ao3_flattened
from tests.formats.ao3_labelled_epub import labelled_epub
from tests.formats.ao3_page import Page, PageChapter, render
from tests.formats.ao3_saved_page import saved_page
from tests.formats.epub_anthology import anthology
from tests.formats.epub_file import DOCUMENTS, epub, zipped
from tests.formats.fanficfare_file import fanficfare_epub, fanficfare_html, fanficfare_text
from tests.formats.fanficfare_story import STORY
from tests.formats.fb2_file import MAIN, NOTES, Fb2, fb2
from tests.formats.fichub_file import fichub_epub, fichub_page
from tests.formats.gutenberg_file import gutenberg, old_gutenberg
from tests.formats.html_file import blog, forum_thread, old_archive, pandoc
from tests.formats.html_file import gutenberg as gutenberg_page
from tests.formats.kindle_file import CHAPTERS, HUFFMAN, STORED, ao3_mobi, kf8, mobi
from tests.formats.markdown_file import markdown_file
from tests.formats.pdf_file import pdf, set_text
from tests.formats.webtoepub_file import webtoepub_archive, webtoepub_fanfiction

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = Page(
    (
        PageChapter("<p>The boat <em>came</em>.</p><hr/><p>Nobody met it.</p>", "Boat", notes="<p>Hi.</p>"),
        PageChapter(
            '<p>Ropes sang.<br/>All night.</p><img src="map.png" alt="A map"/><ul><li>Salt</li></ul>',
            "Ropes",
            summary="<p>Of ropes.</p>",
            end_notes="<p>The end.</p>",
        ),
    ),
    tags={
        "Rating": ("Mature",),
        "Archive Warning": ("No Archive Warnings Apply",),
        "Category": ("F/F",),
        "Fandoms": ("Tidewrack", "Salt & Rope"),
        "Relationship": ("Ana/Ines",),
        "Characters": ("Ana", "Ines"),
        "Additional Tags": ("Slow Burn",),
    },
    series_html='Part 2 of <a href="/series/5">Tides</a>',
    collections=("Winter Exchange",),
    summary="<p>What the river keeps.</p>",
    notes="<p>For oxbow.</p>",
    end_notes="<p>Thank you.</p>",
)
_NOVEL = {
    **DOCUMENTS,
    "notes.xhtml": '<section epub:type="footnotes"><aside epub:type="footnote" id="n1"><p>Or so.</p></aside>'
    "</section>",
    "chapter3.xhtml": '<h2>Salt</h2><p>A word<a epub:type="noteref" href="notes.xhtml#n1">1</a>.</p>'
    '<p><img src="map.png" alt="A map"/></p><table><tr><td>1</td><td>2</td></tr></table>',
}
_STORY = replace(STORY, chapters=STORY.chapters[:2])
_SERIES = (
    '<meta property="belongs-to-collection" id="c">Tides</meta>'
    '<meta refines="#c" property="collection-type">series</meta>'
    '<meta refines="#c" property="group-position">2</meta>'
    "<dc:subject>Sea stories</dc:subject><dc:description>A coast.</dc:description>"
)
_PARAGRAPHS = ["# Chapter 1: Harbour", "Ana had sworn off the coast. " * 12, "# Chapter 2: Salt", "So. " * 40]


class Sample(NamedTuple):
    """A file as it is made, and what it is called."""

    name: str
    make: Callable[[], bytes]


SAMPLES: dict[str, tuple[Sample, ...]] = {
    "AO3 HTML": (Sample("a.html", lambda: render(PAGE)),),
    "AO3 page": (Sample("a.html", saved_page),),
    "AO3 text": (Sample("a.txt", ao3_flattened),),
    "AO3 EPUB": (Sample("a.epub", lambda: ao3_epub(PAGE)),),
    "AO3 EPUB before 2019": (Sample("a.epub", lambda: ao3_epub_before_2019(PAGE)),),
    "AO3 EPUB of labels": (Sample("a.epub", labelled_epub),),
    "FanFicFare EPUB": (
        Sample("a.epub", lambda: fanficfare_epub(_STORY, cover=True, log=("2024-01-02",))),
        Sample("a.epub", lambda: fanficfare_epub(_STORY, version=3, title_page="table")),
        Sample("a.epub", lambda: fanficfare_epub(_STORY, old=True)),
    ),
    "FanFicFare HTML": (Sample("a.html", lambda: fanficfare_html(_STORY)),),
    "FanFicFare text": (Sample("a.txt", fanficfare_text),),
    "FicHub EPUB": (Sample("a.epub", fichub_epub),),
    "FicHub HTML": (Sample("a.html", fichub_page),),
    "WebToEpub": (Sample("a.epub", webtoepub_fanfiction), Sample("a.epub", webtoepub_archive)),
    "EpubMerge": (Sample("a.epub", anthology),),
    "EPUB": (
        Sample("a.epub", lambda: epub(_NOVEL, metadata=_SERIES, extra={"map.png": b"\x89PNG"})),
        Sample("a.epub", lambda: epub(version=2)),
    ),
    "FB2": (
        Sample("a.fb2", lambda: fb2(Fb2(bodies=MAIN.replace("{filler}", "") + NOTES))),
        Sample("a.fb2.zip", lambda: zipped({"a.fb2": fb2()})),
    ),
    "Kindle": (
        Sample("a.mobi", lambda: ao3_mobi(PAGE)),
        Sample("a.mobi", lambda: mobi(compression=STORED, listed=False)),
        Sample("a.mobi", lambda: mobi(compression=HUFFMAN)),
        Sample("a.azw3", lambda: kf8(list(DOCUMENTS.values()), [("One", 0), ("Two", 1)])),
    ),
    "PDF": (Sample("a.pdf", lambda: pdf(set_text(_PARAGRAPHS), facts={"Title": "Salt"})),),
    "Markdown": (Sample("a.md", markdown_file),),
    "HTML": (
        Sample("a.html", blog),
        Sample("a.html", old_archive),
        Sample("a.html", forum_thread),
        Sample("a.html", pandoc),
        Sample("a.html", gutenberg_page),
    ),
    "text": (Sample("a.txt", gutenberg), Sample("a.txt", old_gutenberg)),
}
"""By a kind's name, which failures show, a file of each shape it has."""


def _changed_kindle(change: Callable[[str], str]) -> bytes:
    chapters = [(title, change(body)) for title, body in CHAPTERS]
    return mobi(chapters, before=change(""), compression=STORED)


def _changed_pdf(change: Callable[[str], str]) -> bytes:
    texts = [change(text).encode("cp1252", "ignore").decode("cp1252") for text in _PARAGRAPHS]
    facts = {"Title": change("Salt"), "Author": change("marrowlight")}
    return pdf(set_text(texts), facts=facts, outline=[(change("Harbour"), 0)])


REMADE = {"Kindle": _changed_kindle, "PDF": _changed_pdf}
"""Files made of changed texts, where changes to the bytes seldom come so far."""


@cache
def made(kind: str, number: int) -> bytes:
    """The file of one sample, made once."""
    return SAMPLES[kind][number].make()
