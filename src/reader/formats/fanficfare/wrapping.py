"""Lines put back together that FanFicFare wrapped, by Python's `textwrap`, headings and labels included."""

from __future__ import annotations

import re
from textwrap import TextWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_USUAL = 78
"""Columns, unless the user chose another width."""
_NEARLY = 70
"""The longest line of a text that was wrapped at 78 is hardly shorter."""
_FEW = 20
"""One line in so many may be wider than the rest, because an address in it could not be broken."""
_HYPHENATED = re.compile(r"(?<=\w[-–])\n(?=\w)|(?<=\w)\n(?=--\w)|(?<=--)\n(?=\w)")


def width_of(lines: Sequence[str]) -> int:
    """How wide the lines were wrapped; 0 where they were not."""
    lengths = [len(line.rstrip()) for line in lines if line.strip()]
    wider = [length for length in lengths if length > _USUAL]
    if len(wider) * _FEW > len(lengths):
        return 0 if max(wider) > 2 * _USUAL else max(wider)
    longest = max((length for length in lengths if length <= _USUAL), default=0)
    return longest if longest < _NEARLY else _USUAL


def goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line is the rest of the one before it: its first word had no room there."""
    if not width or not before.strip() or not line.strip() or line[:1].isspace():
        return False
    chunks = TextWrapper.wordsep_re.split(line[: 2 * width])  # as `textwrap` cut it
    first = next(chunk for chunk in chunks if chunk)
    space = 0 if before.endswith("-") else 1
    return len(before) + space + len(first) > width


def joined(lines: Sequence[str]) -> str:
    """The lines as one, as they were before they were wrapped: a line may end at a hyphen within a word."""
    return " ".join(rejoin_words("\n".join(line.strip() for line in lines)).split())


def rejoin_words(text: str) -> str:
    """The text without the line feeds that stand after a hyphen or a dash within a word."""
    return _HYPHENATED.sub("", text)
