"""Which works of a list write which names, gathered in pauses of two milliseconds."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from reader.library.queries.facets import FACTS, TAGS, Facet

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from reader.library.entries import Entry
    from reader.work.model import Tag

Written: TypeAlias = "dict[str, list[int]]"
"""Names as they are written, with the positions of the works; one may be there twice."""
STEP = 500
"""Entries or names between two pauses: about two milliseconds."""


def gathered(entries: Sequence[Entry], facet: Facet) -> Generator[None, None, dict[Facet, Written]]:
    """What works write of a facet; of a kind of tag, what they write of all kinds, which takes no longer."""
    if facet in TAGS:
        return (yield from _tags(entries))
    written: Written = defaultdict(list)
    values_of = FACTS[facet]
    for position, entry in enumerate(entries):
        for name in values_of(entry):
            written[name].append(position)
        if position % STEP == STEP - 1:
            yield
    return {facet: written}


def _tags(entries: Sequence[Entry]) -> Generator[None, None, dict[Facet, Written]]:
    positions: dict[int, list[int]] = defaultdict(list)
    tags: dict[int, Tag] = {}
    for position, entry in enumerate(entries):
        # By identity: the catalogue gives equal tags as one object, and hashing each takes ten times as
        # long. Equal tags that are two objects become one name below.
        numbers = list(map(id, entry.info.tags))
        tags.update(zip(numbers, entry.info.tags, strict=True))
        for number in numbers:
            positions[number].append(position)
        if position % STEP == STEP - 1:
            yield
    written: dict[Facet, Written] = {facet: {} for facet in TAGS}
    by_kind = {facet.value: names for facet, names in written.items()}
    for done, (number, works) in enumerate(positions.items()):
        tag = tags[number]
        known = by_kind[tag.kind].setdefault(tag.name, works)
        if known is not works:
            known += works
        if done % (4 * STEP) == 0:
            yield
    return written
