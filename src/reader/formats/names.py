"""Several names in one line, told apart."""

from __future__ import annotations

import re

_MOST_PARTS = 8
"""Of a name at its commas."""
_COMMA_OR_BRACKET = re.compile(r",\s+|[()]")
_BETWEEN_AUTHORS = re.compile(r" ?[,;] ?| (?:&|and) ")


def split_names(value: str, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The names joined by ", ". A comma in parentheses, or in a name that is known, parts nothing."""
    parts = _at_commas(value)
    names = []
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + _MOST_PARTS), at, -1):
            name = ", ".join(parts[at:end])
            if end == at + 1 or name in known:
                names.append(name)
                at = end
                break
    return tuple(name for name in names if name)


def split_authors(text: str) -> tuple[str, ...]:
    """The authors in "Ana Salt, T. Oxbow and marrowlight"."""
    return tuple(name for part in _BETWEEN_AUTHORS.split(" ".join(text.split())) if (name := part.strip()))


def _at_commas(value: str) -> list[str]:
    """The stretches between commas; one that ")" follows before any "(" parts nothing."""
    cuts: list[tuple[int, int]] = []
    waiting: list[tuple[int, int]] = []
    for found in _COMMA_OR_BRACKET.finditer(value):
        if found[0].startswith(","):
            waiting.append(found.span())
        else:
            cuts += waiting if found[0] == "(" else ()
            waiting = []
    parts = []
    at = 0
    for start, end in [*cuts, *waiting]:
        parts.append(" ".join(value[at:start].split()))
        at = end
    return [*parts, " ".join(value[at:].split())]
