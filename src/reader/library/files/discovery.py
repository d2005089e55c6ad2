"""Which files there are to add: in folders, in zip archives, in calibre libraries, and by name."""

from __future__ import annotations

import os
import stat
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.files.candidates import Candidate, UnavailableError, reason
from reader.library.files.kinds import PROBED, Likely, by_content, by_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from reader.library.calibre.records import CalibreWork
    from reader.library.files.archive_contents import Contents
    from reader.library.files.zip_on_disk import ZipOnDisk

_DATABASE = "metadata.db"
"""What calibre calls the database of a library."""
_MOST_MEMBERS = 20_000
"""Files in one archive; more is no collection of works."""
_MOST_UNPACKED = 4_000_000_000
"""Bytes all files of an archive may have together: a few kilobytes can be made to unpack to a full disk."""
_LARGEST_FACTS = 2_000_000
"""Bytes of a package that facts are read from."""
_DEEPEST = 200
"""Folders in folders that are searched; more are made to catch programs."""


def _never() -> bool:
    return False


def discover(
    paths: Iterable[str | bytes | Path], cancelled: Callable[[], bool] | None = None
) -> list[Candidate]:
    """The files to try, in the order of `paths`, each folder's sorted by name and none twice.

    Once it is cancelled, no more of a folder is searched.

    Folders are searched through and through, without what is hidden; a calibre library in one is read by its
    database. A path that leads to nothing comes back as a candidate with a problem, in its place.
    """
    found: dict[str, Candidate] = {}
    for path in paths:
        location = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 -- Path drops bytes
        for candidate in _discover(location, cancelled or _never):
            found.setdefault(candidate.location, candidate)
    return list(found.values())


def _discover(path: str, cancelled: Callable[[], bool]) -> Iterator[Candidate]:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 -- plain strings keep names that are not UTF-8
    except OSError as error:
        yield Candidate(path, problem=reason(error))
        return
    except ValueError:
        yield Candidate(path, problem="There is no such file.")
        return
    folder, name = os.path.split(path)
    if stat.S_ISDIR(mode):
        yield from _in_folder(path, cancelled)
    elif not stat.S_ISREG(mode):
        yield Candidate(path, problem="It is no ordinary file.")
    elif name == _DATABASE:
        yield from _in_folder(folder, cancelled)
    elif by_name(path) is Likely.ARCHIVE or _head(path).startswith(b"PK\x03\x04"):
        yield from _in_archive(path, named=True)
    else:
        yield Candidate(path, named=True)


def _in_folder(folder: str, cancelled: Callable[[], bool]) -> Iterator[Candidate]:
    found = False
    try:
        for candidate in _walk(folder, cancelled):
            found = True
            yield candidate
    except OSError as error:
        yield Candidate(folder, problem=reason(error))
        return
    if not (found or cancelled()):
        yield Candidate(folder, problem="There are no works in this folder.")


def _walk(folder: str, cancelled: Callable[[], bool]) -> Iterator[Candidate]:
    """The files in a folder and the folders in it, which links never lead into twice.

    Raises OSError for the folder itself; what is in it and can't be had is passed over.
    """
    seen: set[tuple[int, int]] = set()
    open_folders = [_entries(folder, seen)]
    while open_folders and not cancelled():
        item = next(open_folders[-1], None)
        if item is None:
            open_folders.pop()
        elif isinstance(item, Candidate):
            yield item
        else:
            with suppress(OSError):  # no permission, a link that leads in a circle, gone meanwhile
                if item.is_dir():
                    if len(open_folders) < _DEEPEST:
                        open_folders.append(_entries(item.path, seen))
                else:
                    yield from _in_file(item)


def _entries(folder: str, seen: set[tuple[int, int]]) -> Iterator[os.DirEntry[str] | Candidate]:
    """What stands in a folder, sorted; for a calibre library its works. `seen`: folders by device and inode.

    Raises OSError at once.
    """
    status = os.stat(folder)  # noqa: PTH116 -- as above
    here = (status.st_dev, status.st_ino)
    if here in seen:
        return iter(())
    seen.add(here)
    with os.scandir(folder) as listed:
        shown = sorted((item for item in listed if not item.name.startswith(".")), key=lambda item: item.name)
    if not any(item.name == _DATABASE for item in shown):
        return iter(shown)
    from reader.library.calibre.records import (  # few folders are its libraries
        CalibreError,
        is_library,
        works,
    )

    try:
        return _in_library(works(folder)) if is_library(folder) else iter(shown)
    except CalibreError as error:
        return iter([Candidate(f"{folder}/{_DATABASE}", problem=str(error)), *shown])


def _in_file(item: os.DirEntry[str]) -> Iterator[Candidate]:
    """What a file in a folder is worth trying as."""
    likely = by_name(item.name)
    if likely is Likely.NOTHING or not item.is_file():
        return
    if likely is Likely.UNTOLD:
        likely = by_content(_head(item.path))
    if likely is Likely.ARCHIVE:
        yield from _in_archive(item.path)
    elif likely is Likely.WORK:
        yield Candidate(item.path)


def _in_library(works: Iterable[CalibreWork]) -> Iterator[Candidate]:
    for work in works:
        if work.missing:
            yield Candidate(work.missing, problem=f"calibre has “{work.title}”, but its files are gone.")
        for path in work.files:
            packed = by_name(path) is Likely.ARCHIVE
            candidates = list(_in_archive(path)) if packed else [Candidate(path)]
            if len(candidates) == 1:  # several works in one archive are not that one work
                candidates = [replace(candidates[0], supplement=work.supplement, same_as=work.key)]
            yield from candidates


def _head(path: str) -> bytes:
    """The first bytes of a file; none where it can't be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 -- as above
            return file.read(PROBED)
    except OSError:
        return b""


def _in_archive(path: str, *, named: bool = False) -> Iterator[Candidate]:
    """The works in an archive; itself where it is one. `named`: whether a person named it."""
    from reader.library.files.archive_contents import contents  # most folders hold none
    from reader.library.files.zip_on_disk import ZipOnDisk

    try:
        with closing(ZipOnDisk(path)) as archive:
            if len(archive.names) > _MOST_MEMBERS:
                yield Candidate(path, problem=f"This archive holds more than {_MOST_MEMBERS:,} files.")
                return
            if archive.unpacked > _MOST_UNPACKED:
                problem = "Unpacked, this archive is too large to be a collection of works."
                yield Candidate(path, problem=problem)
                return
            found = contents(archive.names, archive.read)
            yield from _members(path, archive, found, named=named)
    except UnavailableError as error:
        if by_name(path) is Likely.WORK:  # its format knows better what can be saved of it
            yield Candidate(path, named=named)
        else:
            yield Candidate(path, named=True, problem=str(error))


def _nothing_in(names: Sequence[str]) -> str:
    """Why there is no work in an archive with files of these names."""
    if "word/document.xml" in names or {"content.xml", "styles.xml"} <= {*names}:
        return "It is a word processor's file: save it as HTML there, and add that."
    return "There are no works in this archive."


def _members(path: str, archive: ZipOnDisk, found: Contents, *, named: bool) -> Iterator[Candidate]:
    if found.whole or (not found.works and by_name(path) is Likely.WORK):
        yield Candidate(path, named=named)
    elif not found.works:
        yield Candidate(path, problem=_nothing_in(archive.names))
    elif found.facts:
        from reader.library.calibre.package import facts_in_package  # as in `_entries`

        supplement = facts_in_package(archive.read(found.facts, _LARGEST_FACTS))
        yield Candidate(path, found.works[0], named=named, supplement=supplement)
    else:
        for name in found.works:
            yield Candidate(path, member=name)
