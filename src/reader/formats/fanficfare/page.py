"""A story that FanFicFare wrote as one HTML page: heading, table of facts, contents, chapters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats import html
from reader.formats.anchors import named
from reader.formats.assembly import ChapterDraft, assemble
from reader.formats.encoding import decode
from reader.formats.fanficfare.chapters import plain_titles, prepare, settle_notes
from reader.formats.fanficfare.entries import read_entries, read_heading
from reader.formats.fanficfare.facts import read_front, read_info
from reader.formats.file_names import title_from
from reader.formats.markup.elements import text_of
from reader.formats.markup.tree import opening, parse_text
from reader.formats.markup.walk import read_blocks
from reader.work.model import BlockKind, Role

if TYPE_CHECKING:
    from reader.formats.source import Source
    from reader.work.model import Block, Work

NAME = "fanficfare-html"

_HEADING = re.compile(r"<h1>\s*<a\s[^<>]{0,2000}>")
_SECTION = rb"""<a name=["']?section\d+["']?>\s*<h2"""
_CHAPTER = re.compile(
    r"""<a name=["']?(?P<name>section\d+)["']?>\s*<h2[^<>]{0,200}>(?P<title>.{0,2000}?)</h2>\s*</a>""",
    re.DOTALL,
)


def recognises(source: Source) -> bool:
    """Whether the page begins with a heading that is a link, and its chapters are named as FanFicFare's."""
    return _HEADING.search(opening(source.data)) is not None and re.search(_SECTION, source.data) is not None


def read(source: Source) -> Work:
    """The story; what is none after all is read as any page. Raises `UnreadableError`.

    The page is cut at its chapters' headings and each part parsed alone: what is not closed in one chapter
    then can't reach into the next.
    """
    text = decode(source.data)
    headings = list(_CHAPTER.finditer(text))
    if not headings:
        return html.read(source)
    before = parse_text(text[: headings[0].start()] or "<p>")
    about = read_heading(before)
    entries = read_entries(before)
    info = read_info(entries, title=about.title, authors=about.authors, url=about.url)
    titles = plain_titles([_title(found["title"]) for found in headings])
    ends = [*(found.start() for found in headings[1:]), len(text)]
    drafts = tuple(
        ChapterDraft(title, _chapter(found["name"], text[found.end() : end]))
        for title, found, end in zip(titles, headings, ends, strict=True)
    )
    cover = [block for block in read_blocks(before, role=Role.PREFACE) if block.kind is BlockKind.IMAGE][:1]
    info = info if info.title else info._replace(title=title_from(source.name))
    return assemble(info, drafts, front=(*cover, *read_front(entries)))


def _title(markup: str) -> str:
    return text_of(parse_text(f"<p>{markup}</p>"))


def _chapter(name: str, markup: str) -> tuple[Block, ...]:
    """The blocks of a chapter, the first of them with the name that links in the page have for it."""
    root = parse_text(f"<body>{markup}</body>")
    prepare(root)
    return named(settle_notes(read_blocks(root)), (name,))
