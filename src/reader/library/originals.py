"""The files as they were added, kept compressed by their hash: works vanish from archives and disks."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import os
import tempfile
import zlib
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

DEFAULT_LIMIT = 200_000_000
"""Bytes of a file above which it is not kept."""
_WRITERS = 4
"""Threads that write originals, most of the time waiting for the disk."""


class Keeping:
    """An original on its way: compressed and written on another thread, put in its place by `finish`.

    Compressing and waiting for the disk let other Python code run, so that the file can be parsed meanwhile.
    """

    def __init__(self, path: Path, data: bytes, threads: Executor) -> None:
        self._path = path
        self._data = data
        self._written: Path | None = None
        self._writing = threads.submit(self._begin)

    def _begin(self) -> None:
        with contextlib.suppress(
            MemoryError, OSError
        ):  # which `finish` meets again, where somebody hears of it
            self._written = self._write()

    def _write(self) -> Path:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return _write_beside(self._path, _compressed(self._data))

    def finish(self) -> None:
        """Have it in its place, whole or not at all; again does nothing. Raises OSError."""
        self._writing.result()
        written, self._written = self._written, None
        if written is not None or not self._path.exists():
            (written or self._write()).replace(self._path)

    def drop(self) -> None:
        """Let go of what is not to be kept after all; nothing where it was finished."""
        if self._writing.cancel():
            return
        self._writing.result()
        written, self._written = self._written, None
        if written is not None:
            written.unlink(missing_ok=True)


class Originals:
    """A folder of originals: `<first two digits>/<sha256>.gz`."""

    def __init__(self, folder: Path, *, keeping: bool = True, limit: int = DEFAULT_LIMIT) -> None:
        self._folder = folder
        self._keeping = keeping
        self.limit = limit
        """The largest file that is kept from now on, in bytes."""

    def keep(self, data: bytes) -> str:
        """Keep the bytes unless they are there already or nothing is to be kept; their SHA-256 either way.

        Raises OSError.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        if keeping := self.begin(data, sha256):
            keeping.finish()
        return sha256

    def begin(self, data: bytes, sha256: str) -> Keeping | None:
        """Begin to keep the bytes; None where they are there already, or nothing is to be kept."""
        path = self.path(sha256)
        if not self._keeping or len(data) > self.limit or path.exists():
            return None
        return Keeping(path, data, self._threads)

    @cached_property
    def _threads(self) -> Executor:
        """Those that write originals; they stay, for starting one means to wait for it."""
        from concurrent.futures import ThreadPoolExecutor  # only who adds needs it

        return ThreadPoolExecutor(_WRITERS, "keeping")

    def load(self, sha256: str) -> bytes | None:
        """The bytes, or None when they are not kept or no longer what they were."""
        try:
            with gzip.open(self.path(sha256)) as stream:
                data = stream.read()
        except (OSError, EOFError, zlib.error):
            return None
        return data if hashlib.sha256(data).hexdigest() == sha256 else None

    def kept_since(self, sha256: str) -> datetime | None:
        """When an original was first kept, None when it is not."""
        try:
            return datetime.fromtimestamp(self.path(sha256).stat().st_mtime, UTC)
        except OSError:
            return None

    def size(self, sha256: str) -> int | None:
        """Bytes that an original takes, None when it is not kept."""
        try:
            return self.path(sha256).stat().st_size
        except OSError:
            return None

    def discard(self, sha256: str) -> None:
        """Let an original go."""
        self.path(sha256).unlink(missing_ok=True)

    def hashes(self) -> Iterator[str]:
        """The SHA-256 of each original, sorted."""
        return (path.stem for path in sorted(self._folder.glob("??/*.gz")))

    def path(self, sha256: str) -> Path:
        """Where an original is, or would be."""
        return self._folder / sha256[:2] / f"{sha256}.gz"


def _compressed(data: bytes) -> bytes:
    """Level 4 takes a third of the time of 6 for five per cent more. No time in it: always the same bytes."""
    return gzip.compress(data, compresslevel=4, mtime=0)


def _write_beside(path: Path, data: bytes) -> Path:
    """Write a file beside its place, from which it is moved there: there is never a part under its name."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(temporary).unlink()
        raise
    return Path(temporary)
