"""A page of another format with a package around it, as calibre keeps HTML that is added to its library.

calibre (`customize/builtins.py`, HTML2ZIP) packs the page into a zip with a container, a package file and a
spine of one document. It leaves the page as it was, but for turning it into XHTML.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from reader.formats.source import Source, UnreadableError

if TYPE_CHECKING:
    from reader.formats.detect import Format
    from reader.formats.epub.package import Package
    from reader.work.model import Work

_PAGES = ("ao3.saved_page", "fichub.page", "fanficfare.page")
"""The formats of a page that says more of a work than its package; AO3's download is read as its EPUB."""


def recognises(package: Package) -> bool:
    """Whether its only document is a page of a format that we know."""
    return _format(package, "") is not None


def read(package: Package, source: Source) -> Work:
    """The work on the page. Raises `UnreadableError`."""
    page = _format(package, source.name)
    if page is None:
        raise UnreadableError("It is a package without the page that it was made for.")
    return page.read(_page(package, source.name))


def _format(package: Package, name: str) -> Format | None:
    if len(package.spine) != 1:
        return None
    try:
        source = _page(package, name)
    except UnreadableError:
        return None
    formats = (cast("Format", import_module(f"reader.formats.{page}")) for page in _PAGES)
    return next((page for page in formats if page.recognises(source)), None)


def _page(package: Package, name: str) -> Source:
    return Source(name, package.archive.read(package.spine[0].item.path))
