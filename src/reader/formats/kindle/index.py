"""The indexes in a Kindle file (INDX records): the contents, and where the pieces of a KF8 belong.

Source: the MobileRead wiki, "MOBI", INDX and TAGX; KindleUnpack (mobi_index.py).
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reader.formats.kindle.container import NONE, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.formats.kindle.container import Volume

_MOST_ENTRIES = 20_000
_MOST_TAGS = 16
_MOST_VALUES = 16


class Row(NamedTuple):
    """An entry: its name, and its values by tag."""

    name: bytes
    values: Mapping[int, list[int]]

    def value(self, tag: int, at: int = 0) -> int:
        """A value, 0 where there is none."""
        values = self.values.get(tag, [])
        return values[at] if at < len(values) else 0


def read_index(volume: Volume, first: int) -> tuple[list[Row], Mapping[int, bytes]]:
    """The entries of the index that begins at a record, and the texts they point at, by offset."""
    head = volume.record(first)
    if first == NONE or head[:4] != b"INDX":
        return [], {}
    length, records, label_records = number(head, 4), number(head, 24), number(head, 52)
    control, tags = _tags(head, length)
    rows: list[Row] = []
    records = min(records, len(volume.records))
    for index in range(records):
        found = _rows(volume.record(first + 1 + index), control, tags)
        rows += islice(found, _MOST_ENTRIES - len(rows))
    labels: dict[int, bytes] = {}
    for index in range(min(label_records, len(volume.records))):
        found_labels = _labels(volume.record(first + 1 + records + index))
        for at, label in islice(found_labels, _MOST_ENTRIES - len(labels)):
            labels[index * 0x10000 + at] = label
    return rows, labels


def _tags(head: bytes, at: int) -> tuple[int, list[bytes]]:
    """How many control bytes an entry has, and the tags: each four bytes: tag, values, mask, end."""
    if head[at : at + 4] != b"TAGX":
        return 0, []
    end = at + min(number(head, at + 4), 4096)
    table = [head[start : start + 4] for start in range(at + 12, end, 4)]
    return number(head, at + 8), [tag for tag in table if len(tag) == 4][:_MOST_TAGS]


def _rows(record: bytes, control: int, tags: list[bytes]) -> Iterator[Row]:
    offsets, count = number(record, 20), number(record, 24)
    for index in range(min(count, len(record) // 2)):
        at = number(record, offsets + 4 + 2 * index, 2)
        size = record[at] if at < len(record) else 0
        name = record[at + 1 : at + 1 + size]
        yield Row(name, _values(record, at + 1 + size, control, tags))


def _values(record: bytes, start: int, control: int, tags: list[bytes]) -> dict[int, list[int]]:
    """The values of one entry, whose control bytes begin at `start`."""
    at = start + control
    counts: list[tuple[int, int, int]] = []
    for tag, size, mask, end in tags:
        if end & 1:
            start += 1
            continue
        value = (record[start] if start < len(record) else 0) & mask
        if not value:
            continue
        if value == mask and mask.bit_count() > 1:
            width, at = _variable(record, at)
            counts.append((tag, NONE, width))
        else:
            shift = (mask & -mask).bit_length() - 1
            counts.append((tag, (value >> shift) * size, 0))
    values: dict[int, list[int]] = {}
    for tag, count, width in counts:
        found: list[int] = []
        end = min(at + width, len(record))
        while len(found) < min(count, _MOST_VALUES) and (count != NONE or at < end):
            value, at = _variable(record, at)
            found.append(value)  # beyond the end of the record: 0
        values[tag] = found
    return values


def _labels(record: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(record) and record[at]:
        begin = at
        size, at = _variable(record, at)
        yield begin, record[at : at + size]
        at += size


def _variable(data: bytes, at: int) -> tuple[int, int]:
    """The number of seven bits a byte whose last byte has its highest bit set, and the offset after it."""
    value = 0
    for byte in data[at : at + 4]:
        value = value << 7 | byte & 0x7F
        at += 1
        if byte & 0x80:
            break
    return value, at
