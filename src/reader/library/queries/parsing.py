"""The query language: `fandom:"Original Work" -tag:angst words:50k.. (rating:T OR rating:G)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.queries.fields import FIELDS
from reader.library.queries.query import EVERYTHING, All, Either, Name, Not, QueryError, Words
from reader.work.names import fold_name

if TYPE_CHECKING:
    from reader.library.queries.query import Query

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<open>\() | (?P<close>\))
      | (?P<minus>[-−](?=[^\s)]))
      | (?P<field>[^\W\d_]+)[:：](?P<value>["“”][^"“”]*["“”]|[^\s()"“”]*)
      | (?P<quoted>["“”][^"“”]*["“”])
      | (?P<word>[^\s()"“”]+)
      | (?P<broken>["“”])
    )""",
    re.VERBOSE,
)
_QUOTES = '"“”'
_MINUSES = ("-", "−")
_DEEPEST = 50
"""Levels of parentheses and "-"; more is no query of a person's."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    value: str
    start: int
    value_start: int


def parse(text: str) -> Query:
    """The query in a line of text; an empty line asks for everything.

    All terms must hold. `OR` (in capitals) binds weaker, parentheses group, "-" turns a term round, quotation
    marks keep spaces and take a word literally. Raises QueryError.
    """
    tokens = _tokens(text)
    query, rest = _either(tokens, 0, 0)
    if rest < len(tokens):
        raise QueryError("There is no ( for this ).", tokens[rest].start + 1)
    return query


def _tokens(text: str) -> list[_Token]:
    tokens = []
    position, end = 0, len(text.rstrip())
    while position < end:
        found = _TOKEN.match(text, position)
        if found is None:  # nothing is left out above; a guard against going on forever
            raise QueryError("This can't be read.", position + 1)
        kind = str(found.lastgroup if found.lastgroup != "value" else "field")
        if kind == "broken":
            raise QueryError("This quotation mark has no second one.", found.start(kind) + 1)
        tokens.append(
            _Token(
                kind,
                found[kind],
                found["value"] or "",
                found.start(kind),
                found.start("value"),
            )
        )
        position = found.end()
    return tokens


def _either(tokens: list[_Token], index: int, depth: int) -> tuple[Query, int]:
    first, index = _all(tokens, index, depth)
    terms = [first]
    while index < len(tokens) and _is_or(tokens[index]):
        sign = tokens[index]
        term, index = _all(tokens, index + 1, depth)
        if All(()) in (first, term):
            raise QueryError("OR needs something on both sides.", sign.start + 1)
        terms.append(term)
    return (first if len(terms) == 1 else Either(tuple(terms))), index


def _all(tokens: list[_Token], index: int, depth: int) -> tuple[Query, int]:
    terms = []
    while index < len(tokens) and tokens[index].kind != "close" and not _is_or(tokens[index]):
        term, index = _term(tokens, index, depth)
        terms.append(term)
    return (terms[0] if len(terms) == 1 else All(tuple(terms))), index


def _term(tokens: list[_Token], index: int, depth: int) -> tuple[Query, int]:
    token = tokens[index]
    if depth > _DEEPEST:
        raise QueryError("There are too many levels here.", token.start + 1)
    if token.kind == "minus":
        if index + 1 == len(tokens) or _is_or(tokens[index + 1]):
            raise QueryError("There is nothing after this minus.", token.start + 1)
        term, index = _term(tokens, index + 1, depth + 1)
        return Not(term), index
    if token.kind == "open":
        query, index = _either(tokens, index + 1, depth + 1)
        if index == len(tokens):
            raise QueryError("This ( is never closed.", token.start + 1)
        return query, index + 1
    if token.kind == "field":
        return _field(token), index + 1
    if token.text in _MINUSES:  # typed on the way to "-tag:angst"
        return EVERYTHING, index + 1
    return Words(Name.ANYWHERE, fold_name(token.text.strip(_QUOTES))), index + 1


def _field(token: _Token) -> Query:
    read = FIELDS.get(token.text.lower())
    if read is None:
        raise QueryError(
            f"There is no field “{token.text}”; in quotation marks it is searched for as it stands.",
            token.start + 1,
        )
    value = token.value.strip(_QUOTES).strip()
    if not value:
        raise QueryError(f"“{token.text}:” needs a value right after it.", token.start + 1)
    try:
        return read(value)
    except ValueError as error:
        raise QueryError(str(error), token.value_start + 1) from error


def _is_or(token: _Token) -> bool:
    return token.kind == "word" and token.text == "OR"
