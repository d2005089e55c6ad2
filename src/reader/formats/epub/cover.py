"""Which picture is an EPUB's cover: told in four ways, tried in the order of their worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.epub.manifest import Item
from reader.formats.epub.trees import document_tree
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from reader.formats.archive import Archive
    from reader.formats.epub.manifest import SpineItem

_LONGEST_COVER_PAGE = 16_384
"""Bytes; a page that only shows a picture is short."""


def find_cover(
    archive: Archive,
    items: Sequence[Item],
    spine: Sequence[SpineItem],
    meta: Mapping[str, str],
    landmarks: Mapping[str, str],
) -> Item | None:
    """The picture: by EPUB 3's property, EPUB 2's `<meta name="cover">`, guide, or first page."""
    for item in items:
        if "cover-image" in item.properties and item.is_image:
            return item
    named = meta.get("cover", "")
    for item in items:
        if named and named in (item.id, item.path) and item.is_image:
            return item
    by_path = {item.path: item for item in items}
    for path in _pages(spine, landmarks):
        if path in by_path and by_path[path].is_image and not by_path[path].is_document:
            return by_path[path]
        picture = _only_picture(archive, path)
        if picture:
            return by_path.get(picture) or Item(picture, picture, "")
    return None


def _pages(spine: Sequence[SpineItem], landmarks: Mapping[str, str]) -> Iterator[str]:
    """Where a cover may be shown."""
    yield from (path for path, kind in landmarks.items() if kind == "cover")
    yield from (place.item.path for place in spine[:1])


def _only_picture(archive: Archive, path: str) -> str | None:
    """The picture that is all a document holds."""
    try:
        data = archive.read(path)
        root = document_tree(data) if len(data) <= _LONGEST_COVER_PAGE else None
    except UnreadableError:
        return None
    body = None if root is None else root.find("body")
    if body is None or "".join(body.itertext()).strip():
        return None
    pictures = list(dict.fromkeys(_addresses(body)))
    return archive.find(pictures[0], path) if len(pictures) == 1 else None


def _addresses(body: _Element) -> Iterator[str]:
    for element in body.iter("img", "image"):
        address = element.get("src") or element.get("xlink:href") or element.get("href")
        if address:
            yield address
