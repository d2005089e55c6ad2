"""The pictures inside a file, for opening them outside of the terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.markup.embedded import embedded_picture, is_embedded
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from reader.formats.source import Source


def resource(source: Source, target: str) -> bytes | None:
    """The picture that an image block's `target` names; None for one that is elsewhere or can't be had.

    In an EPUB the target is a name in the archive, in a FictionBook file "#id" of a `binary` element, in a
    page the name of what is written into it.
    """
    if is_embedded(target):
        return embedded_picture(source.data, target)
    if not target or re.match(r"[a-z][a-z0-9+.-]*:", target, re.IGNORECASE):
        return None
    if target.startswith("#"):
        from reader.formats.fb2.pictures import picture

        return picture(source.data, target)
    try:
        return _from_archive(source.data, target) if source.data.startswith(b"PK") else None
    except UnreadableError:
        return None


def _from_archive(data: bytes, target: str) -> bytes | None:
    from reader.formats.archive import Archive

    archive = Archive(data)
    return archive.read(target) if target in archive.names else None
