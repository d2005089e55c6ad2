"""The pictures inside a file, for opening them outside of the terminal."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING

from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from reader.formats.source import Source

_BINARY = re.compile(rb"""<(?:[\w-]+:)?binary\b([^>]*)>([^<]*)<""")
_ID = re.compile(rb"""\bid\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def resource(source: Source, target: str) -> bytes | None:
    """The picture that an image block's `target` names; None for one that is elsewhere or can't be had.

    In an EPUB the target is a name in the archive, in a FictionBook file "#id" of a `binary` element.
    """
    if not target or re.match(r"[a-z][a-z0-9+.-]*:", target, re.IGNORECASE):
        return None
    try:
        if source.data.startswith(b"PK"):
            return _from_archive(source.data, target)
    except UnreadableError:
        return None
    return _from_fictionbook(source.data, target.removeprefix("#")) if target.startswith("#") else None


def _from_archive(data: bytes, target: str) -> bytes | None:
    """A file of the archive; in a zipped FictionBook, a picture of the one file in it."""
    from reader.formats.archive import Archive

    archive = Archive(data)
    if target in archive.names:
        return archive.read(target)
    if target.startswith("#"):
        books = [name for name in archive.names if name.lower().endswith(".fb2")]
        return _from_fictionbook(archive.read(books[0]), target[1:]) if len(books) == 1 else None
    return None


def _from_fictionbook(data: bytes, name: str) -> bytes | None:
    for attributes, content in _BINARY.findall(data):
        given = _ID.search(attributes)
        if given and (given[1] or given[2]) == name.encode():
            try:
                return base64.b64decode(b"".join(content.split())) or None
            except binascii.Error:
                return None
    return None
