"""Which file of an EPUB describes it: by its container (OCF 3.3, section 4.2.6.3.1), else by its ending."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from reader.formats.epub.trees import xml_tree
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from reader.formats.archive import Archive

CONTAINER = "META-INF/container.xml"
_CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="{path}" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)
_ENDING = ".opf"


def container_of(path: str) -> bytes:
    """The container of an EPUB whose package file has that name."""
    return _CONTAINER.format(path=escape(path)).encode()


def package_file(archive: Archive) -> tuple[str, _Element | None]:
    """The name and the tree of the first package file that has a spine, else of the first; "" and None.

    Of several renditions it is the first, which the specification calls the default one.
    """
    spineless: tuple[str, _Element | None] = ("", None)
    for path in dict.fromkeys(_candidates(archive)):
        root = _tree(archive, path)
        if root is None:
            continue
        if any(True for _ in root.iter("itemref")):
            return path, root
        if not spineless[0] and any(True for _ in root.iter("item", "metadata")):
            spineless = path, root
    return spineless


def _candidates(archive: Archive) -> Iterator[str]:
    container = archive.find(CONTAINER)
    root = _tree(archive, container) if container else None
    if root is not None:
        for rootfile in root.iter("rootfile"):
            named = archive.find(rootfile.get("full-path", ""))
            if named:
                yield named
    yield from (name for name in archive.names if name.lower().endswith(_ENDING))


def _tree(archive: Archive, path: str) -> _Element | None:
    try:
        return xml_tree(archive.read(path))
    except UnreadableError:
        return None
