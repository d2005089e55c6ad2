"""PDF files: lines put together to paragraphs, headings told by the outline or their size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from reader.formats.ao3 import download, unlabelled
from reader.formats.assembly import assemble
from reader.formats.chapters_by_heading import chapters
from reader.formats.file_names import title_from
from reader.formats.markup.inline import without_controls
from reader.formats.markup.walk import read_blocks
from reader.formats.pdf.elements import to_elements
from reader.formats.pdf.furniture import without_furniture
from reader.formats.pdf.outline import with_whole_headings
from reader.formats.pdf.pages import read_pages
from reader.formats.pdf.paragraphs import paragraphs, shape_of
from reader.formats.source import UnreadableError
from reader.work.model import WorkInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from reader.formats.pdf.lines import Pages
    from reader.formats.source import Source
    from reader.work.model import Work

_AUTHORS = re.compile(r"\s*[;&]\s*|,\s+(?=\S+\s+\S)")
_MADE_UP = re.compile(
    r"(?:microsoft word - |untitled\b|about:blank|.*\.(?:docx?|tex|dvi|indd|html?)$)", re.IGNORECASE
)


def read(source: Source) -> Work:
    """The work in it.

    Raises `UnreadableError`: without the extra, for a damaged or encrypted file, and for pictures of pages.
    """
    pages = read_pages(source.data)
    if not any(line.text.strip() for line in pages.lines):
        raise UnreadableError(
            "It holds pictures of pages and no text." if pages.pictures else "There is nothing to read in it."
        )
    shape = shape_of(pages.lines)
    lines = without_furniture(pages.lines, pages.count, shape.size)
    found = list(with_whole_headings(paragraphs(lines, shape_of(lines)), pages.bookmarks))
    elements = to_elements(found, shape_of(lines), pages.bookmarks)
    if unlabelled.is_download(elements):
        return download.read_tree(unlabelled.rebuilt(elements))
    return _read(elements, pages, source.name)


def _read(elements: Sequence[_Element], pages: Pages, name: str) -> Work:
    """A work that nothing is known of but what the file says itself."""
    body = etree.Element("body")
    body.extend(element for element in elements if element.tag != "hr")
    facts = {key: without_controls(" ".join(value.split())) for key, value in (pages.facts or {}).items()}
    given = facts.get("Title", "")
    title = given if given and not _MADE_UP.match(given) else _largest(elements) or title_from(name)
    blocks = read_blocks(body)
    front, drafts = chapters(blocks, title)
    authors = tuple(part for part in _AUTHORS.split(facts.get("Author", "")) if part.strip())
    return assemble(WorkInfo(id="", title=title, authors=authors), drafts, front=front)


def _largest(elements: Sequence[_Element]) -> str:
    """The first heading of the highest level, where it is the only one and the file begins with it."""
    headings = [element for element in elements if element.tag == "h1"]
    return "".join(headings[0].itertext()) if len(headings) == 1 and headings[0] in elements[:3] else ""
