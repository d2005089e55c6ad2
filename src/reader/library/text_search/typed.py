"""What can be typed into a search of texts, understood: words, phrases, nearness, exclusions, alternatives.

    lamp harbour            both words in one chapter
    "the quiet lamp"        these words in a row
    harb*  "quiet lam"*     words that begin so
    lamp NEAR/10 harbour    at most ten words between them, in either order; also lamp ~10 harbour
    -storm  -"the storm"    chapters without it; also NOT storm
    lamp OR lantern         either; binds weaker than words beside each other
    (lamp OR lantern) tide  parentheses group

Whatever is typed means something: what could be no part of this is left out, and nothing is an error.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r'(?P<not>-*)["“”„](?P<phrase>[^"“”„]*)(?:["“”„]|$)(?P<star>\*?)'
    r'|(?P<open>-*\()|(?P<close>\))|(?P<word>[^\s"“”„()]+)'
)
_NEAR = re.compile(r"NEAR(?:/(\d{1,4}))?|~(\d{0,4})")
_NEAR_WORDS = 10
"""Words that may stand between two that are to be near each other, when no number is typed."""
_MOST_TERMS = 64
_DEEPEST = 16
"""What is typed beyond so many terms, or deeper than so many parentheses, is left out."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words in a row that have to occur."""

    text: str
    """As it was typed, without quotation marks: the index tells words apart in its own way."""
    words: tuple[str, ...]
    """Letters, digits and their marks alone."""
    begins: bool = False
    """Whether the last word may go on."""


@dataclass(frozen=True, slots=True)
class Near:
    """Two terms with at most so many words between them, in either order."""

    first: Term
    second: Term
    distance: int


@dataclass(frozen=True, slots=True)
class All:
    """All of the wanted in a chapter, and none of the unwanted. There is something wanted."""

    wanted: tuple[Expression, ...]
    unwanted: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """One of these at least."""

    of: tuple[Expression, ...]


Expression = Term | Near | All | Any


def understood(typed: str) -> Expression | None:
    """What is typed as an expression; None when it holds nothing to look for."""
    reader = _Reader()
    for found in _TOKEN.finditer(typed):
        reader.take(found)
    return reader.result()


def marked(expression: Expression | None) -> tuple[Term | Near, ...]:
    """What is to be marked where it occurs: all that is wanted, each once."""
    found: dict[Term | Near, None] = {}
    waiting = [expression] if expression else []
    while waiting:
        match waiting.pop():
            case All(wanted):
                waiting += reversed(wanted)
            case Any(of):
                waiting += reversed(of)
            case Term() | Near() as sought:
                found[sought] = None
    return tuple(found)


def marked_terms(expression: Expression | None) -> tuple[Term, ...]:
    """The terms in what is to be marked, each once."""
    terms: dict[Term, None] = {}
    for sought in marked(expression):
        terms.update(dict.fromkeys((sought,) if isinstance(sought, Term) else (sought.first, sought.second)))
    return tuple(terms)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text: letters and digits with the marks that belong to them."""
    return tuple("".join(c if _is_of_word(c) else " " for c in text).split())


def _is_of_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


@dataclass(slots=True)
class _Group:
    """What stands between two parentheses, as far as it is read."""

    unwanted: bool = False
    done: list[All] = field(default_factory=list)
    wanted: list[Expression] = field(default_factory=list)
    without: list[Expression] = field(default_factory=list)
    last: Term | None = None
    """The term that a NEAR would join to the next one."""
    near: int | None = None
    negated: bool = False

    def end_alternative(self) -> None:
        """What follows is another way to be found."""
        if self.wanted:
            self.done.append(All(tuple(self.wanted), tuple(self.without)))
        self.wanted, self.without = [], []
        self.last = self.near = None
        self.negated = False

    def result(self) -> Expression | None:
        """All that was read, as simply as it can be said."""
        self.end_alternative()
        plain = [a.wanted[0] if len(a.wanted) == 1 and not a.unwanted else a for a in self.done]
        if len(plain) > 1:
            return Any(tuple(plain))
        return plain[0] if plain else None


class _Reader:
    """Takes one piece of what is typed after the other. It changes."""

    def __init__(self) -> None:
        self._groups = [_Group()]
        self._terms = 0

    def take(self, found: re.Match[str]) -> None:
        """Take the next piece."""
        group = self._groups[-1]
        word = found["word"]
        if found["open"]:
            if len(self._groups) < _DEEPEST:
                self._groups.append(_Group(unwanted=group.negated or "-" in found["open"]))
            group.negated = False
        elif found["close"]:
            self._close()
        elif word in ("OR", "|"):
            group.end_alternative()
        elif word == "NOT":
            group.negated = True
        elif word and (near := _NEAR.fullmatch(word)):
            group.near = int(near[1] or near[2] or _NEAR_WORDS)
        elif word != "AND":
            self._take_term(found)

    def _take_term(self, found: re.Match[str]) -> None:
        group, word = self._groups[-1], found["word"] or ""
        text = (found["phrase"] or word.lstrip("-").rstrip("*")).strip()
        term = Term(text, words_of(text), begins=bool(found["star"]) or word.endswith("*"))
        if not term.words or self._terms >= _MOST_TERMS:
            return
        self._terms += 1
        if group.negated or found["not"] or word.startswith("-"):
            group.without.append(term)
            group.last = group.near = None
        elif group.near is not None and group.last is not None:
            if group.wanted[-1] is group.last:
                group.wanted.pop()
            group.wanted.append(Near(group.last, term, group.near))
            group.last = term
        else:
            group.wanted.append(term)
            group.last = term
        group.near, group.negated = None, False

    def _close(self) -> None:
        if len(self._groups) == 1:
            return
        inner = self._groups.pop()
        result, group = inner.result(), self._groups[-1]
        if result is not None:
            (group.without if inner.unwanted else group.wanted).append(result)
        group.last = group.near = None

    def result(self) -> Expression | None:
        """All that was typed."""
        while len(self._groups) > 1:
            self._close()
        return self._groups[0].result()
