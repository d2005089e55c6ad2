"""EPUB that the Archive of Our Own made itself until February 2019, of the same parts as its HTML.

Source: otwarchive, `app/views/epub` and `DownloadsController#create_epub_files` before commit 3463d1a8f9. A
chapter past some size is in several files, and the end notes of chapters were left out by mistake.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from reader.formats.addresses import archive_work
from reader.formats.ao3 import download
from reader.formats.ao3.joining import append, bodies

if TYPE_CHECKING:
    from reader.formats.epub.package import Package
    from reader.formats.source import Source
    from reader.work.model import Work

_PREFACE = re.compile(r"(?:.*/)?preface\.xhtml")
_CHAPTER = re.compile(r"(?:.*/)?chapter\d+_\d+\.xhtml")


def recognises(package: Package) -> bool:
    """Whether the files are called as they were then, and the work's address identifies it."""
    paths = [place.item.path for place in package.spine]
    return (
        any(archive_work(identifier.value) for identifier in package.metadata.identifiers)
        and any(_PREFACE.fullmatch(path) for path in paths)
        and any(_CHAPTER.fullmatch(path) for path in paths)
    )


def read(package: Package, _source: Source) -> Work:
    """The work in it. Raises `UnreadableError` where a part of it can't be read."""
    whole = etree.Element("body")
    chapters = etree.Element("div", {"id": "chapters"})
    for path, body in bodies(package):
        if _CHAPTER.fullmatch(path):
            if chapters.getparent() is None:
                whole.append(chapters)
            append(chapters, body)
        else:
            append(whole, body)
    return download.read_tree(whole)
