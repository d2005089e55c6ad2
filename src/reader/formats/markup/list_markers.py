"""What stands before the items of a list: "•", "3.", "c.", "iv."."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_BULLET = "•"
_LARGEST_ROMAN = 3999
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(slots=True)
class Numbering:
    """A list while it is read; it counts its items."""

    ordered: bool
    kind: str = "1"
    next_number: int = 1
    step: int = 1

    @classmethod
    def of(cls, element: _Element) -> Numbering:
        """How the list element counts, from its `type`, `start` and `reversed`."""
        if element.tag != "ol":
            return cls(ordered=False)
        backwards = element.get("reversed") is not None
        first = len(element.findall("li")) if backwards else 1
        start = _whole(element.get("start"))
        return cls(
            ordered=True,
            kind=element.get("type", "1"),
            next_number=first if start is None else start,
            step=-1 if backwards else 1,
        )

    def marker(self, item: _Element) -> str:
        """The marker of the next item, which may set the count by its `value`."""
        if not self.ordered:
            return _BULLET
        value = _whole(item.get("value"))
        number = self.next_number if value is None else value
        self.next_number = number + self.step
        return f"{_written(number, self.kind)}."


def _whole(text: str | None) -> int | None:
    try:
        return int(text) if text and len(text) < 10 else None
    except ValueError:
        return None


def _written(number: int, kind: str) -> str:
    """The number in the list's `type`: "1", "a", "A", "i" or "I"."""
    if kind in "aA" and number > 0:
        letters = _letters(number)
    elif kind in "iI" and 0 < number <= _LARGEST_ROMAN:
        letters = _roman(number)
    else:
        return str(number)
    return letters.upper() if kind.isupper() else letters


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _roman(number: int) -> str:
    letters = ""
    for value, symbol in _ROMAN:
        count, number = divmod(number, value)
        letters += symbol * count
    return letters
