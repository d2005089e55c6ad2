"""Which works of a list satisfy a query, as a set of works (see `facets`)."""

from __future__ import annotations

import re
from functools import lru_cache, reduce
from itertools import compress, count, permutations
from operator import and_, or_
from typing import TYPE_CHECKING

from reader.library.queries.facets import Facet, bit_set
from reader.library.queries.query import (
    All,
    Complete,
    Either,
    Language,
    Name,
    Not,
    Number,
    Status,
    Tagged,
    Within,
    Words,
)
from reader.work.languages import same_language
from reader.work.model import Tag, TagKind
from reader.work.names import fold, fold_name
from reader.work.tags import members, tag_key, wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from reader.library.entries import Entry
    from reader.library.queries.facets import FacetIndex
    from reader.library.queries.query import Query

_MOST_MEMBERS = 5
"""In a relationship for which any order is tried; a longer one is compared in the order of names."""
_MOST_KNOWN = 1000
"""Terms whose works are kept: each takes a bit for every work of the list."""
_PAIRED = (TagKind.RELATIONSHIP, TagKind.CATEGORY)
_SPACED = re.compile("[^\\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""A letter or digit of a writing that puts spaces between words."""


class Evaluator:
    """Evaluates queries over an index. It changes: it keeps the texts it compared, and what terms came to."""

    def __init__(self, index: FacetIndex) -> None:
        self._index = index
        self._known: dict[Query, int] = {}
        self._texts: dict[Name, list[str]] = {}

    def works(self, query: Query) -> int:
        """The works that satisfy the query."""
        if query not in self._known:
            works = self._evaluate(query)
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[query] = works
        return self._known[query]

    def _evaluate(self, query: Query) -> int:
        match query:
            case All(terms):
                return reduce(and_, map(self.works, terms), self._index.all_works)
            case Either(terms):
                return reduce(or_, map(self.works, terms), 0)
            case Not(term):
                return self._index.all_works & ~self.works(term)
            case Words(where, text):
                return self._where([text in folded for folded in self._folded(where)])
            case Tagged():
                return self._tagged(query)
            case Within(what, low, high):
                figure = _FIGURES[what]
                return self._where([_within(figure(entry), low, high) for entry in self._index.entries])
            case Complete(value):
                return self._where([entry.info.complete is value for entry in self._index.entries])
            case Status(value):
                return self._where([entry.status == value for entry in self._index.entries])
            case Language(value):
                languages = self._index.values(Facet.LANGUAGE)
                return reduce(or_, (of.works for of in languages if same_language(value, of.key)), 0)

    def _where(self, holds: Iterable[bool]) -> int:
        return bit_set(list(compress(count(), holds)), len(self._index.entries))

    def _folded(self, where: Name) -> list[str]:
        if where not in self._texts:
            self._texts[where] = [fold(_TEXTS[where](entry)) for entry in self._index.entries]
        return self._texts[where]

    def _tagged(self, query: Tagged) -> int:
        works = 0
        for kind in query.kinds:
            test = _tag_test(kind, query.text, whole=query.whole)
            works |= self._having(Facet(kind.value), test)
        if query.own:
            works |= self._having(Facet.OWN, _name_test(query.text, whole=query.whole))
        return works

    def _having(self, facet: Facet, test: Callable[[str], bool]) -> int:
        return reduce(or_, (value.works for value in self._index.values(facet) if test(value.key)), 0)


_TEXTS: dict[Name, Callable[[Entry], str]] = {
    Name.ANYWHERE: lambda entry: "\0".join((entry.info.title, *entry.info.authors, entry.info.summary or "")),
    Name.TITLE: lambda entry: entry.info.title,
    Name.AUTHOR: lambda entry: "\0".join(entry.info.authors),
    Name.SERIES: lambda entry: "\0".join(part.title for part in entry.info.series),
    Name.SUMMARY: lambda entry: entry.info.summary or "",
}
_FIGURES: dict[Number, Callable[[Entry], int | None]] = {
    Number.WORDS: lambda entry: entry.words,
    Number.CHAPTERS: lambda entry: entry.info.chapters_posted or entry.chapters,
    Number.UPDATED: lambda entry: _ordinal(entry.info.updated or entry.info.published),
    Number.PUBLISHED: lambda entry: _ordinal(entry.info.published),
    Number.ADDED: lambda entry: _ordinal(entry.added),
}


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


def _within(figure: int | None, low: int | None, high: int | None) -> bool:
    return figure is not None and (low is None or figure >= low) and (high is None or figure <= high)


def _tag_test(kind: TagKind, text: str, *, whole: bool) -> Callable[[str], bool]:
    """Whether a tag of this kind, given by its key, is one that is asked for."""
    if whole:
        return tag_key(Tag(kind, text)).__eq__
    if kind is TagKind.WARNING:
        worded = _words(fold_name(text))
        return lambda key: any(worded.search(name) for name in wordings(kind, key))
    if kind in _PAIRED:
        separator, names = members(fold_name(text))
        if separator:
            return lambda key: _same_members(separator, [_words(name) for name in names], key)
    return _name_test(text, whole=False)


def _name_test(text: str, *, whole: bool) -> Callable[[str], bool]:
    folded = fold_name(text)
    if whole:
        return folded.__eq__
    worded = _words(folded)
    return lambda key: worded.search(key) is not None


def _same_members(separator: str, wanted: Sequence[re.Pattern[str]], key: str) -> bool:
    """Whether a relationship is one of as many, each of whom is one that is asked for."""
    found, names = members(key)
    if found != separator or len(names) != len(wanted):
        return False
    orders = permutations(names) if len(names) <= _MOST_MEMBERS else [names]
    return any(all(map(_finds, wanted, order)) for order in orders)


def _finds(pattern: re.Pattern[str], name: str) -> bool:
    return pattern.search(name) is not None


@lru_cache(maxsize=256)
def _words(text: str) -> re.Pattern[str]:
    """A pattern for these words in a row in a folded name; "*" is anything, also within a word.

    In writing without spaces every character is a word.
    """
    before = r"\b" if _SPACED.match(text) else ""
    after = r"\b" if _SPACED.match(text[-1:]) else ""
    return re.compile(before + ".*".join(map(re.escape, text.split("*"))) + after)
