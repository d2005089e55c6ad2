"""A zip archive on the disk: its files by name, read one at a time, never the archive as a whole."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

from reader.formats.archive import Archive
from reader.formats.member_names import member_name
from reader.formats.source import UnreadableError
from reader.library.files.candidates import UnavailableError, reason

DAMAGED = "It is a damaged zip archive."
LOCKED = "It is locked with a password: unpack it with that, and add what is in it."
_MENDABLE = 100_000_000
"""Bytes of an archive up to which one with a damaged directory is read whole and searched for its files."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    ValueError,
    OverflowError,
)


class ZipOnDisk:
    """The archive, open until it is closed. Raises UnavailableError where it can't be read."""

    def __init__(self, path: str) -> None:
        self._mended: Archive | None = None
        self._infos: dict[str, zipfile.ZipInfo] = {}
        self._zip: zipfile.ZipFile | None = None
        self.names: tuple[str, ...] = ()
        """Of its files, in the archive's order; "/" between folders. Nothing is ever unpacked to a name."""
        try:
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            raise UnavailableError(reason(error)) from error
        except _BROKEN:
            self._mended = _mended(path)
            self.names = self._mended.names
            return
        for info in self._zip.infolist():
            if info.filename and not info.filename.endswith("/"):
                self._infos[member_name(info)] = info
        self.names = tuple(self._infos)

    def close(self) -> None:
        """Let the file go."""
        if self._zip is not None:
            self._zip.close()

    def size(self, name: str) -> int:
        """What a file unpacks to, as the archive says; 0 where it does not. Raises UnavailableError."""
        return 0 if self._mended else self._info(name).file_size

    @property
    def unpacked(self) -> int:
        """What all files unpack to, as the archive says."""
        return sum(info.file_size for info in self._infos.values())

    def read(self, name: str, limit: int) -> bytes:
        """The first `limit` bytes of a file. Raises UnavailableError."""
        try:
            if self._mended or self._zip is None:
                return self._read_mended(name)[:limit]
            with self._zip.open(self._info(name)) as stream:
                return stream.read(limit)
        except OSError as error:
            raise UnavailableError(reason(error)) from error
        except RuntimeError as error:  # what zipfile raises for a missing password; some kinds of it,
            raise UnavailableError(_refusal(error)) from error  # and of packing, are NotImplementedError
        except _BROKEN as error:
            raise UnavailableError("It can't be unpacked: the archive is damaged.") from error

    def _info(self, name: str) -> zipfile.ZipInfo:
        info = self._infos.get(name)
        if info is None:
            raise UnavailableError("It is no longer in the archive.")
        return info

    def _read_mended(self, name: str) -> bytes:
        if self._mended is None or name not in self.names:
            raise UnavailableError("It is no longer in the archive.")
        try:
            return self._mended.read(name)
        except UnreadableError as error:
            raise UnavailableError(str(error)) from error


def _refusal(error: RuntimeError) -> str:
    if isinstance(error, NotImplementedError) and "encrypt" not in str(error):
        return "It can't be unpacked: it is packed in a rare way."
    return LOCKED


def _mended(path: str) -> Archive:
    try:
        with Path(path).open("rb") as file:
            data = file.read(_MENDABLE + 1)
        if len(data) <= _MENDABLE:
            return Archive(data)
    except OSError as error:
        raise UnavailableError(reason(error)) from error
    except UnreadableError:
        pass
    raise UnavailableError(DAMAGED)
