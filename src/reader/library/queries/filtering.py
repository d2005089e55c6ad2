"""Which works the filters in force leave of a list, and how many of those have which value."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from functools import reduce
from itertools import compress, islice
from operator import and_, itemgetter, or_
from typing import TYPE_CHECKING

from reader.library.queries.bits import flags
from reader.library.queries.counting import Count, Counts
from reader.library.queries.evaluation import Evaluator
from reader.library.queries.facets import IN_ORDER, Facet
from reader.library.queries.filters import Choice, Filters, Mark
from reader.library.queries.hiding import Hiding
from reader.library.queries.query import EVERYTHING
from reader.work.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.library.entries import Entry
    from reader.library.queries.facet_index import FacetIndex, Value
    from reader.library.queries.hiding import HideRule


_MANY = 2000
"""Names that hold what is looked for: when there are more, all are counted, which goes quicker by itself."""


class Filtering:
    """One list under changing filters. It keeps what queries came to, so that a changed choice is quick."""

    def __init__(
        self, index: FacetIndex, rules: Sequence[HideRule] = (), evaluator: Evaluator | None = None
    ) -> None:
        self.index = index
        self._evaluator = evaluator or Evaluator(index)
        self.hiding = Hiding(self._evaluator, rules)
        self._places: dict[Facet, Sequence[int]] = {}
        self._flags: tuple[int, bytes] = (0, bytes(len(index.entries)))
        """The set asked for last, a byte a work: facets are mostly counted over the same works."""

    def after(self, entries: Sequence[Entry]) -> Filtering:
        """The same of a list in which only what the reader says of works may have changed."""
        index = self.index.after(entries)
        return Filtering(index, self.hiding.rules, self._evaluator.after(index))

    def under(self, rules: Sequence[HideRule]) -> Filtering:
        """The same list with these rules of what to hide."""
        return Filtering(self.index, rules, self._evaluator)

    def prepare(self) -> Iterator[None]:
        """Work out all that filters may ask for, pausing about every two milliseconds."""
        yield from self.index.prepare()
        for facet in Facet:
            self._once(facet, self.index.values(facet))
            yield
        yield from self._evaluator.prepare()

    # -- Works ------------------------------------------------------------------------------------------

    def works(self, filters: Filters) -> int:
        """The set of works in force."""
        return self._works(self.settled(filters))

    def entries(self, filters: Filters) -> list[Entry]:
        """The works in force, in the order of the list."""
        return self.index.chosen(self.works(filters))

    def hidden(self, filters: Filters) -> int:
        """The works that would be in force, were they not hidden."""
        return 0 if filters.hidden else self._before_hiding(self.settled(filters)) & self.hiding.works

    def choice(self, facet: str, name: str) -> Choice:
        """The value of a facet by a name, as a work writes it or a list shows it."""
        of = Facet(facet)
        value = self.index.meaning(of, name)
        return Choice(of, value.key if value else self.index.meanings.key(of, name))

    def settled(self, filters: Filters) -> Filters:
        """The filters by what the choices mean now: the reader may have merged one into another since."""
        included, excluded = map(self._settled, (filters.included, filters.excluded))
        return filters._replace(included=included, excluded=excluded)

    def _settled(self, choices: Iterable[Choice]) -> tuple[Choice, ...]:
        meant = self.index.meanings.meant
        return tuple(dict.fromkeys(Choice(one.facet, meant(one.facet, one.key)) for one in choices))

    def _works(self, filters: Filters, *, aside: Facet | None = None) -> int:
        works = self._before_hiding(filters, aside=aside)
        return works if filters.hidden else works & ~self.hiding.works

    def _before_hiding(self, filters: Filters, *, aside: Facet | None = None) -> int:
        """The works that satisfy query and choices, whatever is included of the facet `aside`."""
        works = self._evaluator.works(EVERYTHING if filters.query is None else filters.query)
        either: dict[Facet, int] = {}
        for choice in filters.included:
            if filters.means_either(choice.facet):
                either[choice.facet] = either.get(choice.facet, 0) | self._having(choice)
            else:
                works &= self._having(choice)
        if aside:
            either.pop(aside, None)
        works = reduce(and_, either.values(), works)
        return works & ~reduce(or_, map(self._having, filters.excluded), 0)

    def _having(self, choice: Choice) -> int:
        value = self.index.value(choice.facet, choice.key)
        return value.works if value else 0

    # -- Counts -----------------------------------------------------------------------------------------

    def counts(self, filters: Filters, facets: Iterable[Facet]) -> dict[Facet, Counts]:
        """The values of each facet that occur among the works in force, and those chosen, with their counts.

        In a facet of which one included value is enough, what is included there is left aside for its own
        counts: they say how many works there are with another value.
        """
        filters = self.settled(filters)
        return {facet: self._counts(filters, facet, self.index.values(facet)) for facet in facets}

    def counts_named(self, filters: Filters, facet: Facet, words: str, most: int = 60) -> list[Count]:
        """The first so many of `counts` in whose names all these words, or parts of words, occur."""
        parts = fold(words).split() or [""]
        near = list(islice(self.index.holding(facet, max(parts, key=len)), _MANY))
        if len(near) < _MANY:
            counts = self._counts(self.settled(filters), facet, near)
        else:
            counts = self.counts(filters, (facet,))[facet]
        return list(islice((count for count in counts if _named(count.value, parts)), most))

    def _counts(self, filters: Filters, facet: Facet, values: Sequence[Value]) -> Counts:
        aside = facet if filters.means_either(facet) else None
        works = self._works(filters, aside=aside)
        marked = {choice.key for choice in (*filters.included, *filters.excluded) if choice.facet is facet}
        counts, once = self._occurring(facet, values, works)
        chosen: list[Count] = []
        if marked:
            counts = [count for count in counts if count.value.key not in marked]
            once = [value for value in once if value.key not in marked]
            found = [value for value in values if value.key in marked]
            chosen = [self._marked(filters, value, works, aside) for value in found]
        if facet in IN_ORDER:
            place = {value.key: position for position, value in enumerate(values)}
            return Counts(sorted(Counts(counts, once, chosen), key=lambda count: place[count.value.key]))
        counts += (count for count in chosen if count.number > 1)
        rest = [count for count in chosen if count.number <= 1]
        by_number = itemgetter(1)
        return Counts(
            sorted(counts, key=by_number, reverse=True), once, sorted(rest, key=by_number, reverse=True)
        )

    def _occurring(
        self, facet: Facet, values: Sequence[Value], works: int
    ) -> tuple[list[Count], list[Value]]:
        """The values that any of these works has, those that one work has by themselves.

        Written for tens of thousands, most of them of one work.
        """
        held = self._held(works)
        places = self._once(facet, values)
        several = len(values) - len(places)
        counts = []
        for value in islice(values, several):
            number = (value.many & works).bit_count() if value.many else sum([held[at] for at in value.few])
            if number:
                counts.append(Count(value, number))
        return counts, list(compress(islice(values, several, None), map(held.__getitem__, places)))

    def _once(self, facet: Facet, values: Sequence[Value]) -> Sequence[int]:
        """Where the values at the end of these are, of which each is of one work. Kept for whole facets."""
        whole = values is self.index.values(facet)
        if whole and facet in self._places:
            return self._places[facet]
        first = len(values) if facet in IN_ORDER else bisect_left(values, -1, key=lambda value: -value.number)
        places = array("I", [value.few[0] for value in islice(values, first, None)])
        if whole:
            self._places[facet] = places
        return places

    def _held(self, works: int) -> bytes:
        if self._flags[0] != works:
            self._flags = works, flags(works, len(self.index.entries))
        return self._flags[1]

    def _marked(self, filters: Filters, value: Value, works: int, aside: Facet | None) -> Count:
        choice = Choice(value.facet, value.key)
        mark = filters.mark(choice)
        if mark is Mark.EXCLUDED:
            works = self._works(filters.with_mark(choice, Mark.NONE), aside=aside)
        return Count(value, (value.works & works).bit_count(), mark)


def _named(value: Value, parts: Sequence[str]) -> bool:
    names = "\t".join((*value.keys, fold(value.name)))
    return all(part in names for part in parts)
