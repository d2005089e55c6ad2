"""What may be meant by what is typed in a query: fields, and values of a field, the commonest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from reader.library.queries.facets import Facet
from reader.library.queries.fields import FACETS_OF, FIELDS
from reader.library.queries.parsing import tokens_of, unescaped
from reader.library.queries.query import Fact
from reader.library.queries.writing import value_text
from reader.work.languages import language_name
from reader.work.names import fold
from reader.work.statuses import STATUSES
from reader.work.tags import RATINGS, rating_letter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.library.queries.facet_index import FacetIndex, Value
    from reader.library.queries.parsing import Token

_QUOTES = ('"', "“", "”")
_CLOSED = {Facet.STATUS: tuple(zip(STATUSES, STATUSES, strict=True)), Facet.RATING: tuple(RATINGS.items())}
"""Values that are offered whether or not a work has them: as they are written, and as they are shown."""
_BEST_FIRST = ("tag", "fandom", "ship", "character", "author", "words", "rating", "status", "complete")
"""Fields that are offered before the others."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way to go on."""

    text: str
    """What to put in the place of what was typed: a field with its colon, a value as a query writes it."""
    name: str
    """What to show."""
    number: int | None = None
    """How many works have the value; None of what is no value."""
    goes_on: bool = False
    """Whether what follows belongs to it, as the value to a field: then no space is put after it."""


@dataclass(frozen=True, slots=True)
class Completion:
    """What may stand between two places of the query, in code points from 0, instead of what does."""

    start: int
    end: int
    suggestions: tuple[Suggestion, ...] = ()

    def applied(self, text: str, suggestion: Suggestion) -> tuple[str, int]:
        """The query with a suggestion taken, and where the cursor then stands."""
        done = text[: self.start] + suggestion.text
        if not suggestion.goes_on and not text[self.end :].startswith((" ", ")")):
            done += " "
        return done + text[self.end :], len(done)


@dataclass(frozen=True, slots=True)
class _Typed:
    """The word at the cursor: of a field if there is one."""

    field: str
    text: str
    start: int


def complete(text: str, cursor: int, index: FacetIndex, most: int = 12) -> Completion:
    """What may be meant at the cursor, which stands before `text[cursor]`: at most so many suggestions.

    A value is offered when what is typed stands in its name from the beginning of a word on.
    """
    typed = _typed(text[:cursor])
    if typed is None:
        return Completion(cursor, cursor)
    end = cursor + (typed.text.lstrip("=")[:1] in _QUOTES and text[cursor : cursor + 1] in _QUOTES)
    found = _values(typed.field, _wanted(typed.text), index, most) if typed.field else _fields(typed.text)
    start = typed.start + typed.text.startswith("=")
    return Completion(start, end, tuple(islice(found, most)))


def _wanted(typed: str) -> str:
    """What names must hold, folded; a space at the end is the end of a word."""
    text = unescaped(typed.lstrip("=" + "".join(_QUOTES)))
    folded = fold(text)
    return f"{folded} " if folded and text[-1:].isspace() else folded


def _typed(head: str) -> _Typed | None:
    """What is being typed at the end of this text, quotation marks that are not closed yet included."""
    tokens = tokens_of(head)
    broken = next((place for place, token in enumerate(tokens) if token.kind == "broken"), None)
    if broken is not None:
        mark = tokens[broken]
        before = tokens[broken - 1] if broken else None
        if before is None or not _opens_value(before, mark):
            return None
        return _Typed(before.text.lower(), before.value + head[mark.start :], before.value_start)
    if not tokens or head[-1:].isspace():
        return None
    last = tokens[-1]
    if last.kind == "field" and last.value[-1:] not in _QUOTES:
        return _Typed(last.text.lower(), last.value, last.value_start)
    return _Typed("", last.text, last.start) if last.kind == "word" else None


def _opens_value(token: Token, mark: Token) -> bool:
    end = token.value_start + len(token.value)
    return token.kind == "field" and token.value in ("", "=") and end == mark.start


def _fields(typed: str) -> Iterator[Suggestion]:
    beginning = typed.lower()
    names = dict.fromkeys((*_BEST_FIRST, *sorted(FIELDS)))
    return (Suggestion(f"{name}:", f"{name}:", goes_on=True) for name in names if name.startswith(beginning))


def _values(field: str, typed: str, index: FacetIndex, most: int) -> Iterator[Suggestion]:
    if field in set(Fact):
        return (Suggestion(word, word) for word in ("yes", "no") if word.startswith(typed))
    begins = re.compile(rf"(?<![^\W_]){re.escape(typed)}")
    facets = FACETS_OF.get(field, ())
    found = [value for facet in facets for value in islice(_likely(index, facet, typed, begins), most)]
    found.sort(key=lambda value: value.number, reverse=True)
    offered = [_suggestion(value) for value in found]
    known = {suggestion.text for suggestion in offered}
    others = (Suggestion(word, name, 0) for facet in facets for word, name in _CLOSED.get(facet, ()))
    return chain(
        offered, (other for other in others if other.text not in known and begins.search(fold(other.name)))
    )


def _likely(index: FacetIndex, facet: Facet, typed: str, begins: re.Pattern[str]) -> Iterator[Value]:
    """The values with a word that begins as was typed, those that most works have first."""
    for value in index.holding(facet, typed):
        if any(begins.search(name) for name in (*value.keys, fold(value.name))):
            yield value


def _suggestion(value: Value) -> Suggestion:
    match value.facet:
        case Facet.RATING:
            return Suggestion(rating_letter(value.name) or value_text(value.name), value.name, value.number)
        case Facet.LANGUAGE:
            return Suggestion(value_text(value.key), language_name(value.key), value.number)
    return Suggestion(value_text(value.name), value.name, value.number)
