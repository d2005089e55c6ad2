"""Which works of a list satisfy a query, as a set of works (see `bits`)."""

from __future__ import annotations

from functools import reduce
from itertools import compress, count, islice
from operator import and_, or_
from typing import TYPE_CHECKING, TypeAlias

from reader.library.queries.bits import bit_set
from reader.library.queries.facet_index import same_works
from reader.library.queries.facets import Facet
from reader.library.queries.folded_texts import IN_A_BLOCK, FoldedTexts
from reader.library.queries.matching import literal_of, name_test
from reader.library.queries.query import (
    All,
    Either,
    Fact,
    Has,
    Is,
    Language,
    Match,
    Name,
    Not,
    Number,
    Unless,
    Within,
    Words,
)
from reader.work.languages import same_language
from reader.work.model import TagKind
from reader.work.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from reader.library.entries import Entry
    from reader.library.queries.facet_index import FacetIndex, Value
    from reader.library.queries.query import Query

SummariesOf: TypeAlias = "Callable[[Sequence[Entry]], Iterable[str | None]]"
_MOST_KNOWN = 1000
"""Terms whose works are kept: each takes a bit for every work of the list."""
_OF_THE_WORK = frozenset({Name.ANYWHERE, Name.TITLE, Name.SUMMARY, Name.COLLECTION})
"""Texts that follow from the facts of a work alone, and not from its file."""


def _summaries_told(entries: Sequence[Entry]) -> Iterable[str | None]:
    return (entry.info.summary for entry in entries)


class Evaluator:
    """Evaluates queries over an index. It changes: it keeps the texts it compared, and what terms came to."""

    def __init__(
        self,
        index: FacetIndex,
        texts: Mapping[Name, FoldedTexts] | None = None,
        summaries_of: SummariesOf = _summaries_told,
    ) -> None:
        """`summaries_of` gives the summary of each of some entries, for a list that holds none."""
        self._index = index
        self._summaries_of = summaries_of
        self._known: dict[Query, int] = {}
        self._texts = dict(texts or {})

    def after(self, index: FacetIndex) -> Evaluator:
        """The evaluator of a list in which only what the reader says of works may have changed."""
        kept = _OF_THE_WORK if same_works(self._index.entries, index.entries) else frozenset()
        texts = {where: self._texts[where] for where in kept & self._texts.keys()}
        return Evaluator(index, texts, self._summaries_of)

    def prepare(self) -> Iterator[None]:
        """Fold the text that words are looked for in, in steps like those of the index."""
        if Name.ANYWHERE in self._texts:
            return
        texts, written = FoldedTexts(), self._anywhere()
        while block := [fold(text) for text in islice(written, IN_A_BLOCK)]:
            texts.add(block)
            yield
        self._texts.setdefault(Name.ANYWHERE, texts)

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
            case Unless(term, exception):
                return self.works(term) & ~self.works(exception)
            case Words(where, text):
                return self._where(self._folded(where).holding(text))
            case Has():
                return self._having(query)
            case Within(what, low, high):
                figure = _FIGURES[what]
                return self._where([_within(figure(entry), low, high) for entry in self._index.entries])
            case Is(fact, value):
                fact_of = _FACTS[fact]
                return self._where([fact_of(entry) is value for entry in self._index.entries])
            case Language(value):
                languages = self._index.values(Facet.LANGUAGE)
                return reduce(or_, (of.works for of in languages if same_language(value, of.key)), 0)

    def _where(self, holds: Iterable[bool]) -> int:
        return bit_set(list(compress(count(), holds)), len(self._index.entries))

    def _folded(self, where: Name) -> FoldedTexts:
        if where not in self._texts:
            self._texts[where] = FoldedTexts(map(fold, self._written(where)))
        return self._texts[where]

    def _written(self, where: Name) -> Iterable[str]:
        """What each work has there, as it is written."""
        if where is Name.ANYWHERE:
            return self._anywhere()
        if where is Name.SUMMARY:
            return (summary or "" for summary in self._summaries_of(self._index.entries))
        return map(_TEXTS[where], self._index.entries)

    def _anywhere(self) -> Iterator[str]:
        for entry, summary in zip(self._index.entries, self._summaries_of(self._index.entries), strict=True):
            yield "\0".join((entry.info.title, *entry.info.authors, summary or ""))

    def _having(self, query: Has) -> int:
        works = 0
        positions: list[int] = []
        for facet in query.facets:
            for value in self._matching(facet, query):
                works |= value.many
                positions += value.few
        return works | bit_set(positions, len(self._index.entries))

    def values(self, query: Has, position: int) -> list[Value]:
        """The values by which the work at this position satisfies such a term."""
        return [
            value
            for facet in query.facets
            for value in self._matching(facet, query)
            if value.works >> position & 1
        ]

    def _matching(self, facet: Facet, query: Has) -> Iterable[Value]:
        if query.match is Match.WHOLE:
            value = self._index.meaning(facet, query.text)
            return () if value is None else (value,)
        test = name_test(facet, query.text, query.match)
        near = self._index.holding(facet, literal_of(facet, query.text))
        return (value for value in near if any(map(test, value.keys)))


_TEXTS: dict[Name, Callable[[Entry], str]] = {
    Name.TITLE: lambda entry: entry.info.title,
    Name.PATH: lambda entry: entry.shown_path or "",
    Name.FORMAT: lambda entry: entry.format,
    Name.COLLECTION: lambda entry: "\0".join(entry.info.collections),
}
_FIGURES: dict[Number, Callable[[Entry], int | None]] = {
    Number.WORDS: lambda entry: entry.words,
    Number.CHAPTERS: lambda entry: entry.info.chapters_posted or entry.chapters,
    Number.UPDATED: lambda entry: _ordinal(entry.info.updated or entry.info.published),
    Number.PUBLISHED: lambda entry: _ordinal(entry.info.published),
    Number.ADDED: lambda entry: _ordinal(entry.added),
    Number.READ: lambda entry: _ordinal(entry.last_read),
    Number.RATING: lambda entry: entry.rating,
    Number.TIMES: lambda entry: entry.times_read,
    Number.FANDOMS: lambda entry: len(entry.info.names(TagKind.FANDOM)),
    Number.SHIPS: lambda entry: len(entry.info.names(TagKind.RELATIONSHIP)),
}
_FACTS: dict[Fact, Callable[[Entry], bool | None]] = {
    Fact.COMPLETE: lambda entry: entry.info.complete,
    Fact.NEW: lambda entry: bool(entry.new_keys),
    Fact.MISSING: lambda entry: entry.missing,
}


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


def _within(figure: int | None, low: int | None, high: int | None) -> bool:
    return figure is not None and (low is None or figure >= low) and (high is None or figure <= high)
