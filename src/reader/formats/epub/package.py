"""An EPUB opened: its package (metadata, files, reading order, contents), and its documents as trees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.formats.archive import Archive
from reader.formats.epub.container import package_file
from reader.formats.epub.contents import read_landmarks, read_nav, read_ncx
from reader.formats.epub.cover import find_cover
from reader.formats.epub.manifest import SpineItem, read_items, read_spine, unlisted_documents
from reader.formats.epub.metadata import Metadata, read_metadata
from reader.formats.epub.protection import refuse_locked
from reader.formats.epub.trees import document_tree, xml_tree
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from reader.formats.epub.contents import Entry
    from reader.formats.epub.manifest import Item

_NCX_TYPE = "application/x-dtbncx+xml"
_GUIDE = {"title-page": "titlepage", "text": "bodymatter", "start": "bodymatter"}
"""Kinds of the EPUB 2 guide (OPF 2.0.1, 2.6) that EPUB 3 calls otherwise."""


@dataclass(frozen=True, slots=True)
class Package:
    """An EPUB as far as it could be understood."""

    archive: Archive
    path: str
    """The name of its package file in the archive, "" if there is none."""
    metadata: Metadata
    items: tuple[Item, ...]
    """The files it lists that are there."""
    spine: tuple[SpineItem, ...]
    """What is read, in this order; never empty, no document twice."""
    contents: tuple[Entry, ...]
    cover: Item | None
    rtl: bool
    """True where its pages are turned from left to right, as Arabic and Japanese ones are."""
    landmarks: Mapping[str, str]
    """What kind of part some documents (by name in the archive) are: "cover", "titlepage", "bodymatter"."""

    def document(self, path: str) -> _Element:
        """A fresh tree of an XHTML file, whatever state that is in; names plain and in lower case.

        The attributes with a prefix that are kept are called "epub:type", "xml:lang", "xlink:href". There are
        no comments. Raises `UnreadableError` where there is nothing to read.
        """
        return document_tree(self.archive.read(path))


def open_package(data: bytes) -> Package:
    """The EPUB in a file's bytes. Raises `UnreadableError`: no EPUB, damaged beyond use, protected."""
    archive = Archive(data)
    path, root = package_file(archive)
    items = {} if root is None else read_items(archive, path, root)
    spine = () if root is None else read_spine(root, items)
    if not spine:
        spine = tuple(SpineItem(item) for item in unlisted_documents(archive))
    if not spine:
        raise UnreadableError("It is an EPUB file without any text.")
    refuse_locked(archive, {place.item.path for place in spine})
    listed = tuple({item.path: item for item, _ in items.values()}.values())
    metadata = Metadata() if root is None else read_metadata(root)
    contents, generator, landmarks = _navigation(archive, path, root, listed)
    if generator and generator not in metadata.generators:
        metadata = replace(metadata, generators=(*metadata.generators, generator))
    return Package(
        archive=archive,
        path=path,
        metadata=metadata,
        items=listed or tuple(place.item for place in spine),
        spine=spine,
        contents=contents,
        cover=find_cover(archive, listed, spine, metadata.meta, landmarks),
        rtl=root is not None and _progression(root) == "rtl",
        landmarks=landmarks,
    )


def _navigation(
    archive: Archive, path: str, root: _Element | None, items: tuple[Item, ...]
) -> tuple[tuple[Entry, ...], str, dict[str, str]]:
    """The contents, the program that the NCX names as its maker, and the landmarks."""
    contents: tuple[Entry, ...] = ()
    landmarks = {} if root is None else _guide(archive, path, root)
    nav_path = next((item.path for item in items if "nav" in item.properties), "")
    nav = _tree(archive, nav_path)
    if nav is not None:
        contents = read_nav(archive, nav_path, nav)
        for href, kind in read_landmarks(nav):
            found = archive.find(href.partition("#")[0], nav_path)
            if found and kind:
                landmarks.setdefault(found, kind)
    ncx_path = _ncx_path(archive, root, items)
    ncx = _tree(archive, ncx_path)
    if ncx is None:
        return contents, "", landmarks
    stated = (
        meta.get("content", "").strip() for meta in ncx.iter("meta") if meta.get("name") == "dtb:generator"
    )
    return contents or read_ncx(archive, ncx_path, ncx), next(stated, ""), landmarks


def _guide(archive: Archive, path: str, root: _Element) -> dict[str, str]:
    landmarks: dict[str, str] = {}
    for reference in root.iter("reference"):
        found = archive.find(reference.get("href", "").partition("#")[0], path)
        kind = reference.get("type", "").strip().lower()
        if found and kind:
            landmarks.setdefault(found, _GUIDE.get(kind, kind))
    return landmarks


def _ncx_path(archive: Archive, root: _Element | None, items: tuple[Item, ...]) -> str:
    """The NCX that the spine names, else the first that is listed, else the first there is; else empty."""
    named = "" if root is None else next((spine.get("toc", "") for spine in root.iter("spine")), "")
    for item in items:
        if named and item.id == named:
            return item.path
    listed = (item.path for item in items if item.media_type == _NCX_TYPE)
    there = (name for name in archive.names if name.lower().endswith(".ncx"))
    return next(listed, "") or ("" if items else next(there, ""))


def _tree(archive: Archive, path: str) -> _Element | None:
    try:
        return xml_tree(archive.read(path)) if path else None
    except UnreadableError:
        return None


def _progression(root: _Element) -> str:
    spines = (spine.get("page-progression-direction", "") for spine in root.iter("spine"))
    return next(spines, "").strip().lower()
