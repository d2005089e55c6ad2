"""What breaks a zip archive: its headers and its directory, and what is in its files."""

from __future__ import annotations

import struct
import zipfile
import zlib
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from tests.formats.mutations import CONTROLS, mutated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

_NAMES = (
    *("../../etc/passwd", "/etc/passwd", "C:\\x", "a/../../b", "", "/", "//", ".", ".."),
    *("x" * 3000, "a" + "/a" * 500),
    *("META-INF/container.xml", "mimetype", "content.opf", "\x1b[2J.xhtml", "\u202egnp.exe", "con", "é.html"),
)
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_FIELDS = {_LOCAL: 30, _CENTRAL: 46, _END: 22}
"""How long the part of a header with numbers is (APPNOTE.TXT of the zip format, 4.3)."""
_VALUES = (0, 1, 8, 9, 0x800, 0x7FFFFFFF, 0xFFFF, 0xFFFFFFFF)


def mutated_archive(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """The archive with its bytes, its headers, its list of files or what is in its files changed."""
    chance = random.random()
    if chance < 0.1:
        return mutated(data, others, random)
    if chance < 0.25:
        return _headers(data, random)
    files = unpacked(data)
    if chance < 0.4:
        files = _list(files, others, random)
    else:
        texts = [text for _, text in files]
        for at in random.sample(range(len(files)), min(len(files), random.choice((1, 1, 1, 2, 10)))):
            files[at] = (files[at][0], mutated(files[at][1], texts, random))
    made = packed(files)
    return _headers(made, random) if chance > 0.97 else made


def unpacked(data: bytes) -> list[tuple[str, bytes]]:
    """The files of a whole archive with their names."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def packed(files: Sequence[tuple[str, bytes]]) -> bytes:
    """An archive of files, whatever their names are and however often they come."""
    out, directory = bytearray(), bytearray()
    for name, data in files:
        squeezed = zlib.compressobj(1, wbits=-15)
        body = squeezed.compress(data) + squeezed.flush()
        label, at = name.encode("utf-8", "surrogatepass"), len(out)
        common = (20, 0x800, 8, 0, 0x21, zlib.crc32(data), len(body), len(data), len(label))
        out += struct.pack("<4s5H3I2H", _LOCAL, *common, 0) + label + body
        directory += struct.pack("<4s6H3I5H2I", _CENTRAL, 20, *common, 0, 0, 0, 0, 0, at) + label
    count = len(files) & 0xFFFF
    end = struct.pack("<4s4H2IH", _END, 0, 0, count, count, len(directory), len(out), 0)
    return bytes(out + directory + end)


def _headers(data: bytes, random: Random) -> bytes:
    """Numbers in headers made others: versions, flags, method, sizes, lengths, places."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 3))):
        mark = random.choice(tuple(_FIELDS))
        places = [at for at in range(len(data)) if data.startswith(mark, at)]
        if places:
            at = random.choice(places) + random.randrange(4, _FIELDS[mark] - 1)
            form = random.choice(("<H", "<I"))
            value = random.choice(_VALUES) & (0xFFFF if form == "<H" else 0xFFFFFFFF)
            with suppress(struct.error):
                struct.pack_into(form, changed, at, value)
    return bytes(changed)


def _list(files: list[tuple[str, bytes]], others: Sequence[bytes], random: Random) -> list[tuple[str, bytes]]:
    """Files gone, twice, in another order, under other names, exchanged for those of other archives."""
    match random.randrange(6):
        case 0:
            del files[random.randrange(len(files))]
        case 1:
            files.append((random.choice(files)[0], random.choice(files)[1]))
        case 2:
            random.shuffle(files)
        case 3:
            at = random.randrange(len(files))
            files[at] = (random.choice(_NAMES), files[at][1])
        case 4:
            at = random.randrange(len(files))
            poison = random.choice(CONTROLS).decode("utf-8", "surrogateescape")
            with suppress(UnicodeError):
                (files[at][0] + poison).encode("utf-8", "surrogatepass")
                files[at] = (files[at][0] + poison, files[at][1])
        case _:
            at = random.randrange(len(files))
            other = random.choice(others) if others else b""
            files[at] = (files[at][0], other)
    return files
