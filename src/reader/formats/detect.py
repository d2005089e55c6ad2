"""The formats we read, and which of them a file is in: told by what it holds, never by its name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from reader.formats.encoding import decode
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from reader.formats.source import Source
    from reader.work.model import Work

FORMATS = (
    "epub.file",
    "kindle.file",
    "pdf.file",
    "ao3.download",
    "ao3.saved_page",
    "ao3.flattened",
    "fichub.page",
    "fb2.file",
    "fanficfare.page",
    "fanficfare.text",
    "markdown.file",
    "html",
    "plaintext",
)
"""The modules, each tried before those that would also take its files.

Who makes EPUBs has a list of its own, `epub.producers.PRODUCERS`.
"""


class Format(Protocol):
    """What each of the modules holds."""

    NAME: str
    """What people are shown: the kind of file ("epub"), after its maker where that matters ("ao3-text").

    The downloads of the archive are just "ao3". The library ranks formats by the words in it.
    """

    def recognises(self, source: Source) -> bool:
        """Whether the file looks like one in this format; never raises for a text."""

    def read(self, source: Source) -> Work:
        """The work in it. Raises `UnreadableError`."""


def read_work_and_format(source: Source) -> tuple[Work, str]:
    """The work in a file, and the name of the format it is in.

    Raises `UnreadableError` where the file is empty, binary, or holds nothing to read.
    """
    if not source.data.strip():
        raise UnreadableError("It is empty.")
    if module := format_of(source):
        return module.read(source), module.NAME
    decode(source.data)  # says so if it is binary
    raise UnreadableError("It is in no format that Reader knows.")


def format_of(source: Source) -> Format | None:
    """The module that reads a file, loaded; None where none does."""
    for name in FORMATS:
        module = cast("Format", import_module(f"reader.formats.{name}"))
        if module.recognises(source):
            return module
    return None
