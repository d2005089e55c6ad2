"""Which works a query and the choices in the sidebar leave, and how many of them have which tag."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import reduce
from operator import and_, itemgetter, or_
from typing import TYPE_CHECKING, NamedTuple

from reader.library.queries.evaluation import Evaluator
from reader.library.queries.facets import IN_ORDER, SINGLE, FacetIndex
from reader.library.queries.parsing import parse
from reader.library.queries.query import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.entries import Entry
    from reader.library.queries.facets import Facet, Value
    from reader.library.queries.query import Query


class Mark(StrEnum):
    """What was chosen for a value: nothing, only works with it, or only works without it."""

    NONE = ""
    INCLUDED = "included"
    EXCLUDED = "excluded"


_NEXT = {Mark.NONE: Mark.INCLUDED, Mark.INCLUDED: Mark.EXCLUDED, Mark.EXCLUDED: Mark.NONE}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet that was chosen, by its key."""

    facet: Facet
    key: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What is in force: a query, and the choices in the order in which they were made."""

    query: Query = EVERYTHING
    included: tuple[Choice, ...] = ()
    excluded: tuple[Choice, ...] = ()

    def mark(self, choice: Choice) -> Mark:
        """What was chosen for a value."""
        if choice in self.included:
            return Mark.INCLUDED
        return Mark.EXCLUDED if choice in self.excluded else Mark.NONE

    def with_mark(self, choice: Choice, mark: Mark) -> Filters:
        """The filters with this chosen for a value."""
        included = tuple(other for other in self.included if other != choice)
        excluded = tuple(other for other in self.excluded if other != choice)
        if mark is Mark.INCLUDED:
            included = (*included, choice)
        elif mark is Mark.EXCLUDED:
            excluded = (*excluded, choice)
        return replace(self, included=included, excluded=excluded)

    def cycled(self, choice: Choice) -> Filters:
        """The filters after one more press on a value: include, exclude, clear."""
        return self.with_mark(choice, _NEXT[self.mark(choice)])


class Count(NamedTuple):
    """A value of a facet in the sidebar. A tuple, because tens of thousands are made with each change."""

    value: Value
    number: int
    """How many works in force have it. Of an excluded one, how many works it alone keeps out."""
    mark: Mark = Mark.NONE


class Filtering:
    """One list under changing filters. It keeps what queries came to, so that a changed choice is quick."""

    def __init__(self, index: FacetIndex) -> None:
        self.index = index
        self._evaluator = Evaluator(index)

    def works(self, filters: Filters) -> int:
        """The set of works in force."""
        return self._works(filters)

    def entries(self, filters: Filters) -> list[Entry]:
        """The works in force, in the order of the list."""
        return self.index.chosen(self._works(filters))

    def counts(self, filters: Filters, facets: Iterable[Facet]) -> dict[Facet, list[Count]]:
        """The values of each facet that occur among the works in force, and those chosen, with their counts.

        In a facet of which a work has one value, choices there are left aside for its own counts: they say
        how many works another value would add.
        """
        return {facet: self._counts(filters, facet) for facet in facets}

    def _counts(self, filters: Filters, facet: Facet) -> list[Count]:
        aside = facet if facet in SINGLE else None
        works = self._works(filters, aside=aside)
        marked = {choice.key for choice in (*filters.included, *filters.excluded) if choice.facet is facet}
        counts = [
            Count(value, number)
            for value in self.index.values(facet)
            if (number := (value.works & works).bit_count()) or value.key in marked
        ]
        if marked:
            counts = [
                self._marked(filters, count, aside) if count.value.key in marked else count
                for count in counts
            ]
        if facet not in IN_ORDER:
            counts.sort(key=itemgetter(1), reverse=True)
        return counts

    def _marked(self, filters: Filters, count: Count, aside: Facet | None) -> Count:
        choice = Choice(count.value.facet, count.value.key)
        mark = filters.mark(choice)
        if mark is Mark.EXCLUDED:
            without = self._works(filters.with_mark(choice, Mark.NONE), aside=aside)
            return Count(count.value, (count.value.works & without).bit_count(), mark)
        return count._replace(mark=mark)

    def _works(self, filters: Filters, *, aside: Facet | None = None) -> int:
        """The works in force; without regard to what is included of one facet, if any."""
        works = self._evaluator.works(filters.query)
        single: dict[Facet, int] = {}
        for choice in filters.included:
            if choice.facet in SINGLE:
                single[choice.facet] = single.get(choice.facet, 0) | self._having(choice)
            else:
                works &= self._having(choice)
        single.pop(aside, None) if aside else None
        works = reduce(and_, single.values(), works)
        return works & ~reduce(or_, map(self._having, filters.excluded), 0)

    def _having(self, choice: Choice) -> int:
        value = self.index.value(choice.facet, choice.key)
        return value.works if value else 0


def select(entries: Sequence[Entry], query: str) -> list[Entry]:
    """The works that a query finds, in their order. Raises QueryError."""
    asked = parse(query)
    return Filtering(FacetIndex(entries)).entries(Filters(asked))
