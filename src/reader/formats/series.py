"""A work's series and its part in each, as sites and programs write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.numbers import part_number
from reader.work.model import SeriesPart

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBER = r"\d{1,9}(?:\.\d{1,9})?"
_PART = re.compile(rf"(?:^|,\s*)Part\s+({_NUMBER})\s+of\s+", re.IGNORECASE)
_PART_BEFORE = re.compile(rf"\bPart\s+({_NUMBER})\s+of\s*$", re.IGNORECASE)
_PART_BEHIND = re.compile(rf"(.*\S)\s*\[({_NUMBER})\]")


def read_series(text: str, links: Iterable[tuple[str, str]] = ()) -> tuple[SeriesPart, ...]:
    """The series in AO3's words: "Part 2 of The Harbour Years, Part 1 of Salt".

    `links` are the titles and addresses found in it, in order: with them a title may hold anything, without
    them one that itself holds ", Part 2 of" would be taken for two.
    """
    parts = []
    rest = " ".join(text.split())
    for title, url in links:
        name = " ".join(title.split())
        if name:
            before, _, rest = rest.partition(name)
            part = _PART_BEFORE.search(before)
            parts.append(SeriesPart(name, part_number(part[1]) if part else None, url))
    if parts:
        return tuple(parts)
    pieces = _PART.split(rest)
    return tuple(
        SeriesPart(name.strip(" ,"), part_number(part))
        for part, name in zip(pieces[1::2], pieces[2::2], strict=True)
    )


def read_one_series(text: str, url: str = "") -> SeriesPart:
    """The one series in a text: in AO3's words, as calibre and FanFicFare write it ("Salt [2]"), or bare."""
    text = " ".join(text.split())
    found = _PART.match(text)
    if found:
        return SeriesPart(text[found.end() :], part_number(found[1]), url)
    behind = _PART_BEHIND.fullmatch(text)
    return SeriesPart(behind[1], part_number(behind[2]), url) if behind else SeriesPart(text, None, url)
