"""HTML that is no download of an archive: a page of text with its title, chapters at its headings."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.formats.assembly import ChapterDraft, assemble
from reader.formats.file_names import title_from
from reader.formats.markup.elements import text_of
from reader.formats.markup.inline import without_controls
from reader.formats.markup.tree import drop, opening, parse
from reader.formats.markup.walk import read_blocks
from reader.formats.source import UnreadableError
from reader.work.model import BlockKind, Role, WorkInfo
from reader.work.titles import folded

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reader.formats.source import Source
    from reader.work.model import Block, Work

NAME = "html"

_PAGE = re.compile(
    r"(?>\s+|<!--.*?-->|<\?[^>]*>)*+<(?:!doctype\s+html|/?(?:html|head|body|title|meta|style|div|p|h[1-6]|br|hr|"
    r"span|a|b|i|em|strong|center|article|section|main|table|ul|ol|blockquote|pre)[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(r"</p>|</div>|<br\s*/?>|</h[1-6]>|</li>", re.IGNORECASE)
_ENOUGH_MARKS = 5
_FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search"})
_MOST_CHAPTERS = 2000
_LONGEST_FRONT = 2000
"""Code points before the first heading; more is a chapter of its own."""
_CONTENTS = frozenset({"contents", "table of contents", "chapters", "index"})


def recognises(source: Source) -> bool:
    """Whether the file is HTML: it begins like a page, or is full of tags."""
    head = opening(source.data)
    return _PAGE.match(head) is not None or len(_MARK.findall(head)) >= _ENOUGH_MARKS


def read(source: Source) -> Work:
    """The page as a work. Raises `UnreadableError` where it holds no text."""
    root = parse(source.data)
    title = _title(root, source.name)
    body = root.find("body")
    content = _content(root if body is None else body)
    blocks = read_blocks(content)
    if not any(block.text for block in blocks):
        raise UnreadableError("There is nothing to read in it.")
    lang = root.get("lang") or root.get("xml:lang")
    front, drafts = _chapters(blocks, title)
    return assemble(WorkInfo(id="", title=title, authors=_authors(root), language=lang), drafts, front=front)


def _title(root: _Element, name: str) -> str:
    """The page's `<title>`, else its only h1, else the file's name."""
    headings = [text_of(found) for found in root.iter("h1")]
    given = next((text_of(found) for found in root.iter("title")), "")
    return given or (headings[0] if len(headings) == 1 else "") or title_from(name)


def _authors(root: _Element) -> tuple[str, ...]:
    names = (
        meta.get("content", "") for meta in root.iter("meta") if meta.get("name", "").lower() == "author"
    )
    return tuple(name for name in (without_controls(" ".join(name.split())) for name in names) if name)


def _content(body: _Element) -> _Element:
    """The part of a page that holds its text, without menus and the like."""
    furniture = [element for element in body.iter() if _is_furniture(element)]
    for element in furniture:
        drop(element)
    mains = [*body.iter("main")] or [*body.iter("article")]
    return mains[0] if len(mains) == 1 and "".join(mains[0].itertext()).strip() else body


def _is_furniture(element: _Element) -> bool:
    return element.tag == "nav" or element.get("role", "") in _FURNITURE_ROLES


def _chapters(blocks: list[Block], title: str) -> tuple[tuple[Block, ...], tuple[ChapterDraft, ...]]:
    """What stands before the first chapter, and the chapters.

    They begin at the largest headings of which there are several; one that repeats the title is left out.
    """
    if blocks and blocks[0].kind is BlockKind.HEADING and folded(blocks[0].text) == folded(title):
        blocks = blocks[1:]
    level = _chapter_level(blocks)
    if not level:
        return (), (ChapterDraft("", tuple(blocks)),)
    starts = [index for index, block in enumerate(blocks) if _is_heading(block, level)]
    drafts = [
        ChapterDraft(blocks[start].text, _with_anchors(blocks[start], blocks[start + 1 : end]))
        for start, end in pairwise([*starts, len(blocks)])
    ]
    front = blocks[: starts[0]]
    if sum(len(block.text) for block in front) > _LONGEST_FRONT:
        drafts.insert(0, ChapterDraft("", tuple(front)))
        front = []
    chapters = [draft for draft in drafts if not _is_contents(draft)]
    return tuple(replace(block, role=Role.PREFACE) for block in front), tuple(chapters or drafts)


def _chapter_level(blocks: list[Block]) -> int:
    """The level of heading that begins a chapter; 0 where the page is one chapter."""
    for level in (1, 2):
        if 1 < sum(_is_heading(block, level) for block in blocks) <= _MOST_CHAPTERS:
            return level
    return 0


def _is_heading(block: Block, level: int) -> bool:
    return block.kind is BlockKind.HEADING and block.level == level


def _with_anchors(heading: Block, blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks after a heading, the first of them with the heading's anchors."""
    if not blocks or not heading.anchors:
        return tuple(blocks)
    return (replace(blocks[0], anchors=heading.anchors + blocks[0].anchors), *blocks[1:])


def _is_contents(draft: ChapterDraft) -> bool:
    """Whether it is a list of links to the chapters, which the reader has already."""
    return folded(draft.heading) in _CONTENTS and all(
        any(span.link.startswith("#") for span in block.spans) for block in draft.blocks
    )
