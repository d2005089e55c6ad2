"""HTML that is no download of an archive: a page of text with its title, chapters at its headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.assembly import assemble
from reader.formats.chapters_by_heading import CONTENTS, chapters, has_chapters
from reader.formats.file_names import title_from
from reader.formats.markup.elements import text_of
from reader.formats.markup.style_sheets import apply_page_styles
from reader.formats.markup.tree import opening, parse
from reader.formats.markup.walk import read_blocks
from reader.formats.page.content import is_of_frames, story_of
from reader.formats.page.facts import read_facts
from reader.formats.page.gutenberg import set_apart
from reader.formats.page.opening import split_opening
from reader.formats.page.typed_headings import with_typed_headings
from reader.formats.source import UnreadableError
from reader.work.model import BlockKind, Role
from reader.work.titles import folded

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reader.formats.page.facts import PageFacts
    from reader.formats.source import Source
    from reader.formats.text.gutenberg import Wrapping
    from reader.work.model import Block, Work, WorkInfo

NAME = "html"

_PAGE = re.compile(
    r"(?>\s+|<!--.*?-->|<\?[^>]*>)*+<(?:!doctype\s+html|/?(?:html|head|body|title|meta|style|div|p|h[1-6]|br|hr|"
    r"span|a|b|i|em|strong|center|article|section|main|table|ul|ol|blockquote|pre)[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(r"</p>|</div>|<br\s*/?>|</h[1-6]>|</li>", re.IGNORECASE)
_ENOUGH_MARKS = 5
"""Ends of elements in the head of a file, so many as no plain text holds by chance."""
_LONGEST_TITLE = 500
"""Code points; what is longer is searched for no byline."""
_FEWEST_LINKS = 3
"""A row of so many links into the page, before the story, is its table of contents."""


def recognises(source: Source) -> bool:
    """Whether the file is HTML: it begins like a page, or is full of tags."""
    head = opening(source.data)
    return _PAGE.match(head) is not None or len(_MARK.findall(head)) >= _ENOUGH_MARKS


def read(source: Source) -> Work:
    """The page as a work. Raises `UnreadableError` where it holds no text."""
    root = parse(source.data)
    apply_page_styles(root)
    facts = read_facts(root)
    title = _title(root, facts.title)
    body = root.find("body")
    blocks = read_blocks(story_of(root if body is None else body))
    if not any(block.text for block in blocks):
        if is_of_frames(root):
            raise UnreadableError("It is a page of frames: open the page in them that holds the story.")
        raise UnreadableError("There is nothing to read in it.")
    wrapping, head, blocks, tail = set_apart(blocks)
    said, about, story = split_opening(blocks, (wrapping.title if wrapping else "") or title)
    if not has_chapters(story):
        story = with_typed_headings(story)
    info = _info(facts, wrapping, said.info, title or title_from(source.name))
    back = tuple(block for block in story if block.role is Role.END_NOTES and block.text)
    story = [block for block in story if block.role is not Role.END_NOTES]
    front, drafts = chapters(story or blocks, info.title)
    front = (*head, *about, *_without_contents(front))
    return assemble(info, drafts, front=front, back=(*back, *tail))


def _info(facts: PageFacts, wrapping: Wrapping | None, own: WorkInfo, title: str) -> WorkInfo:
    """The facts, those that stand in the text itself first: heads are often the site's and not the work's."""
    authors = (wrapping.authors if wrapping else ()) or own.authors or facts.authors
    return own._replace(
        id=(wrapping.id if wrapping else "") or facts.identity or own.id,
        title=(wrapping.title if wrapping else "") or own.title or _without_byline(title, authors),
        authors=authors,
        language=facts.language or (wrapping.language if wrapping else None) or own.language,
        summary=own.summary or facts.summary,
        published=own.published or facts.published or (wrapping.released if wrapping else None),
        url=facts.address or own.url,
    )


def _title(root: _Element, named: str) -> str:
    """The page's `<title>`, without what follows the one in its metadata; else that one, or its only h1."""
    headings = [text_of(found) for found in root.iter("h1")]
    given = next((text_of(found) for found in root.iter("title")), "")
    if named and given.startswith(named):
        return named
    return given or named or (headings[0] if len(headings) == 1 else "")


def _without_byline(title: str, authors: tuple[str, ...]) -> str:
    """The title of "The Salt Road by Ana Salt - A Site", where that is the author's name."""
    for author in authors if len(title) <= _LONGEST_TITLE else ():
        found = re.match(rf"(.+?),?\s+by\s+{re.escape(author)}(?:\W.*)?$", title, re.IGNORECASE)
        if found:
            return found[1]
    return title


def _without_contents(front: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks before the story without a list of links to its chapters."""
    links = [block for block in front if _is_link_into_page(block)]
    if len(links) < _FEWEST_LINKS:
        return front
    kept = [block for block in front if not _is_link_into_page(block)]
    while kept and (kept[-1].kind is BlockKind.HEADING or folded(kept[-1].text) in CONTENTS):
        kept.pop()
    return tuple(kept)


def _is_link_into_page(block: Block) -> bool:
    linked = sum(span.end - span.start for span in block.spans if span.link.startswith("#"))
    return linked * 2 > len(block.text)
