"""The library by its facets: which works have which tag, as bit sets, so that counting thousands is quick.

A set of works is a Python integer: bit 0 is the first entry of the list. Its operators are as fast as sets
of this kind get without C of our own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import compress
from typing import TYPE_CHECKING

from reader.library.query_fields import STATUSES
from reader.work.languages import language_code
from reader.work.names import fold_name
from reader.work.tags import RATINGS, tag_key

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from reader.library.entries import Entry
    from reader.work.model import Tag

_STEP = 500
"""Entries between two pauses: about two milliseconds."""
_IS_SET = bytes.maketrans(b"01", b"\x00\x01")
_LENGTHS = (1_000, 5_000, 20_000, 50_000, 100_000)
_LENGTH_NAMES = (
    "under 1,000",
    "1,000 to 5,000",
    "5,000 to 20,000",
    "20,000 to 50,000",
    "50,000 to 100,000",
    "100,000 and more",
)


class Facet(StrEnum):
    """One side of a work: the kinds of tag by their own names, and what else a library is sorted by."""

    FANDOM = "fandom"
    RELATIONSHIP = "relationship"
    CHARACTER = "character"
    ADDITIONAL = "additional"
    RATING = "rating"
    WARNING = "warning"
    CATEGORY = "category"
    OWN = "my"
    STATUS = "status"
    COMPLETE = "complete"
    WORDS = "words"
    LANGUAGE = "language"


SINGLE = frozenset({Facet.RATING, Facet.STATUS, Facet.COMPLETE, Facet.WORDS, Facet.LANGUAGE})
"""Facets of which a work has one value, so that two of them chosen mean either."""

IN_ORDER = frozenset({Facet.RATING, Facet.STATUS, Facet.COMPLETE, Facet.WORDS})
"""Facets whose values are listed in their own order, not by how many works have them."""

_COMPLETE_NAMES = ("complete", "in progress")
_ORDER = {
    name: position
    for names in ([fold_name(name) for name in RATINGS.values()], STATUSES, _COMPLETE_NAMES, _LENGTH_NAMES)
    for position, name in enumerate(names)
}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet and the works that have it."""

    facet: Facet
    key: str
    """What makes it the same as another spelling of it: `tag_key` for tags."""
    name: str
    """As the first work that has it writes it."""
    works: int


class FacetIndex:
    """The works of a list by their facets. It does not follow later changes of the list."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        for _ in self._build(entries):
            pass

    @classmethod
    def in_steps(cls, entries: Sequence[Entry]) -> Generator[None, None, FacetIndex]:
        """The index, pausing about every two milliseconds of work."""
        index = cls(())
        yield from index._build(entries)
        return index

    def _build(self, entries: Sequence[Entry]) -> Iterator[None]:
        self.entries = tuple(entries)
        self.all_works = (1 << len(self.entries)) - 1
        positions: dict[int, list[int]] = defaultdict(list)
        tags: dict[int, Tag] = {}
        facts: dict[tuple[Facet, str], list[int]] = defaultdict(list)
        for position, entry in enumerate(self.entries):
            for tag in entry.info.tags:
                # By identity: the catalogue gives equal tags as one object, and hashing each takes ten times
                # as long. Equal tags that are two objects are one value below.
                tags[id(tag)] = tag
                positions[id(tag)].append(position)
            for fact in _facts(entry):
                facts[fact].append(position)
            if position % _STEP == _STEP - 1:
                yield
        self._values: dict[Facet, dict[str, Value]] = {facet: {} for facet in Facet}
        self._sorted: dict[Facet, list[Value]] = {}
        for done, (number, works) in enumerate(positions.items()):
            tag = tags[number]
            self._put(Facet(tag.kind.value), tag_key(tag), tag.name, works)
            if done % _STEP == _STEP - 1:
                yield
        for (facet, name), works in facts.items():
            self._put(facet, fold_name(name) if facet is Facet.OWN else name, name, works)

    def _put(self, facet: Facet, key: str, name: str, positions: list[int]) -> None:
        works = bit_set(positions, len(self.entries))
        known = self._values[facet].get(key)
        if known:
            works, name = works | known.works, known.name
        elif facet is Facet.RATING:
            name = next((rating for rating in RATINGS.values() if fold_name(rating) == key), name)
        self._values[facet][key] = Value(facet, key, name, works)

    def values(self, facet: Facet) -> Sequence[Value]:
        """The values of a facet: in their own order where they have one, else the most frequent first."""
        if facet not in self._sorted:
            order = _own_order if facet in IN_ORDER else _frequency
            self._sorted[facet] = sorted(self._values[facet].values(), key=order)
        return self._sorted[facet]

    def value(self, facet: Facet, key: str) -> Value | None:
        """One value by its key."""
        return self._values[facet].get(key)

    def chosen(self, works: int) -> list[Entry]:
        """The entries in a set of works, in their order."""
        return list(compress(self.entries, f"{works:b}"[::-1].encode().translate(_IS_SET)))


def bit_set(positions: Iterable[int], size: int) -> int:
    """The set of these positions, all below `size`."""
    octets = bytearray(size // 8 + 1)
    for position in positions:
        octets[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(octets, "little")


def tag_value(tag: Tag) -> tuple[Facet, str]:
    """The facet and the key under which an index has a tag."""
    return Facet(tag.kind.value), tag_key(tag)


def _own_order(value: Value) -> tuple[int, str]:
    return _ORDER.get(value.key, len(_ORDER)), value.key


def _frequency(value: Value) -> tuple[int, str]:
    return -value.works.bit_count(), value.key


def _facts(entry: Entry) -> Iterator[tuple[Facet, str]]:
    yield Facet.STATUS, entry.status
    yield Facet.WORDS, _LENGTH_NAMES[bisect_right(_LENGTHS, entry.words)]
    if entry.info.complete is not None:
        yield Facet.COMPLETE, _COMPLETE_NAMES[not entry.info.complete]
    if entry.info.language:
        yield Facet.LANGUAGE, language_code(entry.info.language) or fold_name(entry.info.language)
    for name in entry.own_tags:
        yield Facet.OWN, name
