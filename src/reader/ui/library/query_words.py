"""What is said of a query while it is typed: what is wrong with it and where, what its fields take."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.library.queries.field_notes import FIELD_NOTES
from reader.library.queries.parsing import parse
from reader.library.queries.query import QueryError
from reader.ui.question import NO_REMARK, Remark
from reader.ui.row_pieces import Piece, Tone, fitted, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.queries.completion import Completion, Suggestion

_AT_FIELD = re.compile(r"(?:^|[\s(−-])([^\W\d_][\w-]*)[:：][^\s()]*$")
_CARET = "▾ "
_NUMBER = 6
"""Cells for a number of works."""
_AROUND = 4
"""Cells before, between and after a name and what is said of it."""


def closed(words: str) -> str:
    """A query with its last quotation mark closed, which whoever is still typing has not come to yet."""
    try:
        parse(words)
    except QueryError:
        whole = f'{words}"'
        with suppress(QueryError):
            parse(whole)
            return whole
    return words


def query_remark(words: str) -> Remark:
    """What is wrong with a query; else what the field takes that is typed last."""
    field = _AT_FIELD.search(words)
    note = FIELD_NOTES.get(field[1].lower(), "") if field else ""
    if note and words.removesuffix('"').endswith((":", "：")):
        return Remark(note)
    try:
        parse(words)
    except QueryError as error:
        return Remark(f"column {error.column}: {error.message}", error.column, Tone.WARNING)
    return Remark(note) if note else NO_REMARK


def all_fields(words: str) -> Completion:
    """All fields there are, in the place of what is typed."""
    from reader.library.queries.completion import Completion, Suggestion  # only while something is typed

    fields = tuple(Suggestion(f"{name}:", f"{name}:", goes_on=True) for name in FIELD_NOTES)
    return Completion(0, len(words), fields)


def remark_pieces(remark: Remark, words: str, scrolled: int, width: int) -> tuple[Piece, ...]:
    """A remark in a row above what is typed, which begins a cell in and may be scrolled by some cells.

    One that belongs somewhere has a mark over that place, and stands on the side that has room.
    """
    text = one_line(remark.text)
    if not remark.column:
        return (Piece(fitted(f" {text}", width), remark.tone),)
    place = max(0, min(1 + cell_len(words[: remark.column - 1]) - scrolled, width - 1))
    after = width - place - cell_len(_CARET)
    if cell_len(text) <= after or place - 1 < after:
        return (Piece(" " * place), Piece(_CARET + fitted(text, after), remark.tone))
    before = text if cell_len(text) < place else fitted(text, place - 1)
    return (Piece(" " * (place - cell_len(before) - 1)), Piece(f"{before} {_CARET[0]}", remark.tone))


def name_width(suggestions: Iterable[Suggestion]) -> int:
    """The cells of the longest name."""
    return max((cell_len(one_line(suggestion.name)) for suggestion in suggestions), default=0)


def suggestion_pieces(suggestion: Suggestion, names: int, width: int) -> tuple[Piece, ...]:
    """A suggestion in a row: the name in so many cells, and how many works have it or what it takes."""
    name = one_line(suggestion.name)
    said = FIELD_NOTES.get(name.removesuffix(":"), "") if name.endswith(":") else ""
    if suggestion.number is not None:
        said = f"{suggestion.number:>{_NUMBER},}"
    names = max(0, min(names, width - _NUMBER - _AROUND))
    said = fitted(said, max(0, width - names - _AROUND))
    return Piece(f" {fitted(name, names)}"), Piece(f"  {said}", Tone.QUIET)
