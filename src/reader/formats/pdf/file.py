"""PDF files: told by their first bytes; what reads them is loaded when there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.formats.source import Source
    from reader.work.model import Work

NAME = "pdf"
_BEFORE = b"\xef\xbb\xbf \t\r\n\0"
"""What a download may have put in front of the file."""
_HEAD = 1024


def recognises(source: Source) -> bool:
    """Whether it says that it is one."""
    return source.data[:_HEAD].lstrip(_BEFORE).startswith(b"%PDF-")


def read(source: Source) -> Work:
    """The work in it.

    Raises `UnreadableError`: without the extra, for a damaged or encrypted file, and for pictures of pages.
    """
    from reader.formats.pdf.reading import read as read_it

    return read_it(source)
