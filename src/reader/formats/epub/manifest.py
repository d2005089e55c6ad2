"""What a package lists: the files of the EPUB, and those read, in order (EPUB 3.3, 5.6, 5.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reader.formats.archive import Archive

_DOCUMENT_TYPES = frozenset(
    {"application/xhtml+xml", "text/html", "application/html", "text/x-oeb1-document", "image/svg+xml"}
)
_DOCUMENT_NAME = re.compile(r"\.(?:xhtml?|html?|xht)$", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,12})")
_MOST_ITEMS = 40_000
"""Twice as many as an archive may hold files."""
_LONGEST_CHAIN = 8
"""Fallbacks of fallbacks."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the EPUB."""

    id: str
    path: str
    """Its name in the archive."""
    media_type: str
    properties: frozenset[str] = frozenset()

    @property
    def is_document(self) -> bool:
        """Whether it may hold text: XHTML, HTML or SVG by its type, else by its name."""
        return self.media_type in _DOCUMENT_TYPES or _DOCUMENT_NAME.search(self.path) is not None

    @property
    def is_image(self) -> bool:
        """Whether it is a picture."""
        return self.media_type.startswith("image/")


@dataclass(frozen=True, slots=True)
class SpineItem:
    """A document in its place in the reading order."""

    item: Item
    linear: bool = True
    """False for what is only read when a link leads there: notes, answers, enlarged pictures."""


def read_items(archive: Archive, path: str, root: _Element) -> dict[str, tuple[Item, str]]:
    """The files that a package lists and the archive holds, by id, each with the id of its fallback."""
    items: dict[str, tuple[Item, str]] = {}
    for element in islice(root.iter("item"), _MOST_ITEMS):
        href = element.get("href", "")
        name = archive.find(href, path) or archive.find(href.partition("#")[0], path)
        if not name:
            continue
        item = Item(
            id=element.get("id", "") or href,
            path=name,
            media_type=element.get("media-type", "").strip().lower(),
            properties=frozenset(element.get("properties", "").split()),
        )
        items.setdefault(item.id, (item, element.get("fallback", "")))
    return items


def read_spine(root: _Element, items: dict[str, tuple[Item, str]]) -> tuple[SpineItem, ...]:
    """The documents in reading order, none twice; those of the manifest where the spine names none."""
    spine: dict[str, SpineItem] = {}
    for element in root.iter("itemref"):
        item = _document(element.get("idref", "").strip(), items)
        if item:
            linear = element.get("linear", "").strip().lower() != "no"
            spine.setdefault(item.path, SpineItem(item, linear))
    if not spine:
        documents = (item for item, _ in items.values() if item.is_document and "nav" not in item.properties)
        spine = {item.path: SpineItem(item) for item in documents}
    return tuple(spine.values())


def _document(identifier: str, items: dict[str, tuple[Item, str]]) -> Item | None:
    """The item of that id, or the first of its fallbacks that is a document."""
    for _ in range(_LONGEST_CHAIN):
        item, fallback = items.get(identifier, (None, ""))
        if item is None or item.is_document:
            return item
        identifier = fallback
    return None


def unlisted_documents(archive: Archive) -> tuple[Item, ...]:
    """The archive's XHTML and HTML files as people would sort them, for an EPUB without a package file."""
    names = [
        name for name in archive.names if _DOCUMENT_NAME.search(name) and not name.startswith("META-INF/")
    ]
    return tuple(Item(name, name, "application/xhtml+xml") for name in sorted(names, key=_natural))


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    """A sorting key in which "ch2" stands before "ch10"."""
    parts = _DIGITS.split(name.casefold())
    return tuple((int(part), "") if index % 2 else (-1, part) for index, part in enumerate(parts))
