"""How many works have each value of a facet: a list that makes most of its items when they are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, overload

from reader.library.queries.filters import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.library.queries.facet_index import Value


class Count(NamedTuple):
    """A value of a facet in the sidebar."""

    value: Value
    number: int
    """How many works in force have it. Of an excluded one, how many works it alone keeps out."""
    mark: Mark = Mark.NONE


class Counts(Sequence[Count]):
    """The values of a facet that occur, the most frequent first.

    Of ten thousand works' tags most are of one work. To make tens of thousands of counts of those with each
    change of the filter, when a dozen are shown, would cost more than the counting.
    """

    def __init__(self, first: list[Count], once: Sequence[Value] = (), last: Sequence[Count] = ()) -> None:
        """`once` are values that one work has, and stand between the others."""
        self._first = first
        self._once = once
        self._last = last

    @property
    def several(self) -> Sequence[Count]:
        """Those that were counted, or chosen: all but those that one work has."""
        return [*self._first, *self._last]

    def __len__(self) -> int:
        return len(self._first) + len(self._once) + len(self._last)

    @overload
    def __getitem__(self, place: int) -> Count: ...

    @overload
    def __getitem__(self, place: slice) -> list[Count]: ...

    def __getitem__(self, place: int | slice) -> Count | list[Count]:
        if isinstance(place, slice):
            return [self._at(one) for one in range(*place.indices(len(self)))]
        return self._at(range(len(self))[place])

    def _at(self, place: int) -> Count:
        if place < len(self._first):
            return self._first[place]
        place -= len(self._first)
        return Count(self._once[place], 1) if place < len(self._once) else self._last[place - len(self._once)]

    def __iter__(self) -> Iterator[Count]:
        return chain(self._first, (Count(value, 1) for value in self._once), self._last)

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # a sequence like a list
