"""The breaks of a laid-out chapter as bytes, so that they can be kept and need not be chosen again.

What is kept belongs to one text, one style and one version of layout: all three are in its key.
"""

from __future__ import annotations

import sys
from array import array
from typing import TYPE_CHECKING

try:
    from _blake2 import blake2b  # hashlib would load OpenSSL as well: three milliseconds before a page
except ImportError:
    from hashlib import blake2b

from reader.layout.cells import has_wide_ambiguous

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.layout.breaking import Breaks
    from reader.layout.pages import ChapterLayout
    from reader.layout.style import PageStyle
    from reader.work.model import Chapter

_VERSION = 4
"""To be raised when the same text and style get other breaks."""


def breaks_key(chapter: Chapter, style: PageStyle) -> str:
    """What the breaks of a chapter are kept under; the height of pages is not in it."""
    digest = blake2b(digest_size=16)
    blocks = chapter.blocks
    looks = (style.measure, style.indent, style.notes.value, style.setting, style.whole, style.hyphenation)
    version = (_VERSION, "wide") if has_wide_ambiguous() else _VERSION
    for part in (
        repr((version, len(blocks), looks, style.language)),
        ",".join([block.kind for block in blocks]),
        ",".join([block.role for block in blocks]),
        ",".join([block.align for block in blocks]),
        ",".join([block.marker for block in blocks]),
        ",".join([block.lang for block in blocks]),
        repr([(block.level, block.quote, block.continues, block.rtl) for block in blocks]),
        chapter.text,
    ):
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def pack_breaks(layout: ChapterLayout) -> bytes:
    """The breaks of a layout's blocks: block, count, each offset twice, odd if divided."""
    numbers = array("I")
    for block, (begins, hyphens) in layout.breaks().items():
        numbers.append(block)
        numbers.append(len(begins))
        numbers.extend([2 * begin + (begin in hyphens) for begin in begins])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def unpack_breaks(data: bytes, chapter: Chapter) -> Mapping[int, Breaks]:
    """The breaks by block; none where the bytes are not those of such a chapter."""
    numbers = array("I")
    if len(data) % numbers.itemsize:
        return {}
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    found: dict[int, Breaks] = {}
    at = 0
    while at + 2 <= len(numbers):
        block, count = numbers[at], numbers[at + 1]
        marked = numbers[at + 2 : at + 2 + count]
        begins = [number >> 1 for number in marked]
        if block >= len(chapter.blocks) or not 0 < len(begins) == count:
            return {}
        if begins[-1] >= len(chapter.blocks[block].text) or begins != sorted(set(begins)):
            return {}
        found[block] = begins, frozenset([number >> 1 for number in marked if number & 1])
        at += 2 + count
    return found if at == len(numbers) else {}
