"""EPUB files: a zip archive that says so, or that holds what only an EPUB does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from reader.formats.source import Source
    from reader.work.model import Work

NAME = "epub"

_MEDIA_TYPE = b"application/epub+zip"
_HEAD = 256
"""Bytes within which the media type stands."""
_TEXT = (".xhtml", ".html", ".htm", ".xht")


def recognises(source: Source) -> bool:
    """Whether the file is an EPUB: by its media type, its container, or a package file among its pages."""
    data = source.data
    if not data.startswith(b"PK"):
        return False
    from reader.formats.archive import Archive  # every file is looked at, and few are a zip
    from reader.formats.epub.container import CONTAINER

    if _MEDIA_TYPE in data[:_HEAD] or CONTAINER.encode() in data:
        return True
    if b".opf" not in data.lower():
        return False
    try:
        names = [name.lower() for name in Archive(data).names]
    except UnreadableError:
        return False
    return any(name.endswith(".opf") for name in names) and any(name.endswith(_TEXT) for name in names)


def read(source: Source) -> Work:
    """The work in it. Raises `UnreadableError`."""
    from reader.formats.epub.package import open_package  # as above
    from reader.formats.epub.producers import read_package

    return read_package(open_package(source.data), source)
