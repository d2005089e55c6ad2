"""The container of Kindle files: a Palm database of records, and the header in the first of them.

Source: the MobileRead wiki, "PDB", "MOBI" and "EXTH"; foliate-js (mobi.js); KindleUnpack for KF8's offsets.
Numbers are big-endian. A number beyond the end of a record is 0, and a record beyond the last is empty, so
that a damaged file fails where its text is found to be missing and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NONE = 0xFFFFFFFF
"""The index of a record that is not there."""
DAMAGED = "It is a Kindle file, but a damaged one."
_ENCODINGS = {1252: "cp1252", 65001: "utf-8"}
_MOST_FACTS = 10_000


def number(data: bytes, at: int, size: int = 4) -> int:
    """The unsigned number of `size` bytes at an offset."""
    return int.from_bytes(data[at : at + size])


@dataclass(frozen=True, slots=True)
class Header:
    """What the first record of a work says. Indexes are those of records in `Volume.records`."""

    version: int
    """8 for KF8 (AZW3), 6 and less for MOBI."""
    compression: int
    text_records: int
    encrypted: bool
    encoding: str
    title: str
    trailing: int
    """Bit 0: each text record ends in bytes of a cut character; each other bit: in one more entry to drop."""
    first_image: int
    huffman: int
    huffman_records: int
    contents: int
    fragments: int
    skeletons: int
    flows: int
    facts: Mapping[int, tuple[bytes, ...]]
    """The EXTH records by type: 100 author, 103 description, 105 subject, 503 title …"""

    def texts(self, kind: int) -> tuple[str, ...]:
        """The EXTH records of a type as text."""
        return tuple(value.decode(self.encoding, errors="replace") for value in self.facts.get(kind, ()))


@dataclass(frozen=True, slots=True)
class Volume:
    """One of the works in a file (a MOBI may hold a KF8 of the same work behind it)."""

    header: Header
    records: Sequence[bytes]
    """From the header on; what the header's indexes count."""

    def record(self, index: int) -> bytes:
        """A record, empty where there is none."""
        return self.records[index] if 0 <= index < len(self.records) else b""


def open_volume(data: bytes) -> Volume:
    """The best work in a file: the KF8 where there is one. Raises `UnreadableError` where it is none."""
    records = _records(data)
    volume = Volume(read_header(records[0]), records)
    boundary = number(next(iter(volume.header.facts.get(121, ())), b"")[:4], 0)
    behind = records[boundary] if 0 < boundary < min(NONE, len(records)) else b""
    if behind[16:20] == b"MOBI" and number(behind, 36) == 8:
        # pictures are counted in the records of the whole file
        header = read_header(behind)
        facts = {**volume.header.facts, **header.facts}
        shifted = replace(header, facts=facts, first_image=volume.header.first_image - boundary)
        volume = Volume(shifted, records[boundary:])
    if volume.header.encrypted:
        raise UnreadableError("It is protected by DRM, and only the shop's own apps can read it.")
    return volume


def _records(data: bytes) -> list[bytes]:
    count = number(data, 76, 2)
    starts = [number(data, 78 + 8 * index) for index in range(count)]
    if not starts or starts != sorted(starts) or starts[0] < 78 + 8 * count or starts[0] >= len(data):
        raise UnreadableError(DAMAGED)
    return [data[start:end] for start, end in pairwise([*starts, len(data)])]


def read_header(record: bytes) -> Header:
    """The header in a record. Raises `UnreadableError` where it is none."""
    if record[16:20] != b"MOBI":
        raise UnreadableError(DAMAGED)
    length = number(record, 20)
    encoding = _ENCODINGS.get(number(record, 28), "utf-8")
    title = record[number(record, 84) :][: min(number(record, 88), 4096)]
    kf8 = number(record, 36) == 8
    has = {name: length + 16 >= at + 4 for name, at in (("trailing", 240), ("contents", 244), ("kf8", 260))}
    return Header(
        version=number(record, 36),
        compression=number(record, 0, 2),
        text_records=number(record, 8, 2),
        encrypted=number(record, 12, 2) != 0,
        encoding=encoding,
        title=title.decode(encoding, errors="replace"),
        trailing=number(record, 242, 2) if has["trailing"] else 0,
        first_image=number(record, 108),
        huffman=number(record, 112),
        huffman_records=number(record, 116),
        contents=number(record, 244) if has["contents"] else NONE,
        fragments=number(record, 248) if kf8 and has["kf8"] else NONE,
        skeletons=number(record, 252) if kf8 and has["kf8"] else NONE,
        flows=number(record, 192) if kf8 else NONE,
        facts=_facts(record, 16 + length) if number(record, 128) & 0x40 else {},
    )


def _facts(record: bytes, at: int) -> dict[int, tuple[bytes, ...]]:
    """The EXTH section at an offset."""
    found: dict[int, tuple[bytes, ...]] = {}
    if record[at : at + 4] != b"EXTH":
        return found
    count, at = min(number(record, at + 8), _MOST_FACTS), at + 12
    for _ in range(count):
        kind, size = number(record, at), number(record, at + 4)
        if size < 8 or at + size > len(record):
            break
        found[kind] = (*found.get(kind, ()), record[at + 8 : at + size])
        at += size
    return found
