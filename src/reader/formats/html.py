"""HTML that is no download of an archive: a page of text with its title, chapters at its headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.assembly import assemble
from reader.formats.chapters_by_heading import chapters
from reader.formats.file_names import title_from
from reader.formats.markup.elements import text_of
from reader.formats.markup.inline import without_controls
from reader.formats.markup.tree import drop, opening, parse
from reader.formats.markup.walk import read_blocks
from reader.formats.source import UnreadableError
from reader.work.model import WorkInfo

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reader.formats.source import Source
    from reader.work.model import Work

NAME = "html"

_PAGE = re.compile(
    r"(?>\s+|<!--.*?-->|<\?[^>]*>)*+<(?:!doctype\s+html|/?(?:html|head|body|title|meta|style|div|p|h[1-6]|br|hr|"
    r"span|a|b|i|em|strong|center|article|section|main|table|ul|ol|blockquote|pre)[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(r"</p>|</div>|<br\s*/?>|</h[1-6]>|</li>", re.IGNORECASE)
_ENOUGH_MARKS = 5
_FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search"})


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
    front, drafts = chapters(blocks, title)
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
