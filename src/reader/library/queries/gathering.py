"""Which works of a list write which names, gathered in pauses of two milliseconds."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from reader.library.queries.facets import FACTS, TAGS, Facet

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from reader.library.entries import Entry
    from reader.work.model import Tag

Written: TypeAlias = "dict[str, Sequence[int]]"
"""Names as they are written, with the positions of the works; one may be there twice."""
STEP = 500
"""Entries or names between two pauses: about two milliseconds."""


def gathered(entries: Sequence[Entry], facet: Facet) -> Generator[None, None, dict[Facet, Written]]:
    """What works write of a facet; of a kind of tag, what they write of all kinds, which takes no longer."""
    if facet in TAGS:
        return (yield from _tags(entries))
    found: dict[str, list[int]] = defaultdict(list)
    values_of = FACTS[facet]
    for position, entry in enumerate(entries):
        for name in values_of(entry):
            found[name].append(position)
        if position % STEP == STEP - 1:
            yield
    written: Written = {}
    written.update(found)
    return {facet: written}


def together(some: Sequence[int], more: Sequence[int]) -> list[int]:
    """All of these positions; where `some` are in a list it is that list."""
    if not isinstance(some, list):
        return [*some, *more]
    some += more
    return some


def _tags(entries: Sequence[Entry]) -> Generator[None, None, dict[Facet, Written]]:
    # Tags are told apart by identity: the catalogue gives equal tags as one object, and hashing each takes
    # ten times as long. Four in five are of one work, and the same tuple is enough for all of those.
    tags: list[Tag] = []
    first: dict[int, tuple[int]] = {}
    several: dict[int, list[int]] = {}
    for position, entry in enumerate(entries):
        alone = (position,)
        for number, tag in zip(map(id, entry.info.tags), entry.info.tags, strict=True):
            if number in several:
                several[number].append(position)
            elif number in first:
                several[number] = [*first[number], position]
            else:
                first[number] = alone
                tags.append(tag)
        if position % STEP == STEP - 1:
            yield
    written: dict[Facet, Written] = {facet: {} for facet in TAGS}
    by_kind = {facet.value: names for facet, names in written.items()}
    for done, (tag, (number, works)) in enumerate(zip(tags, first.items(), strict=True)):
        names = by_kind[tag.kind]
        positions = several.get(number, works)
        known = names.get(tag.name)
        names[tag.name] = positions if known is None else together(known, positions)
        if done % (4 * STEP) == 0:
            yield
    return written
