"""A slow and obvious search: every expression tried on every position of a text's words."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from reader.library.text_search.typed import All, Any, Near, Term, words_of

if TYPE_CHECKING:
    from reader.library.text_search.typed import Expression

WRITTEN = ("lamp", "Lamp", "lámp", "lamplight", "sea", "SEA", "seal", "séal", "tide", "tides", "wasn’t", "it")
"""The words of texts; what is looked for are the first three letters of these and more."""


def folded(word: str) -> str:
    """A word without case and accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))


def words_in(text: str) -> list[str]:
    """The words of a text, folded."""
    return [folded(word) for word in re.findall(r"[^\W_]+", text)]


def starts(term: Term, words: list[str]) -> list[int]:
    """Where a term stands in some words."""
    sought = [folded(word) for word in term.words]
    *whole, last = sought
    found = []
    for at in range(len(words) - len(sought) + 1):
        there = words[at : at + len(sought)]
        ends = there[-1].startswith(last) if term.begins else there[-1] == last
        if there[:-1] == whole and ends:
            found.append(at)
    return found


def holds(expression: Expression, words: list[str]) -> bool:
    """Whether some words are what is sought."""
    match expression:
        case Term():
            return bool(starts(expression, words))
        case Near(first, second, distance):
            return any(
                (there - here - len(first.words) if here <= there else here - there - len(second.words))
                <= distance
                for here in starts(first, words)
                for there in starts(second, words)
            )
        case All(wanted, unwanted):
            return all(holds(e, words) for e in wanted) and not any(holds(e, words) for e in unwanted)
        case Any(of):
            return any(holds(e, words) for e in of)


def typed(expression: Expression) -> str:
    """How a person types it."""
    match expression:
        case Term(text, words, begins):
            star = "*" if begins else ""
            return f'"{text}"{star}' if len(words) > 1 else f"{text}{star}"
        case Near(first, second, distance):
            return f"{typed(first)} NEAR/{distance} {typed(second)}"
        case All(wanted, unwanted):
            return " ".join([*map(_grouped, wanted), *(f"-{_grouped(e)}" for e in unwanted)])
        case Any(of):
            return " OR ".join(map(_grouped, of))


def _grouped(expression: Expression) -> str:
    return typed(expression) if isinstance(expression, Term) else f"({typed(expression)})"


def _term(words: list[str], begins: bool) -> Term:
    text = " ".join(words)
    return Term(text, words_of(text), begins)


terms = st.builds(
    _term, st.lists(st.sampled_from((*WRITTEN, "la", "se", "seas")), min_size=1, max_size=2), st.booleans()
)
nears = st.builds(Near, terms, terms, st.integers(0, 4))
expressions: st.SearchStrategy[Expression] = st.recursive(
    terms | nears,
    lambda inner: (
        st.builds(
            All,
            st.lists(inner, min_size=1, max_size=3).map(tuple),
            st.lists(inner, max_size=2).map(tuple),
        )
        | st.builds(Any, st.lists(inner, min_size=2, max_size=3).map(tuple))
    ),
    max_leaves=6,
)
