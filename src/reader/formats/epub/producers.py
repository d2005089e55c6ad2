"""Who makes EPUBs, and the module that knows how: the first that recognises a package reads it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from reader.formats.epub.package import Package
    from reader.formats.source import Source
    from reader.work.model import Work

PRODUCERS: tuple[str, ...] = (
    "ao3.epub",
    "ao3.epub_before_2019",
    "fanficfare.epub",
    "fichub.epub",
    "webtoepub",
    "ao3.labelled_epub",
    "epub.single_page",
    "epub.novel",
)
"""The modules, each tried before those that would also take its packages."""


class Producer(Protocol):
    """What each of the modules holds."""

    def recognises(self, package: Package) -> bool:
        """Whether the package is of its making; never raises."""

    def read(self, package: Package, source: Source) -> Work:
        """The work in it. Raises `UnreadableError`."""


def read_package(package: Package, source: Source) -> Work:
    """The work in an EPUB. Raises `UnreadableError`."""
    for name in PRODUCERS:
        producer = cast("Producer", import_module(f"reader.formats.{name}"))
        if producer.recognises(package):
            return producer.read(package, source)
    raise UnreadableError("It is an EPUB file of a kind that Reader does not know.")
