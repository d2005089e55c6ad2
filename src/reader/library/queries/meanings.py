"""What names mean to the reader: which mean the same, which belong under another, which say too much.

The archive knows such things of its tags (synonyms and metatags), but a download holds the author's wording
alone. What is told here stands in a table of the reader's own; the archive's words are: a name, its synonyms;
a metatag, its subtags.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice, product
from typing import TYPE_CHECKING, TypeAlias

from reader.library.queries.facets import NAMED, Facet, name_key
from reader.work.names import fold
from reader.work.tags import joined, members

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Group: TypeAlias = "tuple[str, str, Sequence[str]]"
"""The value of a facet ("additional"), a name, and those that mean the same or belong under it."""
_BRACKETED = (Facet.CHARACTER, Facet.RELATIONSHIP)
_IN_BRACKETS = re.compile(r" ?\(([^()]*)\)(?=\s*(?:[/&]|$))")
_TRAILING = re.compile(r"(.*\S) ?\(([^()]*)\)")
_MOST_WORDINGS = 64
"""Of a relationship that are known by the other names of its characters."""


class Meanings:
    """The meanings of names, by keys (`name_key`). Of what contradicts itself the first holds.

    `same`: names that are one; the first is the one shown. `parents`: names whose works are also those of the
    names under them, and of theirs. `without`: fandoms that say nothing in brackets after a character's name.
    What is so of a character is so in relationships. A group of a facet that has no names is left aside.
    """

    def __init__(
        self,
        same: Iterable[Group] = (),
        parents: Iterable[Group] = (),
        without: Iterable[str] = (),
    ) -> None:
        self._without = frozenset(map(fold, without))
        self._meant: dict[Facet, dict[str, str]] = defaultdict(dict)
        self._others: dict[Facet, dict[str, list[str]]] = defaultdict(dict)
        self._names: dict[Facet, dict[str, str]] = defaultdict(dict)
        self._under: dict[Facet, dict[str, list[str]]] = defaultdict(dict)
        for facet, name, others in sorted(_of_named_facets(same), key=_is_no_character):
            self._unite(facet, name, others)
        for facet, name, others in _of_named_facets(parents):
            key = self.key(facet, name)
            self._names[facet].setdefault(key, name)
            self._under[facet].setdefault(key, []).extend(self.key(facet, other) for other in others)

    def _unite(self, facet: Facet, name: str, others: Iterable[str]) -> None:
        key = self._plain(facet, name_key(facet, name))
        target = self.meant(facet, key)
        self._names[facet].setdefault(target, name)
        meant = self._meant[facet]
        for other in others:
            known = self._plain(facet, name_key(facet, other))
            if known in meant or known == target:
                continue
            moved = [known, *self._others[facet].pop(known, ())]  # with what was said to mean it before
            meant.update(dict.fromkeys(moved, target))
            self._others[facet].setdefault(target, []).extend(moved)

    def key(self, facet: Facet, name: str) -> str:
        """The key of what a name means."""
        return self.meant(facet, name_key(facet, name))

    def meant(self, facet: Facet, key: str) -> str:
        """The key of what the name with this key means."""
        key = self._plain(facet, key)
        return self._meant[facet].get(key, key) if facet in self._meant else key

    def shown(self, facet: Facet, key: str, name: str) -> str:
        """How a name is shown: as the table writes it, else as a work does, without what says nothing."""
        if facet in self._names and key in self._names[facet]:
            return self._names[facet][key]
        if facet is Facet.RELATIONSHIP and Facet.CHARACTER in self._meant:
            name = self._with_characters_meant(name)
        if self._without and facet in _BRACKETED:
            return _IN_BRACKETS.sub(lambda found: "" if fold(found[1]) in self._without else found[0], name)
        return name

    def _with_characters_meant(self, name: str) -> str:
        """A relationship in the order in which it is written, with the names that its characters mean."""
        separator, names = members(name)
        meant, shown = self._meant[Facet.CHARACTER], self._names[Facet.CHARACTER]
        keys = [self._shorter(fold(member)) for member in names]
        if meant.keys().isdisjoint(keys):
            return name
        pairs = zip(keys, names, strict=True)
        return joined(separator, (shown[meant[key]] if key in meant else member for key, member in pairs))

    def others(self, facet: Facet) -> Mapping[str, list[str]]:
        """By keys: those of the names that mean the same."""
        return self._others.get(facet, {})

    def wordings(self, facet: Facet, key: str) -> Iterator[str]:
        """The keys of the other names for what this key means, be they in the table or follow from it."""
        yield from self.others(facet).get(key, ())
        if facet is Facet.RELATIONSHIP and Facet.CHARACTER in self._meant:
            separator, names = members(key)
            others = self.others(Facet.CHARACTER)
            every = product(*((name, *others.get(name, ())) for name in names))
            for wording in islice(every, 1, _MOST_WORDINGS):  # the first is the key
                yield joined(separator, sorted(wording))

    def under(self, facet: Facet) -> Mapping[str, list[str]]:
        """By keys of parents: those of all names under each, however far down."""
        children = self._under.get(facet, {})
        return {parent: _descendants(parent, children) for parent in children}

    def changes(self, facet: Facet) -> bool:
        """Whether any name of this facet may mean another."""
        if facet in _BRACKETED:
            return bool(self._without) or facet in self._meant or Facet.CHARACTER in self._meant
        return facet in self._meant

    def _plain(self, facet: Facet, key: str) -> str:
        """A key without fandoms that say nothing; of a relationship with the characters that are meant."""
        if facet is Facet.CHARACTER:
            return self._shorter(key)
        if facet is Facet.RELATIONSHIP and (self._without or Facet.CHARACTER in self._meant):
            separator, names = members(key)
            return joined(separator, sorted(self.meant(Facet.CHARACTER, name) for name in names))
        return key

    def _shorter(self, name: str) -> str:
        if not self._without or "(" not in name:
            return name
        found = _TRAILING.fullmatch(name)
        return found[1] if found and found[2].strip() in self._without else name


def _of_named_facets(groups: Iterable[Group]) -> list[tuple[Facet, str, Sequence[str]]]:
    kinds = {facet.value: facet for facet in NAMED}
    return [(kinds[kind], name, others) for kind, name, others in groups if kind in kinds]


def _is_no_character(group: tuple[Facet, str, Sequence[str]]) -> bool:
    return group[0] is not Facet.CHARACTER


def _descendants(parent: str, children: Mapping[str, Sequence[str]]) -> list[str]:
    """All below a name; one that is below itself, as in a circle, is not among them."""
    found: dict[str, None] = {}
    wanted = list(children[parent])
    while wanted:
        key = wanted.pop()
        if key != parent and key not in found:
            found[key] = None
            wanted += children.get(key, ())
    return list(found)


NO_MEANINGS = Meanings()
"""Every name means itself."""
