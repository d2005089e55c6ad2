"""Whether a state file is known to parse, without parsing it: a checksum of sound content is kept aside."""

from __future__ import annotations

import contextlib
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def checksum(pieces: Iterable[bytes]) -> bytes:
    """What tells this content from a damaged or edited one; not made to withstand ill will."""
    sum_so_far = length = 0
    for piece in pieces:
        sum_so_far = zlib.crc32(piece, sum_so_far)
        length += len(piece)
    return b"%08x %d\n" % (sum_so_far, length)


def note(path: Path, known: bytes) -> None:
    """Remember that the file's content, of this checksum, was parsed or written without fault."""
    with contextlib.suppress(OSError):
        _beside(path).write_bytes(known)


def noted(path: Path, known: bytes) -> bool:
    """Whether content of this checksum is remembered as sound."""
    try:
        return _beside(path).read_bytes() == known
    except OSError:
        return False


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".sum")
