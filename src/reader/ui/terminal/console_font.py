"""What the font of the Linux console has: 256 or 512 characters, seldom those of good typography."""

from __future__ import annotations

import struct
from array import array
from fcntl import ioctl
from typing import Final

_GIO_UNIMAP: Final = 0x4B66
"""ioctl_console(2): which characters the font of the console has, as pairs of code point and place in it."""
_MOST: Final = 0xFFFF
"""Pairs; the kernel's greatest number of them."""
_PAIR: Final = 2
"""Numbers of two bytes in a pair."""
ASSUMED: Final = "─│┌┐└┘├┤┬┴┼█·×"
"""Beside ASCII, what all fonts for the console have, the one in the kernel (code page 437) included."""


def characters_of_font(file: int) -> frozenset[str] | None:
    """The characters that the console on a file descriptor can show; None where it is no Linux console.

    Over ssh the console is on another machine, and nobody can be asked.
    """
    pairs = array("H", bytes(_MOST * _PAIR * 2))
    request = struct.pack("HP", _MOST, pairs.buffer_info()[0])
    try:
        answer = ioctl(file, _GIO_UNIMAP, request)
    except (OSError, ValueError):  # it is none, or no file at all
        return None
    (count,) = struct.unpack_from("H", answer)
    return frozenset(map(chr, pairs[: count * _PAIR : _PAIR]))
