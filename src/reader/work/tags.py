"""Tags made comparable: order in relationships, wordings of warnings and ratings."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from reader.work.facts import TagKind
from reader.work.names import fold, fold_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.work.facts import Tag

_BRACKET = re.compile(r"([()])")

_UNWARNED = "creator chose not to use archive warnings"
_WARNINGS = {
    "choose not to use archive warnings": _UNWARNED,
    "author chose not to use archive warnings": _UNWARNED,
    "chose not to use archive warnings": _UNWARNED,
    "no warnings apply": "no archive warnings apply",
}
"""Other wordings of a warning: the archive changed "Choose" to "Creator Chose" in 2020."""

RATINGS = {
    "G": "General Audiences",
    "T": "Teen And Up Audiences",
    "M": "Mature",
    "E": "Explicit",
    "N": "Not Rated",
}
"""The archive's ratings by the letter people know them by, mildest first."""
_RATING_LETTERS = {
    "g": "G",
    "general": "G",
    "gen": "G",
    "general audiences": "G",
    "k": "G",
    "t": "T",
    "teen": "T",
    "teen and up": "T",
    "teen and up audiences": "T",
    "teen & up": "T",
    "m": "M",
    "mature": "M",
    "e": "E",
    "explicit": "E",
    "n": "N",
    "nr": "N",
    "not rated": "N",
    "unrated": "N",
}


def members(name: str) -> tuple[str, tuple[str, ...]]:
    """The separator of a folded relationship ("/", "&", or "" for none) and those in it, in their order.

    "/" wins where both occur: "Ana & Bo/Ines" is a romance of two, one of them a pair of names. "|" and
    what is in brackets never separate.
    """
    for separator in "/&":
        names = tuple(part.strip() for part in _parted(name, separator) if part.strip())
        if len(names) > 1:
            return separator, names
    return "", (name.strip(),)


def _parted(name: str, separator: str) -> list[str]:
    """A name parted at a separator, unless the next bracket after it is a closing one."""
    if ")" not in name:
        return name.split(separator)
    chunks = _BRACKET.split(name)
    marked = (
        chunk if after == ")" else chunk.replace(separator, "\0")
        for chunk, after in zip_longest(chunks, chunks[1:])
    )
    return "".join(marked).split("\0")


def joined(separator: str, names: Iterable[str]) -> str:
    """A relationship of these names, as keys have it."""
    return (f" {separator} " if separator == "&" else separator).join(names)


def rating_letter(name: str) -> str | None:
    """G, T, M, E or N for a rating in any wording, None for one the archive does not have."""
    return _RATING_LETTERS.get(fold_name(name))


def tag_key(tag: Tag) -> str:
    """What two tags of the same kind have in common exactly when they mean the same."""
    return KEYS[tag.kind](tag.name)


def _warning_key(name: str) -> str:
    folded = fold(name)
    return _WARNINGS.get(folded, folded)


def _rating_key(name: str) -> str:
    letter = rating_letter(name)
    return fold_name(RATINGS[letter] if letter else name)


def _relationship_key(name: str) -> str:
    separator, names = members(fold(name))
    return joined(separator, sorted(names))


KEYS: dict[TagKind, Callable[[str], str]] = {
    TagKind.RATING: _rating_key,
    TagKind.WARNING: _warning_key,
    TagKind.CATEGORY: _relationship_key,
    TagKind.FANDOM: fold,
    TagKind.RELATIONSHIP: _relationship_key,
    TagKind.CHARACTER: fold,
    TagKind.ADDITIONAL: fold,
}
"""What makes a key of a name, by the kind of tag."""


def warning_wordings(key: str) -> tuple[str, ...]:
    """The other folded names that a warning's key of `tag_key` stands for."""
    return tuple(name for name, of in _WARNINGS.items() if of == key)
