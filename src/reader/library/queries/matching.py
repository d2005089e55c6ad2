"""Whether a folded name is one that is asked for: by its words, by a part of it, as a relationship."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING

from reader.library.queries.facets import Facet
from reader.library.queries.query import Match
from reader.work.names import fold_name
from reader.work.tags import members

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MOST_MEMBERS = 5
"""In a relationship for which any order is tried; a longer one is compared in the order of names."""
_PAIRED = (Facet.RELATIONSHIP, Facet.CATEGORY)
_SPACED = "[^\\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
"""A letter or digit of a writing that puts spaces between words."""


def name_test(facet: Facet, text: str, match: Match) -> Callable[[str], bool]:
    """A test of keys of this facet; `match` is not `WHOLE`."""
    folded = fold_name(text)
    if facet in _PAIRED:
        separator, names = members(folded)
        if separator:
            wanted = [_pattern(name, match) for name in names]
            return lambda key: _same_members(separator, wanted, key)
    pattern = _pattern(folded, match)
    return lambda key: pattern.search(key) is not None


def literal_of(facet: Facet, text: str) -> str:
    """The longest stretch that every name must hold in which the text is found."""
    folded = fold_name(text)
    names = members(folded)[1] if facet in _PAIRED else (folded,)
    return max((part.strip() for name in names for part in name.split("*")), key=len)


def _same_members(separator: str, wanted: Sequence[re.Pattern[str]], key: str) -> bool:
    """Whether a relationship is one of as many, each of whom is one that is asked for."""
    found, names = members(key)
    if found != separator or len(names) != len(wanted):
        return False
    orders = permutations(names) if len(names) <= _MOST_MEMBERS else [names]
    return any(all(map(_finds, wanted, order)) for order in orders)


def _finds(pattern: re.Pattern[str], name: str) -> bool:
    return pattern.search(name) is not None


@lru_cache(maxsize=256)
def _pattern(text: str, match: Match) -> re.Pattern[str]:
    """A pattern for these words in a row, or for this part, in a folded name; "*" is anything.

    In writing without spaces every character is a word. What follows a "*" is looked for once from there on
    (the groups are atomic), so that no name takes long however many there are.
    """
    parts = list(map(re.escape, text.split("*")))
    if match is Match.WORDS:
        parts[0] = (r"\b" if re.match(_SPACED, text) else "") + parts[0]
        parts[-1] += r"\b" if re.match(_SPACED, text[-1:]) else ""
    return re.compile(parts[0] + "".join(f"(?>.*?{part})" for part in parts[1:]))
