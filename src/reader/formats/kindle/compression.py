"""The text of a Kindle file unpacked: PalmDOC (an LZ77) and HUFF/CDIC (Huffman codes over a dictionary).

Source: the MobileRead wiki, "PalmDOC"; foliate-js (mobi.js) and KindleUnpack (mobi_uncompress.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.kindle.container import DAMAGED, number
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.formats.kindle.container import Volume

_LARGEST = 32 * 1024 * 1024
"""Bytes of text; the longest works have ten million."""
_LARGEST_RECORD = 65536
"""Bytes of one record, packed or not; writers make them 4096."""
_DEEPEST = 32
"""How far entries of the dictionary may be made of other entries."""


def text_of_volume(volume: Volume) -> bytes:
    """All its text. Raises `UnreadableError` where it can't be unpacked or is far too long."""
    unpack = _unpacker(volume)
    parts: list[bytes] = []
    total = 0
    for index in range(1, volume.header.text_records + 1):
        parts.append(unpack(_without_trailing(volume.record(index), volume.header.trailing)))
        total += len(parts[-1])
        if total > _LARGEST:
            raise UnreadableError("It holds more text than Reader takes in.")
    return b"".join(parts)


def _unpacker(volume: Volume) -> Callable[[bytes], bytes]:
    match volume.header.compression:
        case 1:
            return bytes
        case 2:
            return unpack_palmdoc
        case 17480:
            return _Huffman(volume).unpack
    raise UnreadableError(DAMAGED)


def _without_trailing(record: bytes, flags: int) -> bytes:
    """The record without the entries behind its text, the last first; each ends in its own size."""
    for _ in range((flags >> 1).bit_count()):
        size = 0
        for byte in record[-4:]:
            if byte & 0x80:
                size = 0
            size = size << 7 | byte & 0x7F
        if size > len(record):
            raise UnreadableError(DAMAGED)
        record = record[: len(record) - size]
    if flags & 1 and record:
        record = record[: max(0, len(record) - (record[-1] & 3) - 1)]
    return record


def unpack_palmdoc(data: bytes) -> bytes:
    """A PalmDOC record unpacked; one that points before its own beginning is left out from there."""
    out = bytearray()
    at, end = 0, len(data)
    while at < end:
        byte = data[at]
        at += 1
        if 9 <= byte <= 0x7F or byte == 0:
            out.append(byte)
        elif byte <= 8:
            out += data[at : at + byte]
            at += byte
        elif byte >= 0xC0:
            out += bytes((0x20, byte ^ 0x80))
        elif at < end:
            pair = byte << 8 | data[at]
            at += 1
            distance, length = (pair & 0x3FFF) >> 3, (pair & 7) + 3
            if not 0 < distance <= len(out):
                break
            piece = out[-distance:][:length]
            out += (piece * (length // distance + 1))[:length] if distance < length else piece
    return bytes(out)


class _Huffman:
    """The codes and the dictionary of a file; an entry made of others is unpacked when it is first met."""

    def __init__(self, volume: Volume) -> None:
        header = volume.header
        codes = volume.record(header.huffman)
        if codes[:4] != b"HUFF":
            raise UnreadableError(DAMAGED)
        by_byte, by_length = number(codes, 8), number(codes, 12)
        self._by_byte = [number(codes, by_byte + 4 * index) for index in range(256)]
        self._by_length = [
            (number(codes, by_length + 8 * index), number(codes, by_length + 8 * index + 4))
            for index in range(32)
        ]
        self._entries = [
            entry
            for index in range(1, min(header.huffman_records, len(volume.records)))
            for entry in _entries(volume.record(header.huffman + index))
        ]
        self._unpacked = 0

    def unpack(self, data: bytes) -> bytes:
        """A text record unpacked. Raises `UnreadableError` where it is damaged."""
        if len(data) > _LARGEST_RECORD:
            raise UnreadableError(DAMAGED)
        out = bytearray()
        waiting: list[tuple[Iterator[int], bytearray, int]] = [(self._numbers(data), out, -1)]
        while waiting:
            numbers, into, entry = waiting[-1]
            for index in numbers:
                if index >= len(self._entries):
                    raise UnreadableError(DAMAGED)
                text, is_text = self._entries[index]
                if not is_text:
                    waiting.append((self._numbers(text), bytearray(), index))
                    break
                into += text
                if not text or len(into) > _LARGEST_RECORD:
                    raise UnreadableError(DAMAGED)
            else:
                waiting.pop()
                if waiting:
                    self._entries[entry] = (bytes(into), True)
                    self._unpacked += len(into)
                    waiting[-1][1].extend(into)
            if len(waiting) > _DEEPEST or self._unpacked > _LARGEST:
                raise UnreadableError(DAMAGED)
        return bytes(out)

    def _numbers(self, data: bytes) -> Iterator[int]:
        """The entries that the bits stand for."""
        bits, left = int.from_bytes(data) << 64, 8 * len(data)
        size = left + 64
        at = 0
        while left > 0:
            code = bits >> (size - at - 32) & 0xFFFFFFFF
            known = self._by_byte[code >> 24]
            length, greatest = known & 0x1F, known >> 8
            if not known & 0x80:
                while 0 < length <= 32 and code >> (32 - length) < self._by_length[length - 1][0]:
                    length += 1
                if 0 < length <= 32:
                    greatest = self._by_length[length - 1][1]
            if not 0 < length <= 32:
                raise UnreadableError(DAMAGED)
            at, left = at + length, left - length
            if left < 0:
                return
            yield max(greatest - (code >> (32 - length)), 0)


def _entries(record: bytes) -> Iterator[tuple[bytes, bool]]:
    """The entries of one CDIC record, and whether each is text; others are codes themselves."""
    if record[:4] != b"CDIC":
        raise UnreadableError(DAMAGED)
    start, bits = number(record, 4), min(number(record, 12), 16)
    for index in range(min(1 << bits, number(record, 8), len(record) // 2)):
        at = start + number(record, start + 2 * index, 2)
        size = number(record, at, 2)
        yield record[at + 2 : at + 2 + (size & 0x7FFF)], bool(size & 0x8000)
