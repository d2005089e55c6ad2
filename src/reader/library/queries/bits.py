"""Sets of works as Python integers: bit 0 is the first work of a list.

The operators of integers are as fast as sets of this kind get without C of our own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEW = 8
"""Positions up to which adding them up is quicker than filling a bytearray."""
_IS_SET = bytes.maketrans(b"01", b"\x00\x01")


def bit_set(positions: Sequence[int], size: int = 0) -> int:
    """The set of these positions, where they are more than a few all below `size`; one may come twice."""
    if len(positions) <= _FEW:
        works = 0
        for position in positions:
            works |= 1 << position
        return works
    octets = bytearray(size // 8 + 1)
    for position in positions:
        octets[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(octets, "little")


def flags(works: int, size: int) -> bytes:
    """A byte for each of `size` works: 1 for those in the set."""
    return f"{works:0{size}b}"[::-1].encode().translate(_IS_SET)
