"""The bytes of a file to be added, from the disk or from an archive, within limits."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from reader.formats.source import UnreadableError
from reader.library.files.candidates import UnavailableError, locate, reason
from reader.library.files.kinds import ZIP

if TYPE_CHECKING:
    from reader.formats.archive import Archive
    from reader.library.files.candidates import Candidate
    from reader.library.files.zip_on_disk import ZipOnDisk

__all__ = ["LARGEST", "FileAccess", "Stamp", "UnavailableError", "exists"]

LARGEST = 200_000_000
"""Bytes of a file that are read; more is no work, and would fill the memory."""
_PACKAGE = ".opf"
"""What the package of a part of an anthology ends with; nothing of that name is a work by itself."""
_PARTS = re.compile(rb"PK\x01\x02.{42}\d{1,4}/[^\x00]{1,200}?\.opf", re.DOTALL)
"""An entry in a zip's directory for the package of a part (APPNOTE.TXT of the zip format, 4.3.12)."""
_DIRECTORY = 65536
"""Bytes at the end of an archive in which its directory, or enough of it, stands."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells without reading it whether a file changed."""

    size: int
    """In bytes."""
    modified: int
    """Nanoseconds since 1970; of the archive, for a file in one."""


class FileAccess:
    """Reads candidates. It changes: the archives read last stay open, since their files come in a row."""

    def __init__(self, limit: int = LARGEST) -> None:
        self._limit = limit
        self._zip: tuple[str, ZipOnDisk] | None = None
        self._in_memory: tuple[str, Archive] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def stamp(self, candidate: Candidate) -> Stamp:
        """The file's size and time. Raises UnavailableError, also where it is larger than the limit."""
        try:
            status = os.stat(candidate.path)  # noqa: PTH116 -- plain strings keep names that are not UTF-8
        except OSError as error:
            raise UnavailableError(reason(error)) from error
        size = status.st_size
        if candidate.member and not candidate.member.endswith(_PACKAGE):
            archive = self._open(candidate.path)
            size = archive.size(_outer(archive.names, candidate.member))
        if size > self._limit:
            raise UnavailableError(
                f"It is too large: {_megabytes(size)}, and the limit is {_megabytes(self._limit)}."
            )
        return Stamp(size, status.st_mtime_ns)

    def read(self, candidate: Candidate) -> bytes:
        """The file's bytes. Raises UnavailableError."""
        data = self._read_member(candidate) if candidate.member else self._read_file(candidate.path)
        if len(data) > self._limit:
            raise UnavailableError(f"It is too large: the limit is {_megabytes(self._limit)}.")
        return data

    def parts(self, candidate: Candidate) -> tuple[str, ...]:
        """The members that an anthology on the disk is made of; none for every other file.

        A look at the end of the file settles it for nearly all. Raises UnavailableError.
        """
        if candidate.member or not _may_have_parts(candidate.path):
            return ()
        from reader.formats.epub.anthology import parts  # hardly ever needed

        with suppress(UnreadableError):
            return tuple(parts(self._archive(candidate.path, "")))
        return ()

    def _read_file(self, path: str) -> bytes:
        try:
            with open(path, "rb") as file:  # noqa: PTH123 -- as above
                return file.read(self._limit + 1)
        except OSError as error:
            raise UnavailableError(reason(error)) from error

    def _read_member(self, candidate: Candidate) -> bytes:
        path, member = candidate.path, candidate.member
        if member.endswith(_PACKAGE):
            return self._read_part(path, member)
        archive = self._open(path)
        outer = _outer(archive.names, member)
        if outer == member:
            return archive.read(member, self._limit + 1)
        try:
            return self._archive(path, outer).read(member[len(outer) + 1 :])
        except UnreadableError as error:
            raise UnavailableError(str(error)) from error

    def _read_part(self, path: str, member: str) -> bytes:
        from reader.formats.epub.anthology import part  # as in `parts`

        try:
            return part(self._archive(path, ""), member)
        except UnreadableError as error:
            raise UnavailableError(str(error)) from error

    def _archive(self, path: str, outer: str) -> Archive:
        """A file, or one in an archive, that is an archive itself, in memory. Raises UnreadableError too."""
        from reader.formats.archive import Archive  # most of what is added is in none

        place = f"{path}/{outer}"
        if self._in_memory is None or self._in_memory[0] != place:
            data = self._open(path).read(outer, self._limit + 1) if outer else self._read_file(path)
            if len(data) > self._limit:
                raise UnavailableError(f"It is too large: the limit is {_megabytes(self._limit)}.")
            self._in_memory = (place, Archive(data))
        return self._in_memory[1]

    def _open(self, path: str) -> ZipOnDisk:
        from reader.library.files.zip_on_disk import ZipOnDisk  # as in `_archive`

        if self._zip is None or self._zip[0] != path:
            self._close()
            self._zip = (path, ZipOnDisk(path))
        return self._zip[1]

    def _close(self) -> None:
        self._in_memory = None
        if self._zip is not None:
            self._zip[1].close()
            self._zip = None


def exists(location: str | bytes) -> bool:
    """Whether there still is a file where one was; of a file in an archive, whether there is the archive."""
    return locate(location) is not None


def _outer(names: tuple[str, ...], member: str) -> str:
    """The file of the archive that a member is, or is in. Raises UnavailableError where there is none."""
    outer = member
    while outer not in names:
        outer = outer.rpartition("/")[0]
        if not outer:
            raise UnavailableError("It is no longer in the archive.")
    return outer


def _may_have_parts(path: str) -> bool:
    """Whether a zip's directory names packages in numbered folders, as epubmerge makes them."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 -- as above
            if file.read(len(ZIP)) != ZIP:
                return False
            end = file.seek(0, os.SEEK_END)
            file.seek(max(0, end - _DIRECTORY))
            return _PARTS.search(file.read()) is not None
    except OSError:
        return False


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB" if size >= 1_000_000 else f"{size:,} bytes"
