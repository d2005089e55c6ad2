"""Words cut at the end of a line put together again, by what else the same text holds."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BEFORE = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*$")
_AFTER = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SOFT = "\xad"
_HARD = ("-", "‐")
_NO_SPACE_AFTER = ("—", "/")
"""After these a line may end within a word or between two that no space parts."""


class Vocabulary:
    """The words of a text, counted without regard to case. Words at the ends of lines don't count."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        for line in lines:
            words = [word.lower() for word in _WORD.findall(line)]
            self._counts.update(words[1:-1] or words)

    def join(self, before: str, after: str) -> tuple[int, str]:
        """How two lines join: how many characters the first loses at its end, and what comes between."""
        last, following = before[-1:], after[:1]
        if last == _SOFT or (last in _HARD and before[-2:-1].isalnum() and following.isalnum()):
            return 1, self._hyphen(before[:-1], after)
        if last in _NO_SPACE_AFTER and before[-2:-1].strip() and following.isalnum():
            return 0, ""
        if before.endswith("--") and before[-3:-2].isalnum():
            return 0, ""
        return 0, " "

    def _hyphen(self, before: str, after: str) -> str:
        """The hyphen between two parts of a word, empty where it only stood for the cut."""
        first, second = _BEFORE.search(before), _AFTER.match(after)
        if not first or not second:
            return "-"
        whole, kept = (self._counts[f"{first[0]}{between}{second[0]}".lower()] for between in ("", "-"))
        if whole or kept:
            return "-" if kept > whole else ""
        apart = self._counts[first[0].lower()] and self._counts[second[0].lower()]
        return "-" if second[0][0].isupper() or apart else ""
