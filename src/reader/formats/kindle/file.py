"""Kindle files: told by their first bytes; what reads them is loaded when there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.formats.source import Source
    from reader.work.model import Work

NAME = "kindle"


def recognises(source: Source) -> bool:
    """Whether it is a Palm database with a MOBI in it."""
    return source.data[60:68] == b"BOOKMOBI"


def read(source: Source) -> Work:
    """The work in it. Raises `UnreadableError` where it is damaged or protected."""
    from reader.formats.kindle.reading import read as read_it

    return read_it(source)
