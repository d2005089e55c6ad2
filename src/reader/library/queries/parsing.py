"""The query language: `fandom:"Original Work" -tag:angst words:50k.. (rating:T OR rating:G)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.queries.fields import FIELDS
from reader.library.queries.query import EVERYTHING, All, Either, Name, Not, QueryError, Unless, Words
from reader.work.names import fold_name

if TYPE_CHECKING:
    from reader.library.queries.query import Query

_QUOTED = r'["“”](?:[^"“”\\]|\\["“”\\]|\\(?!["“”\\]))*["“”]'
_FIELD = "|".join([*sorted((name for name in FIELDS if "-" in name), key=len), r"[^\W\d_]+"])
_TOKEN = re.compile(
    rf"""\s*(?:
        (?P<open>\() | (?P<close>\))
      | (?P<minus>[-−](?=[^\s)]))
      | (?P<field>{_FIELD})[:：](?P<value>=?{_QUOTED}|[^\s()"“”]*)
      | (?P<quoted>{_QUOTED})
      | (?P<word>[^\s()"“”]+)
      | (?P<broken>["“”])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ESCAPED = re.compile(r'\\(["“”\\])')
_QUOTES = ('"', "“", "”")
_MINUSES = ("-", "−")
_DEEPEST = 50
"""Levels of parentheses and "-"; more is no query of a person's."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query; `start` and `value_start` count code points from 0."""

    kind: str
    """Of "open", "close", "minus", "field", "quoted", "word" and "broken"."""
    text: str
    value: str
    """What follows the colon of a field, with its quotation marks."""
    start: int
    value_start: int


def parse(text: str) -> Query:
    """The query in a line of text; an empty line asks for everything.

    All terms must hold. `OR` (in capitals) binds weaker and `UNLESS`, which takes away what the term after it
    finds, weakest; parentheses group, "-" turns a term round, quotation marks keep spaces and take a word
    literally, in them a backslash stands before a quotation mark that is meant. Raises QueryError.
    """
    tokens = list(tokens_of(text))
    for token in tokens:
        if token.kind == "broken":
            raise QueryError("This quotation mark has no second one.", token.start + 1)
    query, rest = _unless(tokens, 0, 0)
    if rest < len(tokens):
        raise QueryError("There is no ( for this ).", tokens[rest].start + 1)
    return query


def tokens_of(text: str) -> list[Token]:
    """The pieces of a query, whatever is typed."""
    tokens = []
    position, end = 0, len(text.rstrip())
    while position < end:
        found = _TOKEN.match(text, position)
        if found is None:  # nothing is left out above; a guard against going on forever
            break
        kind = str(found.lastgroup if found.lastgroup != "value" else "field")
        value = found["value"] or ""
        tokens.append(Token(kind, found[kind], value, found.start(kind), found.start("value")))
        position = found.end()
    return tokens


def _unless(tokens: list[Token], index: int, depth: int) -> tuple[Query, int]:
    query, index = _either(tokens, index, depth)
    exceptions = []
    while index < len(tokens) and _is_sign(tokens[index], "UNLESS"):
        sign = tokens[index]
        exception, index = _either(tokens, index + 1, depth)
        if EVERYTHING in (query, exception):
            raise QueryError("UNLESS needs something on both sides.", sign.start + 1)
        exceptions.append(exception)
    if not exceptions:
        return query, index
    return Unless(query, exceptions[0] if len(exceptions) == 1 else Either(tuple(exceptions))), index


def _either(tokens: list[Token], index: int, depth: int) -> tuple[Query, int]:
    first, index = _all(tokens, index, depth)
    terms = [first]
    while index < len(tokens) and _is_sign(tokens[index], "OR"):
        sign = tokens[index]
        term, index = _all(tokens, index + 1, depth)
        if EVERYTHING in (first, term):
            raise QueryError("OR needs something on both sides.", sign.start + 1)
        terms.append(term)
    return (first if len(terms) == 1 else Either(tuple(terms))), index


def _all(tokens: list[Token], index: int, depth: int) -> tuple[Query, int]:
    terms = []
    while index < len(tokens) and tokens[index].kind != "close" and not _is_sign(tokens[index]):
        term, index = _term(tokens, index, depth)
        terms.append(term)
    return (terms[0] if len(terms) == 1 else All(tuple(terms))), index


def _term(tokens: list[Token], index: int, depth: int) -> tuple[Query, int]:
    token = tokens[index]
    if depth > _DEEPEST:
        raise QueryError("There are too many levels here.", token.start + 1)
    if token.kind == "minus":
        if index + 1 == len(tokens) or _is_sign(tokens[index + 1]):
            raise QueryError("There is nothing after this minus.", token.start + 1)
        term, index = _term(tokens, index + 1, depth + 1)
        return Not(term), index
    if token.kind == "open":
        query, index = _unless(tokens, index + 1, depth + 1)
        if index == len(tokens):
            raise QueryError("This ( is never closed.", token.start + 1)
        return query, index + 1
    if token.kind == "field":
        return _field(token), index + 1
    if token.text in _MINUSES:  # typed on the way to "-tag:angst"
        return EVERYTHING, index + 1
    return Words(Name.ANYWHERE, fold_name(_unquoted(token.text))), index + 1


def _field(token: Token) -> Query:
    read = FIELDS.get(token.text.lower())
    if read is None:
        raise QueryError(
            f"There is no field “{token.text}”; in quotation marks it is searched for as it stands.",
            token.start + 1,
        )
    sign = "=" if token.value[:1] == "=" else ""
    value = sign + _unquoted(token.value[len(sign) :]).strip()
    if not value.removeprefix("="):
        raise QueryError(f"“{token.text}:” needs a value right after it.", token.start + 1)
    try:
        return read(value)
    except ValueError as error:
        raise QueryError(str(error), token.value_start + 1) from error


def unescaped(text: str) -> str:
    """What stood between quotation marks, as it was meant."""
    return _ESCAPED.sub(r"\1", text)


def _unquoted(text: str) -> str:
    return unescaped(text[1:-1]) if text.startswith(_QUOTES) else text


def _is_sign(token: Token, *signs: str) -> bool:
    return token.kind == "word" and token.text in (signs or ("OR", "UNLESS"))
