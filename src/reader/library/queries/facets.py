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

from reader.work.languages import language_code
from reader.work.model import TagKind
from reader.work.names import fold_name
from reader.work.statuses import STATUSES
from reader.work.tags import RATINGS, tag_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.library.entries import Entry
    from reader.work.model import Tag

_STEP = 500
"""Entries between two pauses: about two milliseconds."""
_FEW = 4
"""Positions up to which adding them up is quicker than filling a bytearray."""
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

_FACET_OF = {kind: Facet(kind.value) for kind in TagKind}
_RATING_NAMES = {fold_name(name): name for name in RATINGS.values()}
_COMPLETE_NAMES = ("complete", "in progress")
_ORDER = {
    name: position
    for names in (_RATING_NAMES, STATUSES, _COMPLETE_NAMES, _LENGTH_NAMES)
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
    """The works of a list by their facets. It does not follow later changes of the list.

    It changes: what is asked for first is worked out first. `prepare` works out all of it.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        self.all_works = (1 << len(self.entries)) - 1
        self._having: dict[Facet, list[tuple[Tag, list[int]]]] | None = None
        self._values: dict[Facet, dict[str, Value]] = {}
        self._sorted: dict[Facet, list[Value]] = {}

    def prepare(self) -> Iterator[None]:
        """Work out all facets, pausing about every two milliseconds, so that a screen stays alive."""
        yield from self._gather()
        for facet in Facet:
            yield from self._work_out(facet)
            self.values(facet)

    def _gather(self) -> Iterator[None]:
        """Collect the positions of the works that have each tag."""
        if self._having is not None:
            return
        positions: dict[int, list[int]] = defaultdict(list)
        tags: dict[int, Tag] = {}
        for position, entry in enumerate(self.entries):
            # By identity: the catalogue gives equal tags as one object, and hashing each takes ten times
            # as long. Equal tags that are two objects become one value later.
            numbers = list(map(id, entry.info.tags))
            tags.update(zip(numbers, entry.info.tags, strict=True))
            for number in numbers:
                positions[number].append(position)
            if position % _STEP == _STEP - 1:
                yield
        having: dict[Facet, list[tuple[Tag, list[int]]]] = {facet: [] for facet in Facet}
        for number, works in positions.items():
            tag = tags[number]
            having[_FACET_OF[tag.kind]].append((tag, works))
        self._having = having

    def _work_out(self, facet: Facet) -> Iterator[None]:
        """Make the values of one facet; their works are those of all spellings of it."""
        if facet in self._values:
            return
        if facet in _FACTS:
            self._values[facet] = self._of_facts(facet)
            return
        for _ in self._gather():
            yield
        values: dict[str, Value] = {}
        for done, (tag, positions) in enumerate((self._having or {})[facet]):
            key, works = tag_key(tag), bit_set(positions, len(self.entries))
            known = values.get(key)
            if known:
                values[key] = Value(facet, key, known.name, known.works | works)
            else:
                values[key] = Value(facet, key, _RATING_NAMES.get(key, tag.name), works)
            if done % _STEP == _STEP - 1:
                yield
        self._values[facet] = values

    def _of_facts(self, facet: Facet) -> dict[str, Value]:
        positions: dict[str, list[int]] = defaultdict(list)
        names: dict[str, str] = {}
        for position, entry in enumerate(self.entries):
            for name in _FACTS[facet](entry):
                key = fold_name(name) if facet is Facet.OWN else name
                names.setdefault(key, name)
                positions[key].append(position)
        size = len(self.entries)
        return {key: Value(facet, key, names[key], bit_set(works, size)) for key, works in positions.items()}

    def values(self, facet: Facet) -> Sequence[Value]:
        """The values of a facet: in their own order where they have one, else the most frequent first."""
        if facet not in self._sorted:
            order = _own_order if facet in IN_ORDER else _frequency
            self._sorted[facet] = sorted(self._by_key(facet).values(), key=order)
        return self._sorted[facet]

    def value(self, facet: Facet, key: str) -> Value | None:
        """One value by its key."""
        return self._by_key(facet).get(key)

    def _by_key(self, facet: Facet) -> dict[str, Value]:
        for _ in self._work_out(facet):
            pass
        return self._values[facet]

    def chosen(self, works: int) -> list[Entry]:
        """The entries in a set of works, in their order."""
        return list(compress(self.entries, f"{works:b}"[::-1].encode().translate(_IS_SET)))


def bit_set(positions: Sequence[int], size: int) -> int:
    """The set of these positions, all below `size`, none twice."""
    if len(positions) <= _FEW:
        return sum([1 << position for position in positions])
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


def _length(entry: Entry) -> tuple[str, ...]:
    return (_LENGTH_NAMES[bisect_right(_LENGTHS, entry.words)],)


def _completeness(entry: Entry) -> tuple[str, ...]:
    return () if entry.info.complete is None else (_COMPLETE_NAMES[not entry.info.complete],)


def _language(entry: Entry) -> tuple[str, ...]:
    language = entry.info.language
    return (language_code(language) or fold_name(language),) if language else ()


_FACTS: dict[Facet, Callable[[Entry], tuple[str, ...]]] = {
    Facet.OWN: lambda entry: entry.own_tags,
    Facet.STATUS: lambda entry: (entry.status,),
    Facet.COMPLETE: _completeness,
    Facet.WORDS: _length,
    Facet.LANGUAGE: _language,
}
"""The values a work has of each facet that is no kind of tag."""
