"""Numbers as facts of a work give them: of sensible size, or none."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[,.\s]")
_MOST_DIGITS = 12
_LAST_PART = 1e6
"""No series comes so far."""


def whole_number(text: str) -> int | None:
    """The number in a text of digits and what stands between thousands, None for any other text."""
    digits = _BETWEEN.sub("", text)
    sensible = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    return int(digits) if sensible else None


def part_number(text: str) -> float | None:
    """A work's number in its series ("2", "1,5"); None where it is none, or none that a series comes to."""
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) < _LAST_PART else None
