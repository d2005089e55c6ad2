"""Tags made comparable: order in relationships, wordings of warnings and ratings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.work.model import TagKind
from reader.work.names import fold_name

if TYPE_CHECKING:
    from reader.work.model import Tag

_OUTSIDE_BRACKETS = re.compile(r"([/&|])(?![^()]*\))")

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
    parts = _OUTSIDE_BRACKETS.split(name)
    for separator in "/&":
        names = _joined(parts, separator)
        if len(names) > 1:
            return separator, names
    return "", (name.strip(),)


def _joined(parts: list[str], separator: str) -> tuple[str, ...]:
    names = [""]
    for index, part in enumerate(parts):
        if index % 2 and part == separator:
            names.append("")
        else:
            names[-1] += part
    return tuple(name.strip() for name in names if name.strip())


def rating_letter(name: str) -> str | None:
    """G, T, M, E or N for a rating in any wording, None for one the archive does not have."""
    return _RATING_LETTERS.get(fold_name(name))


def tag_key(tag: Tag) -> str:
    """What two tags of the same kind have in common exactly when they mean the same."""
    name = fold_name(tag.name)
    if tag.kind is TagKind.WARNING:
        return _WARNINGS.get(name, name)
    if tag.kind is TagKind.RATING:
        letter = rating_letter(name)
        return fold_name(RATINGS[letter]) if letter else name
    if tag.kind in (TagKind.RELATIONSHIP, TagKind.CATEGORY):
        separator, names = members(name)
        spaced = f" {separator} " if separator == "&" else separator
        return spaced.join(sorted(names))
    return name


def wordings(kind: TagKind, key: str) -> tuple[str, ...]:
    """The folded names that a key of `tag_key` stands for, its own first."""
    others = _WARNINGS if kind is TagKind.WARNING else {}
    return (key, *(name for name, of in others.items() if of == key))
