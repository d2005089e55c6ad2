"""FB2 files as they are passed on: one alone in a zip (`.fb2.zip`)."""

from __future__ import annotations

from reader.formats.archive import Archive
from reader.formats.source import UnreadableError

_ZIP = b"PK\x03\x04"


def unpacked(data: bytes) -> bytes:
    """The FB2 file in a zip that holds one; anything else as it is.

    Raises `UnreadableError` where the zip is damaged or too large.
    """
    if not data.startswith(_ZIP):
        return data
    archive = Archive(data)
    name = _only(archive)
    return archive.read(name) if name else data


def holds_one(data: bytes) -> bool:
    """Whether the bytes are a zip with an FB2 file in it and no other."""
    try:
        return data.startswith(_ZIP) and bool(_only(Archive(data)))
    except UnreadableError:
        return False


def _only(archive: Archive) -> str:
    names = [name for name in archive.names if name.lower().endswith(".fb2")]
    return names[0] if len(names) == 1 else ""
