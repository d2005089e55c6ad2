"""The library by its facets: which works have which value, so that counting tens of thousands is quick."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reader.library.queries.bits import bit_set, flags
from reader.library.queries.facets import (
    IN_ORDER,
    KEY_OF,
    OF_THE_READER,
    RATING_NAMES,
    Facet,
    own_order,
)
from reader.library.queries.gathering import STEP, gathered, together
from reader.library.queries.meanings import NO_MEANINGS
from reader.work.languages import language_name
from reader.work.names import fold
from reader.work.tags import warning_wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

    from reader.library.entries import Entry
    from reader.library.queries.gathering import Written
    from reader.library.queries.meanings import Meanings


_Known = TypeVar("_Known")
FEW = 64
"""Works up to which their positions take less memory than a bit set, and are counted as quickly."""
_LARGEST_FIRST = (Facet.ADDITIONAL, *(facet for facet in Facet if facet is not Facet.ADDITIONAL))
"""To work out a facet takes as much memory again for a moment: that of the largest does for the others."""
_OTHER_NAMES: dict[Facet, Callable[[str], tuple[str, ...]]] = {
    Facet.WARNING: warning_wordings,
    Facet.LANGUAGE: lambda key: (fold(language_name(key)),),
}
"""What values are found by besides their keys, by the facets where that follows from the key."""


def same_works(before: Sequence[Entry], now: Sequence[Entry]) -> bool:
    """Whether two lists have the same works with the same facts in the same order."""
    return len(before) == len(now) and all(
        one.words == other.words and (one.info is other.info or one.info == other.info)
        for one, other in zip(before, now, strict=True)
    )


class Value(NamedTuple):
    """One value of a facet and the works that have it."""

    facet: Facet
    key: str
    """What makes it the same as another spelling of it (`name_key`)."""
    name: str
    """As the reader's table writes it, else the first work that has it."""
    number: int
    """How many works have it."""
    few: Sequence[int]
    """Their positions in order, if they are few; a bit set would take many times the memory."""
    many: int = 0
    """The set of them, if they are many."""
    others: tuple[str, ...] = ()
    """The keys of other names that mean the same."""

    @property
    def works(self) -> int:
        """The set of works (see `bits`)."""
        return self.many or bit_set(self.few, self.few[-1] + 1 if self.few else 0)

    @property
    def keys(self) -> tuple[str, ...]:
        """What it is found by: its own key and the others."""
        return (self.key, *self.others)


class FacetIndex:
    """The works of a list by their facets. It does not follow later changes of the list.

    It changes: what is asked for first is worked out first. `prepare` works out all of it.
    """

    def __init__(self, entries: Sequence[Entry], meanings: Meanings = NO_MEANINGS) -> None:
        self.entries = tuple(entries)
        self.meanings = meanings
        self._places = tuple((position,) for position in range(len(self.entries)))
        self.all_works = (1 << len(self.entries)) - 1
        self._sorted: dict[Facet, list[Value]] = {}
        self._by_key: dict[Facet, dict[str, Value]] = {}
        """Of facets of which a value was asked for by its key: of all it would be megabytes."""
        self._lines: dict[Facet, tuple[str, Sequence[int]]] = {}

    def after(self, entries: Sequence[Entry]) -> FacetIndex:
        """The index of a list in which only what the reader says of works may have changed.

        What was worked out stays, except of the reader's own facets; of a list with other works, nothing.
        """
        index = FacetIndex(entries, self.meanings)
        if same_works(self.entries, index.entries):
            index._sorted = _of_works(self._sorted)
            index._by_key = _of_works(self._by_key)
            index._lines = _of_works(self._lines)
        return index

    def prepare(self) -> Iterator[None]:
        """Work out all facets, pausing about every two milliseconds, so that a screen stays alive."""
        for facet in _LARGEST_FIRST:
            yield from self._work_out(facet)
            yield from self._write_lines(facet)

    # -- Working out ------------------------------------------------------------------------------------

    def _work_out(self, facet: Facet) -> Iterator[None]:
        """Make the values of one facet; their works are those of all names that mean the same."""
        if facet in self._sorted:
            return
        written = yield from gathered(self.entries, facet, self._places)
        if facet in self._sorted:  # it was asked for, and so worked out, in one of the pauses
            return
        names: dict[str, str] = {}
        others: dict[str, dict[str, None]] = defaultdict(dict)
        works = yield from self._united(facet, written, names, others)
        self._add_those_under(facet, works)
        values: list[Value] = []
        changes = self.meanings.changes(facet)
        for done, (key, found) in enumerate(works.items()):
            shown = self._shown(facet, key, names.get(key, key))
            if changes:
                others[key].update(dict.fromkeys(self.meanings.wordings(facet, key)))
            values.append(self._value(facet, key, shown, found, others.get(key, ())))
            if done % STEP == STEP - 1:
                yield
        del written, works, names, others
        self._sorted[facet] = yield from _in_order(facet, values)

    def _united(
        self, facet: Facet, written: Written, names: dict[str, str], others: dict[str, dict[str, None]]
    ) -> Generator[None, None, dict[str, Sequence[int]]]:
        """The positions by keys of what is meant; `names` and `others` are filled by those keys."""
        works: dict[str, Sequence[int]] = {}
        changes = self.meanings.changes(facet)
        key_of = KEY_OF[facet]
        for done, (name, positions) in enumerate(written.items()):
            key = key_of(name)
            if changes and (meant := self.meanings.meant(facet, key)) != key:
                others[meant][key] = None
                key = meant
            if key in works:
                works[key] = together(works[key], positions)
            else:
                works[key], names[key] = positions, name
            if done % STEP == STEP - 1:
                yield
        return works

    def _add_those_under(self, facet: Facet, works: dict[str, Sequence[int]]) -> None:
        """Give each parent the works of all names under it."""
        own = dict(works)
        for parent, children in self.meanings.under(facet).items():
            found = {position for key in (parent, *children) for position in own.get(key, ())}
            if found:
                works[parent] = sorted(found)

    def _shown(self, facet: Facet, key: str, name: str) -> str:
        if facet is Facet.RATING:
            return RATING_NAMES.get(key, name)
        return key if facet is Facet.LANGUAGE else self.meanings.shown(facet, key, name)

    def _value(
        self, facet: Facet, key: str, name: str, positions: Sequence[int], others: Iterable[str]
    ) -> Value:
        others = (*others, *_OTHER_NAMES[facet](key)) if facet in _OTHER_NAMES else tuple(others)
        if isinstance(positions, tuple):
            return Value(facet, key, name, len(positions), positions, 0, others)
        if len(positions) <= FEW:
            few = tuple(sorted(set(positions)))
            return Value(facet, key, name, len(few), few, 0, others)
        works = bit_set(positions, len(self.entries))
        return Value(facet, key, name, works.bit_count(), (), works, others)

    # -- Values -----------------------------------------------------------------------------------------

    def values(self, facet: Facet) -> Sequence[Value]:
        """The values of a facet: in their own order where they have one, else the most frequent first."""
        for _ in self._work_out(facet):
            pass
        return self._sorted[facet]

    def value(self, facet: Facet, key: str) -> Value | None:
        """One value by its key."""
        if facet not in self._by_key:
            self._by_key[facet] = {value.key: value for value in self.values(facet)}
        return self._by_key[facet].get(key)

    def meaning(self, facet: Facet, name: str) -> Value | None:
        """The value that a name means, None when no work has it."""
        return self.value(facet, name) or self.value(facet, self.meanings.key(facet, name))

    def holding(self, facet: Facet, text: str) -> Iterator[Value]:
        """The values of a facet whose name, or another that means the same, holds this folded text."""
        lines, starts = self._lines_of(facet)
        values = self.values(facet)
        if not values:
            return
        found = lines.find(text)
        while found >= 0:
            place = bisect_right(starts, found) - 1
            yield values[place]
            if place + 1 == len(starts):
                return
            found = lines.find(text, starts[place + 1])

    def _lines_of(self, facet: Facet) -> tuple[str, Sequence[int]]:
        """All names in one text, a line for each value, and where the lines begin: to be searched at once."""
        for _ in self._write_lines(facet):
            pass
        return self._lines[facet]

    def _write_lines(self, facet: Facet) -> Iterator[None]:
        if facet in self._lines:
            return
        lines, starts, length = [], array("I"), 0
        for done, value in enumerate(self.values(facet)):
            line = "\t".join(dict.fromkeys((*value.keys, fold(value.name))))
            lines.append(line)
            starts.append(length)
            length += len(line) + 1
            if done % STEP == STEP - 1:
                yield
        self._lines[facet] = "\n".join(lines), starts

    def chosen(self, works: int) -> list[Entry]:
        """The entries in a set of works, in their order."""
        return list(compress(self.entries, flags(works, len(self.entries))))


def _in_order(facet: Facet, values: list[Value]) -> Generator[None, None, list[Value]]:
    """The values as they are listed."""
    if facet in IN_ORDER:
        return sorted(values, key=lambda value: own_order(value.key))
    ordered: list[Value] = []
    by_key, by_number = attrgetter("key"), attrgetter("number")
    for start in range(0, len(values), 4 * STEP):  # parts in order are put together in a moment
        ordered += sorted(values[start : start + 4 * STEP], key=by_key)
        yield
    ordered.sort(key=by_key)
    yield
    ordered.sort(key=by_number, reverse=True)
    yield
    return ordered


def _of_works(known: Mapping[Facet, _Known]) -> dict[Facet, _Known]:
    """What is known by facet, without what the reader may have changed."""
    return {facet: what for facet, what in known.items() if facet not in OF_THE_READER}
