"""EPUB that the Archive of Our Own offers for download since 2019: its HTML, converted by calibre.

Or the same converted once more by its reader. A conversion keeps ids and gives classes other names. Source:
otwarchive, `app/models/download_writer.rb`; calibre, `ebooks/oeb/transforms/flatcss.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.ao3 import download
from reader.formats.ao3.facts import is_comment_plea, is_notes_link, posted_url
from reader.formats.ao3.joining import first_document, joined
from reader.formats.markup.elements import text_of
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reader.formats.epub.package import Package
    from reader.formats.source import Source
    from reader.work.model import Work


def recognises(package: Package) -> bool:
    """Whether one of the first documents has the message of a download, and there are chapters."""
    try:
        first = first_document(package)
        return first is not None and any(
            b'id="chapters"' in package.archive.read(place.item.path) for place in package.spine[first:]
        )
    except UnreadableError:
        return False


def read(package: Package, _source: Source) -> Work:
    """The work in it. Raises `UnreadableError` where a part of it can't be read."""
    body = joined(package, first_document(package) or 0)
    _restore_classes(body)
    return download.read_tree(body)


def _restore_classes(body: _Element) -> None:
    """Give back what a conversion may have called otherwise, where it is known by what it says."""
    for part in body.iterchildren():
        if part.get("id") in ("preface", "chapters", "afterword"):
            for heading in part.iterchildren("h2"):
                heading.set("class", "toc-heading")
    for title in body.iterfind("*[@id='preface']//h1"):
        byline = title.getnext()
        if byline is not None and text_of(byline).startswith("by "):
            byline.set("class", "byline")
    for heading in body.iterfind("*[@id='chapters']/div/h2"):
        byline = heading.getnext()
        if byline is not None and byline.tag == "p" and text_of(byline).startswith("Chapter by "):
            byline.set("class", "byline")
    for element in body.iter("p", "div"):
        if len(element) > 4 or element.getparent() is None:
            continue
        text = text_of(element)
        if is_notes_link(text) and element.tag == "div":
            element.set("class", "endnote-link")
        elif posted_url(text) or is_comment_plea(text):
            element.set("class", "message")
