"""Kindle files: MOBI, AZW and AZW3 (KF8), read as the EPUB that they could have been."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from reader.formats.ao3 import download, unlabelled
from reader.formats.epub.file import read as read_epub
from reader.formats.kindle.container import open_volume
from reader.formats.kindle.packing import as_epub
from reader.formats.kindle.text import read_text
from reader.formats.markup.elements import classes, text_of
from reader.formats.markup.tree import parse_text
from reader.work.titles import folded

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reader.formats.kindle.text import KindleText
    from reader.formats.source import Source
    from reader.work.model import Work


def read(source: Source) -> Work:
    """The work in it. Raises `UnreadableError` where it is damaged or protected."""
    volume = open_volume(source.data)
    text = read_text(volume)
    if len(text.parts) == 1:
        elements = _flat(text)
        if unlabelled.is_download(elements):
            return download.read_tree(unlabelled.rebuilt(elements))
    return read_epub(replace(source, data=as_epub(volume, text)))


def _flat(text: KindleText) -> list[_Element]:
    """What stands in the page of a MOBI, with chapter headings told by the contents."""
    titles = {entry.place: folded(entry.title) for entry in text.entries}
    root = parse_text(text.parts[0].decode(errors="replace"))
    body = root.find("body")
    elements: list[_Element] = []
    for element in list(root if body is None else body):
        if "page-break" in classes(element):
            elements.append(etree.Element("hr"))
            continue
        title = titles.get(element.get("id", ""))
        if title and title == folded(text_of(element)):
            element.tag = "h2"
        elements.append(element)
    return elements
