"""Which works a zip archive holds, told by the names in it: many, or itself one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from reader.formats.archive import Archive
from reader.formats.source import UnreadableError
from reader.library.files.candidates import UnavailableError
from reader.library.files.kinds import PROBED, Likely, by_content, by_name, ending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Read = Callable[[str, int], bytes]

_CONTAINER = "META-INF/container.xml"
_FACTS = "metadata.opf"
"""What calibre puts beside a work, in HTMLZ and TXTZ and in folders."""
_MARKUP = frozenset({".html", ".htm", ".xhtml", ".xht"})
_TEXT = frozenset({*_MARKUP, ".txt", ".text", ".md", ".markdown"})
_LARGEST_INNER = 50_000_000
"""Bytes of an archive in an archive that is looked into."""
_MOST_PROBED = 200
"""Files without an ending that are looked at in one archive."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What there is to read in an archive."""

    works: tuple[str, ...] = ()
    """Names of files, sorted; of one in an inner archive "inner.zip/name"."""
    whole: bool = False
    """True where the archive itself is the work: an EPUB, by whatever name."""
    facts: str = ""
    """The name of the file with the facts of its only work."""


def contents(names: Sequence[str], read: Read) -> Contents:
    """The works in an archive with files of these names, of which `read` gives so many first bytes.

    `read` may raise UnavailableError. Archives in it are looked into, but not those in them.
    """
    shown = sorted({name for name in names if _is_shown(name)})
    if _is_epub(shown):
        return Contents(whole=True)
    works = [name for name in shown if _may_be_work(name)]
    if _FACTS in shown and len(works) == 1 and "/" not in works[0] and ending(works[0]) in _TEXT:
        return Contents(tuple(works), facts=_FACTS)
    works += _told_by_content(shown, read)
    inner = (name for name in shown if by_name(name) is Likely.ARCHIVE)
    works += [found for name in inner for found in _inner_works(name, read)]
    return Contents(tuple(sorted(works)))


def _is_shown(name: str) -> bool:
    parts = (part for part in PurePosixPath(name).parts if part != "..")
    return bool(name) and not any(part.startswith((".", "__MACOSX")) for part in parts)


def _may_be_work(name: str) -> bool:
    return by_name(name) is Likely.WORK


def _is_epub(names: Sequence[str]) -> bool:
    """Whether it is an EPUB, its container or its `mimetype` lost, or packed with the folder it was in.

    The package of one that has lost both stands at the top, beside nothing but what belongs to it.
    """
    containers = [name for name in names if name == _CONTAINER or name.endswith("/" + _CONTAINER)]
    if _CONTAINER in containers or len(containers) == 1:
        return True
    packages = [name for name in names if name.endswith(".opf") and "/" not in name and name != _FACTS]
    others = [name for name in names if by_name(name) in (Likely.WORK, Likely.ARCHIVE)]
    return bool(packages) and all(ending(name) in _MARKUP for name in others)


def _told_by_content(names: Sequence[str], read: Read) -> Iterator[str]:
    """Those without an ending that hold text, or anything else that may be a work."""
    untold = [name for name in names if by_name(name) is Likely.UNTOLD]
    for name in untold[:_MOST_PROBED]:
        with suppress(UnavailableError):
            if by_content(read(name, PROBED)) is Likely.WORK:
                yield name


def _inner_works(name: str, read: Read) -> list[str]:
    """The works of an archive in the archive: itself, where it is one or where it can't be looked into."""
    try:
        data = read(name, _LARGEST_INNER + 1)
        if len(data) > _LARGEST_INNER:
            return []
        names = Archive(data).names
    except (UnavailableError, UnreadableError):
        return [name]
    if _is_epub(names):
        return [name]
    return [f"{name}/{inner}" for inner in sorted(names) if _is_shown(inner) and _may_be_work(inner)]
