"""EPUB that FicHub.net makes of a work on another site: an introduction, then a document for each chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.assembly import assemble
from reader.formats.epub.chapter_documents import read_chapters
from reader.formats.epub.text import body_of
from reader.formats.fichub.introduction import SIGNED, read_introduction
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from reader.formats.epub.package import Package
    from reader.formats.source import Source
    from reader.work.model import Work

_SITE = b"fichub.net"


def recognises(package: Package) -> bool:
    """Whether it begins with an introduction that FicHub signed."""
    path = _introduction(package)
    try:
        data = package.archive.read(path) if path else b""
    except UnreadableError:
        return False
    return SIGNED in data and _SITE in data.lower()


def read(package: Package, _source: Source) -> Work:
    """The work in it. Raises `UnreadableError` where it holds no chapter, or one that can't be read."""
    first = _introduction(package)
    about = read_introduction(body_of(package.document(first)))
    paths = [
        place.item.path
        for place in package.spine
        if place.item.path != first and "nav" not in place.item.properties
    ]
    drafts = read_chapters(package, [path for path in paths if not path.endswith("nav.xhtml")])
    if not drafts:
        raise UnreadableError("It holds the introduction that FicHub writes, but no chapter.")
    info, data = about.info, package.metadata
    info = info._replace(title=info.title or data.title, authors=info.authors or data.authors)
    return assemble(info, drafts, front=about.front)


def _introduction(package: Package) -> str:
    """The path of the introduction, empty if there is none."""
    paths = (place.item.path for place in package.spine[:3])
    return next((path for path in paths if path.endswith("introduction.xhtml")), "")
