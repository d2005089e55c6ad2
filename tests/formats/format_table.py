"""What each format gives, from whole files with everything that the format can say; `python -m` writes it.

`python -m tests.formats.format_table` puts the table into README.md.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.formats.ao3_epub import ao3_epub, ao3_epub_before_2019
from tests.formats.ao3_flattened_text import ao3_flattened
from tests.formats.ao3_page import Page, PageChapter, render
from tests.formats.ao3_pdf import ao3_pdf
from tests.formats.ao3_saved_page import CHAPTERED, saved_page
from tests.formats.epub_file import DOCUMENTS, epub
from tests.formats.fanficfare_file import fanficfare_epub, fanficfare_html, fanficfare_text
from tests.formats.fanficfare_story import STORY
from tests.formats.fb2_file import fb2
from tests.formats.fichub_file import fichub_epub, fichub_page
from tests.formats.gutenberg_file import gutenberg
from tests.formats.html_file import blog, old_archive, pandoc
from tests.formats.kindle_file import ao3_mobi, kf8, mobi
from tests.formats.markdown_file import markdown_file
from tests.formats.pdf_file import Text, pdf, set_text
from tests.formats.webtoepub_file import webtoepub_archive

from reader.formats.detect import read_work_and_format
from reader.formats.resources import resource
from reader.formats.source import Source
from reader.library.identity import is_stable
from reader.work.model import BlockKind, Role, Style, TagKind
from reader.work.titles import chapter_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.work.model import Block, Work

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- what the formats give: begin -->\n", "<!-- what the formats give: end -->\n"
NOTHING = "–"

_RICH = (
    '<p>Ana <em>had</em> sworn off.<a href="#n1">1</a></p>'
    '<p><img src="https://a.example/map.png" alt="Map"/></p><p id="n1">1. So they say.</p>'
)
_PAGE = Page(
    (
        PageChapter(_RICH, "Boat", notes="<p>Hi.</p>"),
        PageChapter("<p>Ropes sang.</p>", "Ropes", end_notes="<p>So.</p>"),
    ),
    tags={
        "Rating": ("Mature",),
        "Fandoms": ("Tidewrack", "Salt & Rope"),
        "Relationship": ("Ana/Ines",),
        "Additional Tags": ("Slow Burn",),
    },
    series_html='Part 2 of <a href="/series/5">Tides</a>',
    updated="2024-02-03",
    summary="<p>What the river keeps.</p>",
    notes="<p>For oxbow.</p>",
)
_FIRST = STORY.chapters[0]
_STORY = replace(STORY, chapters=(replace(_FIRST, html=_FIRST.html + _RICH), *STORY.chapters[1:]))


def _saved_page() -> bytes:
    page = saved_page(CHAPTERED.replace("<p>First.</p>", _RICH))
    return page.replace(b"<dt>Words:", b"<dt>Updated:</dt><dd>2024-02-03</dd><dt>Words:")


def _novel() -> bytes:
    return epub(
        {
            "chapter1.xhtml": "<h2>The Harbour</h2><p>Ana <em>had</em> sworn off"
            '<a epub:type="noteref" href="notes.xhtml#n1">1</a>.</p><p><img src="map.png" alt="Map"/></p>',
            "chapter2.xhtml": DOCUMENTS["chapter2.xhtml"],
            "notes.xhtml": '<section epub:type="footnotes"><aside epub:type="footnote" id="n1"><p>So.</p>'
            "</aside></section>",
        },
        metadata='<meta property="belongs-to-collection" id="c">Tides</meta>'
        '<meta refines="#c" property="collection-type">series</meta>'
        '<meta property="dcterms:modified">2024-02-03T10:00:00Z</meta>'
        "<dc:subject>Sea stories</dc:subject><dc:description>A coast.</dc:description>",
        extra={"map.png": b"\x89PNG"},
        identifier="urn:isbn:9780306406157",
    )


def _kindle() -> bytes:
    first = (
        "<h2>The Harbour</h2><p>Ana <i>had</i> sworn off."
        '<a href="kindle:pos:fid:0001:off:0000000000">1</a></p>'
        '<img src="kindle:embed:0001?mime=image/png"/>'
    )
    contents = [("The Harbour", 0), ("The Ledger", 1)]
    return kf8([first, DOCUMENTS["chapter2.xhtml"]], contents, images=[b"\x89PNG"])


def _page() -> bytes:
    return pandoc().replace(b"</h1><p>", f"</h1>{_RICH}<p>".encode(), 1)


def _plain_text() -> bytes:
    body = "Ana had *sworn off* the coast for good, and _nobody_ asked why.[1]\n\n[1] They knew.\n\n"
    return (
        f"The Salt Road\nby marrowlight\n\n\nChapter 1: Harbour\n\n{body}\nChapter 2: Salt\n\n{body}".encode()
    )


def _pdf() -> bytes:
    first, second = "Ana had sworn off. " * 12, "Then the boat came. " * 16
    pages = set_text(["# Chapter 1: Harbour", first, "# Chapter 2: Salt", second])
    pages[0].append(Text("really", 72, 100, font=1))
    return pdf(pages, facts={"Title": "The Salt Road", "Author": "marrowlight"})


ROWS: dict[str, Sequence[Callable[[], bytes]]] = {
    "AO3, HTML": (lambda: render(_PAGE),),
    "AO3, EPUB": (lambda: ao3_epub(_PAGE),),
    "AO3, EPUB until 2019": (lambda: ao3_epub_before_2019(_PAGE),),
    "AO3, MOBI and AZW3": (lambda: ao3_mobi(_PAGE),),
    "AO3, PDF": (ao3_pdf,),
    "AO3, page saved in a browser": (_saved_page,),
    "AO3, page pasted as text": (ao3_flattened,),
    "FanFicFare, EPUB": (lambda: fanficfare_epub(_STORY, log=("2024-01-02",)),),
    "FanFicFare, HTML": (lambda: fanficfare_html(_STORY),),
    "FanFicFare, text": (fanficfare_text,),
    "FicHub, EPUB": (lambda: fichub_epub(more=_RICH),),
    "FicHub, HTML": (lambda: fichub_page().replace(b"<p>Then the", _RICH.encode() + b"<p>Then the"),),
    "WebToEpub": (lambda: webtoepub_archive(more=_RICH),),
    "EPUB 2 and 3, any other": (_novel,),
    "MOBI and AZW3, any other": (_kindle, mobi),
    "FB2, alone or in a zip": (fb2,),
    "Markdown": (markdown_file,),
    "HTML, any other": (blog, _page, old_archive),
    "Project Gutenberg, text": (gutenberg,),
    "plain text, any other": (_plain_text,),
    "PDF, any other": (_pdf,),
}
"""Files of each kind; it gives what any of them gives."""


def table() -> str:
    """The table in Markdown, each cell what was found in the kind's files."""
    lines = [f"| | {' | '.join(FEATURES)} |", "|---" * (len(FEATURES) + 1) + "|"]
    for row, makes in ROWS.items():
        read = [(data, read_work_and_format(Source(row, data))[0]) for data in (make() for make in makes)]
        cells = [
            next(filter(None, (find(work, data) for data, work in read)), NOTHING)
            for find in FEATURES.values()
        ]
        lines.append(f"| {row} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _first(found: Iterable[str]) -> str:
    return next(filter(None, found), NOTHING)


def _typed_tags(work: Work, data: bytes) -> str:
    kinds = {tag.kind for tag in work.info.tags}
    if kinds <= {TagKind.ADDITIONAL}:
        return "subjects" if kinds else ""
    return "yes"


def _chapters(work: Work, data: bytes) -> str:
    titled = any(chapter.title for chapter in work.chapters)
    return ("with titles" if titled else "yes") if len(work.chapters) > 1 else ""


def _notes(work: Work, data: bytes) -> str:
    roles = {block.role for block in _blocks(work)}
    return "yes" if roles & {Role.NOTES, Role.END_NOTES} else ""


def _links(work: Work, data: bytes) -> str:
    anchors = {anchor for block in _blocks(work) for anchor in block.anchors}
    links = {span.link for block in _blocks(work) for span in block.spans}
    return "yes" if any(link[:1] == "#" and link[1:] in anchors for link in links) else ""


def _pictures(work: Work, data: bytes) -> str:
    targets = [block.target for block in _blocks(work) if block.kind is BlockKind.IMAGE]
    if any(resource(Source("", data), target) for target in targets):
        return "yes"
    return "as links" if any("://" in target for target in targets) else "described" if targets else ""


def _emphasis(work: Work, data: bytes) -> str:
    return (
        "yes" if any(span.style & Style.EMPHASIS for block in _blocks(work) for span in block.spans) else ""
    )


def _identity(work: Work, data: bytes) -> str:
    if is_stable(work.info.id):
        return "yes"
    return "by text" if work.info.id.startswith("sha256:") else "by file"


def _updates(work: Work, data: bytes) -> str:
    """How a newer file is known for one, and its chapters for those of the older."""
    headings = (chapter.title for chapter in work.chapters)
    by = [] if [chapter.key for chapter in work.chapters] == chapter_keys(headings) else ["chapter addresses"]
    return ", ".join([*(["date"] if work.info.updated else []), *by])


def _blocks(work: Work) -> Iterator[Block]:
    return (block for chapter in work.chapters for block in chapter.blocks)


def _yes(found: object) -> str:
    return "yes" if found else ""


FEATURES: dict[str, Callable[[Work, bytes], str]] = {
    "authors": lambda work, _: _yes(work.info.authors),
    "tags by type": _typed_tags,
    "series": lambda work, _: _yes(work.info.series),
    "language": lambda work, _: _yes(work.info.language),
    "summary": lambda work, _: _yes(work.info.summary),
    "chapters": _chapters,
    "notes apart": _notes,
    "links to notes": _links,
    "pictures": _pictures,
    "emphasis": _emphasis,
    "identity": _identity,
    "updates by": _updates,
}
"""What is looked for, and what tells it: a word for the cell, empty where it is not there."""


def written(text: str) -> str:
    """The README with the table as it is now."""
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + "\n" + table() + "\n" + END + rest.partition(END)[2]


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
