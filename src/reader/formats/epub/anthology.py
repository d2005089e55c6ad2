"""Anthologies made by EpubMerge (also from within FanFicFare): an EPUB in which whole EPUBs are kept.

The files of each stand in a numbered folder, its own package file among them where the anthology was made
with `--keep-meta`, as calibre's plugin does (EpubMerge, epubmerge.py, `doMerge` and `doUnMerge`).
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from reader.formats.epub.container import CONTAINER, container_of
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from reader.formats.archive import Archive

_PACKAGE = re.compile(r"((?:[0-9]+/)*+)(?:[^/]+/)*[^/]+\.opf", re.IGNORECASE)
_STEP = re.compile("[0-9]+/")
_DATE = (1980, 1, 1, 0, 0, 0)
"""When all files of a part were made, so that the same anthology gives the same bytes: zip's first day."""


def parts(archive: Archive) -> tuple[str, ...]:
    """The names of the package files of the works in an anthology, in its order; empty if it is none.

    Told by names alone. Of an anthology in an anthology there are its works. One whose works have lost their
    package files is one work.
    """
    folders: dict[str, str] = {}
    whole = False
    for name in archive.names:
        found = _PACKAGE.fullmatch(name)
        if found and found[1]:
            folders.setdefault(found[1], name)
        whole = whole or (found is not None and not found[1])
    outer = {folder[: step.start()] for folder in folders for step in _STEP.finditer(folder)}
    inner = [name for folder, name in folders.items() if folder not in outer]
    return tuple(sorted(inner, key=_number)) if whole else ()


def part(archive: Archive, name: str) -> bytes:
    """An EPUB of the one work that has this package file, the same bytes each time.

    Raises `UnreadableError` where it is none of the `parts`, or can't be read.
    """
    if name not in parts(archive):
        raise UnreadableError("It is not in this anthology any more.")
    folder = _folder(name)
    own = name[len(folder) :]
    files = {"mimetype": b"application/epub+zip", CONTAINER: container_of(own)}
    files[own] = archive.read(name)
    for other in archive.names:
        if other.startswith(folder) and other[len(folder) :] not in files:
            try:
                files[other[len(folder) :]] = archive.read(other)
            except UnreadableError:  # a damaged picture costs no more than itself
                continue
    return _zipped(files)


def _folder(name: str) -> str:
    found = _PACKAGE.fullmatch(name)
    return found[1] if found else ""


def _number(name: str) -> tuple[int, ...]:
    return tuple(int(step[:12]) for step in _folder(name).split("/") if step)


def _zipped(files: dict[str, bytes]) -> bytes:
    """The files as an archive, stored as they are: what compression gives differs from machine to machine."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system = 0
            made.writestr(info, data)
    return buffer.getvalue()
