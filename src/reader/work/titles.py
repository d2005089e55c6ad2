"""Chapter titles: what is left of one without its number, and the keys chapters are known by."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_SPELLED = (
    rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:{_UNITS}))?|{_UNITS}|ten|eleven|twelve|"
    "(?:thir|four|fif|six|seven|eigh|nine)teen"
)
_NUMBERED = re.compile(
    rf"""^\s*(?:
        ch(?:apter|ap\.?|\.)?\s+(?:\d+|[ivxlcdm]+|{_SPELLED})\b\s*(?:[:.,)\-–—]\s*|$)
      | \d{{1,3}}(?:[.:)](?:\s+|$)|$)
      | (?-i:(?=[IVXLC])C{{0,3}}(?:XC|XL|L?X{{0,3}})(?:IX|IV|V?I{{0,3}}))(?:[.:)](?:\s+|$)|$)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_SPACES = re.compile("  +")


def without_number(heading: str) -> str:
    """The title in a heading: "Chapter 3: The Ledger" is "The Ledger", "Chapter 3" and "III." are empty.

    The Archive of Our Own put "Chapter N: " in front of every heading in 2025, so the same chapter of two
    downloads must be compared without it.
    """
    return _NUMBERED.sub("", " ".join(heading.split()))


def folded(text: str) -> str:
    """The text without case, accents, width, punctuation and repeated white space, for comparing."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    changed = {
        ord(c): "" if unicodedata.combining(c) else " "
        for c in set(decomposed)
        if unicodedata.combining(c) or not c.isalnum()
    }
    return _SPACES.sub(" ", decomposed.translate(changed)).strip(" ")


def chapter_keys(titles: Iterable[str]) -> list[str]:
    """The key of each chapter from its title: the folded title, and where it repeats an ordinal after it.

    A chapter without a title has the key "chapter" (with an ordinal from the second on), so that keys of
    untitled chapters count among themselves and a titled one put between them moves none.
    """
    seen: Counter[str] = Counter()
    keys = []
    for title in titles:
        key = folded(without_number(title)) or "chapter"
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key} {seen[key]}")
    return keys
