"""A zip archive in memory, read only and within limits: its files by name, however the names are written."""

from __future__ import annotations

import re
import struct
import unicodedata
import zipfile
import zlib
from io import BytesIO
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote

from reader.formats.encoding import clean
from reader.formats.member_names import member_name
from reader.formats.source import UnreadableError

_MOST_FILES = 20_000
_LARGEST_FILE = 64_000_000
"""Bytes that one file may unpack to."""
_LARGEST_SUM = 512_000_000
"""Bytes that all files read from one archive may have together."""
_ORDINARY_SUM = 8_000_000
"""Bytes that may be read from any archive. Beyond, what is unpacked must be in proportion to the archive."""
_STEEPEST = 100
"""Bytes unpacked for each byte of the archive; text comes to 10. The archive is what is compared, not the
packed file, so that files that share their packed data gain nothing by it."""
_STORED, _DEFLATED = 0, 8
_LOCAL = struct.Struct("<4s5H3I2H")
"""A local file header; APPNOTE.TXT of the zip format, 4.3.7."""
_LOCAL_MARK = b"PK\x03\x04"
_HEADER = re.compile(b"PK(?:\x03\x04|\x01\x02|\x07\x08|\x05\x06)")
_HEADERS_OF_ONE = 4
"""What a file may have at most of these."""
_SIZE_AFTER = 8
"""The flag that says that the sizes stand after the data."""
_LONGEST_NAME = 1024
"""Bytes."""
_CHUNK = 65536
"""Packed bytes taken at a time."""
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//|\s*(?:data|mailto|tel|urn|javascript):", re.IGNORECASE)
"""Addresses that name no file of the archive."""
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    NotImplementedError,
    ValueError,
    IndexError,
    EOFError,
    struct.error,
    OverflowError,
)


class _Member(NamedTuple):
    """A file as the archive describes it."""

    name: str
    header: int
    """Where its local header begins."""
    size: int
    """Of the packed data; believed only where that is stored as it is."""
    method: int
    encrypted: bool


class Archive:
    """A zip archive. What it holds is never written to disk. It changes: it counts what was read.

    Raises `UnreadableError` where there is no zip, or more in it than any work has. A directory that is cut
    off or leads astray is replaced by a search for the files themselves.
    """

    def __init__(self, data: bytes) -> None:
        members = _listed(data) or _found(data)
        if not members:
            raise UnreadableError("It is a damaged zip archive.")
        self._data = data
        self._members = {member.name: member for member in members}  # of one name, the last is the newest
        self._read: dict[str, int] = {}
        self._sum = 0
        self.names: tuple[str, ...] = tuple(self._members)
        """Of its files, in the archive's order, with "/" between folders; none leads out of it."""
        self._folded: dict[str, str] = {}
        self._bare: dict[str, str] = {}
        for name in self.names:
            self._folded.setdefault(_folded(name), name)
            bare = _folded(name.rpartition("/")[2])
            self._bare[bare] = "" if bare in self._bare else name

    def find(self, path: str, base: str = "") -> str | None:
        r"""The name of the file that a path in the file `base` means; None if there is none.

        The path may be percent-encoded or not, written with "\", in another case, relative to the archive's
        root or in a wrong folder: then it is the only file of that name. It has no fragment.
        """
        if not path:
            return None
        spellings = dict.fromkeys((path, path.strip(), unquote(path.strip())))
        folder = "" if path.startswith(("/", "\\")) else base.rpartition("/")[0]
        places = dict.fromkeys(
            _inside(f"{start}/{spelling}") for start in (folder, "") for spelling in spellings
        )
        for place in places:
            if place in self._members:
                return place
        if _ELSEWHERE.match(path):
            return None
        for place in places:
            if _folded(place) in self._folded:
                return self._folded[_folded(place)]
        bare = _folded(list(places)[-1].rpartition("/")[2])
        return self._bare.get(bare) or None

    def read(self, name: str) -> bytes:
        """What a file holds; as much of it as there is where the archive is cut off in it.

        Raises `UnreadableError` where it is damaged, encrypted, not there or too large.
        """
        member = self._members.get(name)
        if member is None:
            raise UnreadableError("A file that should be in it is missing.")
        if member.encrypted:
            raise UnreadableError(
                "It is encrypted with a password: unpack it with that, and add what is in it."
            )
        start = self._start(member)
        if member.method == _STORED:
            data = self._data[start : start + min(member.size, _LARGEST_FILE + 1)]
        elif member.method == _DEFLATED:
            data = self._inflated(start)
        else:
            raise UnreadableError("It is packed in a way that Reader does not know.")
        self._count(name, len(data))
        return data

    def _start(self, member: _Member) -> int:
        """Where the packed data begins."""
        header = self._data[member.header : member.header + _LOCAL.size]
        if len(header) < _LOCAL.size or not header.startswith(_LOCAL_MARK):
            raise UnreadableError("It is a damaged zip archive.")
        *_, name, extra = _LOCAL.unpack(header)
        return member.header + _LOCAL.size + int(name) + int(extra)

    def _inflated(self, start: int) -> bytes:
        """The data of a deflated stream, which says itself where it ends, whatever size it was given."""
        unpacker, parts, size = zlib.decompressobj(-zlib.MAX_WBITS), [], 0
        view = memoryview(self._data)
        try:
            while not unpacker.eof and start < len(view) and size <= _LARGEST_FILE:
                part = unpacker.decompress(view[start : start + _CHUNK], _LARGEST_FILE + 1 - size)
                start += _CHUNK
                size += len(part)
                parts.append(part)
        except zlib.error:
            raise UnreadableError("It is damaged: a file in it can't be unpacked.") from None
        return b"".join(parts)

    def _count(self, name: str, size: int) -> None:
        """Take note of what was read. Raises `UnreadableError` once it is too much."""
        self._sum += size - self._read.get(name, 0)
        self._read[name] = size
        most = min(_LARGEST_SUM, max(_ORDINARY_SUM, _STEEPEST * len(self._data)))
        if size > _LARGEST_FILE or self._sum > most:
            raise UnreadableError("It unpacks to far more than a work holds.")


def _listed(data: bytes) -> list[_Member]:
    """The files in the archive's directory; none where that is damaged or does not lead to them."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
    except _BROKEN_ZIP:
        return []
    _refuse_too_many(len(infos))
    if any(not data.startswith(_LOCAL_MARK, info.header_offset) for info in infos):
        return []
    return [
        _Member(name, info.header_offset, info.compress_size, info.compress_type, bool(info.flag_bits & 1))
        for info in infos
        if not info.filename.endswith("/") and (name := _inside(member_name(info)))
    ]


def _found(data: bytes) -> list[_Member]:
    """The files whose own headers are there, for an archive without a directory that is right."""
    members: list[_Member] = []
    marks = _headers(data)
    beginnings = {*marks, len(data)}
    end = 0
    for at, follows in zip(marks, [*marks[1:], len(data)], strict=False):
        if at < end or not data.startswith(_LOCAL_MARK, at) or at + _LOCAL.size > len(data):
            continue
        _refuse_too_many(len(members))
        _, _, flags, method, _, _, _, size, _, name_size, extra_size = _LOCAL.unpack_from(data, at)
        begin = at + _LOCAL.size + name_size + extra_size
        if flags & _SIZE_AFTER and not size:
            size = max(0, follows - begin)
        name = (
            _decoded(data[at + _LOCAL.size : at + _LOCAL.size + name_size])
            if name_size <= _LONGEST_NAME
            else ""
        )
        if method in (_STORED, _DEFLATED) and _inside(name) and not name.endswith(("/", "\\")):
            members.append(_Member(_inside(name), at, size, method, bool(flags & 1)))
        end = begin + size if begin + size in beginnings else 0  # an archive in the archive is passed over
    return members


def _headers(data: bytes) -> list[int]:
    """Where something begins that the archive consists of: a file, its sizes, its line in the directory."""
    marks = [found.start() for found in islice(_HEADER.finditer(data), _MOST_FILES * _HEADERS_OF_ONE + 1)]
    _refuse_too_many(len(marks) // _HEADERS_OF_ONE + 1)
    return marks


def _decoded(name: bytes) -> str:
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("cp437")


def _inside(path: str) -> str:
    """The path from the archive's root, without steps up or in place; one that leads out ends at the root."""
    parts: list[str] = []
    for part in clean(path).replace("\n", "").replace("\\", "/").split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _refuse_too_many(count: int) -> None:
    if count > _MOST_FILES:
        raise UnreadableError(f"It is an archive of more than {_MOST_FILES:,} files, which is no work.")
