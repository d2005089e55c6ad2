"""Which works of a list write which names, gathered in pauses of two milliseconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from reader.library.queries.facets import FACTS, TAGS, Facet
from reader.work.model import TagKind

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from reader.library.entries import Entry

Written: TypeAlias = "dict[str, Sequence[int]]"
"""Names as they are written, with the positions of the works; one may be there twice."""
STEP = 500
"""Entries or names between two pauses: about two milliseconds."""


def gathered(
    entries: Sequence[Entry], facet: Facet, places: Sequence[tuple[int]]
) -> Generator[None, None, Written]:
    """What works write of a facet; `places` are their positions.

    Most names are of one work: the same tuples for all of those, in every facet, save a megabyte.
    """
    names_of = _tags_of(TagKind(facet.value)) if facet in TAGS else FACTS[facet]
    first: dict[str, Sequence[int]] = {}
    several: dict[str, list[int]] = {}
    for alone, entry in zip(places, entries, strict=True):
        (position,) = alone
        for name in names_of(entry):
            if name in several:
                several[name].append(position)
            elif name in first:
                several[name] = [*first[name], position]
            else:
                first[name] = alone
        if position % STEP == STEP - 1:
            yield
    first.update(several)
    return first


def _tags_of(kind: TagKind) -> Callable[[Entry], Sequence[str]]:
    return lambda entry: [tag.name for tag in entry.info.tags if tag.kind is kind]


def together(some: Sequence[int], more: Sequence[int]) -> list[int]:
    """All of these positions; where `some` are in a list it is that list."""
    if not isinstance(some, list):
        return [*some, *more]
    some += more
    return some
