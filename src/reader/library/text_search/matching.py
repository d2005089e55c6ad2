"""From what is sought to what SQLite's FTS5 is asked, and to the pattern that finds it in a text.

FTS5's own language: https://www.sqlite.org/fts5.html, "Full-text Query Syntax". A term is always given as a
string, in which nothing but letters and digits means anything.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.library.text_search.typed import All, Any, Near, Term, marked
from reader.library.text_search.unspaced import CHARACTERS, is_unspaced, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library.text_search.typed import Expression

_SPACED_LETTER = f"(?![{CHARACTERS}])[^\\W_]"


def full_text(expression: Expression) -> str:
    """The chapters sought, in FTS5's language."""
    match expression:
        case Term():
            return _string(expression)
        case Near(first, second, distance):
            return f"NEAR({_string(first)} {_string(second)}, {distance})"
        case Any(of):
            return f"({' OR '.join(map(full_text, of))})"
        case All(wanted, unwanted):
            all_wanted = f"({' AND '.join(map(full_text, wanted))})"
            return f"({all_wanted} NOT ({' OR '.join(map(full_text, unwanted))}))" if unwanted else all_wanted


def marks(expression: Expression) -> str:
    """What is to be marked in chapters that are found already, in FTS5's language."""
    return " OR ".join(map(full_text, marked(expression)))


def _string(term: Term) -> str:
    text = spread(term.text) if is_unspaced(term.text) else term.text
    return f'"{text}"{"*" if term.begins else ""}'


def pattern(terms: Sequence[Term], folded: Callable[[str], str] = str) -> re.Pattern[str]:
    """What finds the terms in a text, the longest at a place, in capitals or not.

    `folded` makes a word what it is in the text, where that was folded.
    """
    ways = sorted(terms, key=lambda term: len(term.text), reverse=True)
    return re.compile("|".join(_way(term, folded) for term in ways), re.IGNORECASE)


def _way(term: Term, folded: Callable[[str], str]) -> str:
    words = [re.escape(folded(word)) for word in term.words]
    if is_unspaced(term.text):
        return r"[\W_]*".join(words)
    after = "" if term.begins else f"(?!{_SPACED_LETTER})"
    return f"(?<!{_SPACED_LETTER})" + r"[\W_]+".join(words) + after
