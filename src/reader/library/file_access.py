"""The bytes of a file to be added, from the disk or from an archive, within limits."""

from __future__ import annotations

import os
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from reader.library.discovery import locate, reason

if TYPE_CHECKING:
    from reader.library.discovery import Candidate


LARGEST = 200_000_000
"""Bytes of a file that are read; more is no work, and would fill the memory."""


class UnavailableError(Exception):
    """The bytes can't be had; the message says why in one sentence, without the path."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells without reading it whether a file changed."""

    size: int
    """In bytes."""
    modified: int
    """Nanoseconds since 1970; of the archive, for a file in one."""


class FileAccess:
    """Reads candidates. It changes: the archive read last stays open, since its files come in a row."""

    def __init__(self, limit: int = LARGEST) -> None:
        self._limit = limit
        self._archive: tuple[str, zipfile.ZipFile] | None = None

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
        size = self._member(candidate).file_size if candidate.member else status.st_size
        if size > self._limit:
            raise UnavailableError(
                f"It is too large: {_megabytes(size)}, and the limit is {_megabytes(self._limit)}."
            )
        return Stamp(size, status.st_mtime_ns)

    def read(self, candidate: Candidate) -> bytes:
        """The file's bytes. Raises UnavailableError."""
        try:
            if candidate.member:
                with self._open(candidate.path).open(self._member(candidate)) as stream:
                    data = stream.read(self._limit + 1)
            else:
                with open(candidate.path, "rb") as file:  # noqa: PTH123 -- as above
                    data = file.read(self._limit + 1)
        except OSError as error:
            raise UnavailableError(reason(error)) from error
        except RuntimeError as error:  # what zipfile raises for a missing password
            raise UnavailableError("It is locked with a password.") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
            raise UnavailableError(
                "It can't be unpacked: the archive is damaged or of a rare kind."
            ) from error
        if len(data) > self._limit:
            raise UnavailableError(f"It is too large: the limit is {_megabytes(self._limit)}.")
        return data

    def _member(self, candidate: Candidate) -> zipfile.ZipInfo:
        try:
            return self._open(candidate.path).getinfo(candidate.member)
        except KeyError as error:
            raise UnavailableError("It is no longer in the archive.") from error

    def _open(self, path: str) -> zipfile.ZipFile:
        if self._archive is None or self._archive[0] != path:
            self._close()
            try:
                self._archive = (path, zipfile.ZipFile(path))
            except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
                raise UnavailableError("It is a damaged zip archive.") from error
            except OSError as error:
                raise UnavailableError(reason(error)) from error
        return self._archive[1]

    def _close(self) -> None:
        if self._archive is not None:
            self._archive[1].close()
            self._archive = None


def exists(location: str | bytes) -> bool:
    """Whether there still is a file where one was; of a file in an archive, whether there is the archive."""
    return locate(location) is not None


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB" if size >= 1_000_000 else f"{size:,} bytes"
