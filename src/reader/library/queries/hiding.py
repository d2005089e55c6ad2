"""The works that the reader never wants to see, with reasons."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from reader.library.queries.query import EVERYTHING, All, Either, Has, Match, Unless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.queries.evaluation import Evaluator
    from reader.library.queries.query import Query


class HideRule(NamedTuple):
    """Works that satisfy the query are hidden."""

    text: str
    """As the reader wrote it."""
    query: Query


class Hiding:
    """Rules over one list of works. It changes: the works are found when they are first asked for."""

    def __init__(self, evaluator: Evaluator, rules: Sequence[HideRule] = ()) -> None:
        self._evaluator = evaluator
        self.rules = tuple(rules)
        self._found: list[int] | None = None

    @property
    def works(self) -> int:
        """The set of works hidden."""
        return reduce(or_, self._by_rule(), 0)

    def reason(self, position: int) -> str:
        """Why the work at this position of the list is hidden, by what it has itself; empty when it is not.

        A work hidden by `tag:death` is "tagged “Major Character Death”".
        """
        from reader.library.queries.wording import in_words  # few hide anything

        for rule, works in zip(self.rules, self._by_rule(), strict=True):
            if works >> position & 1:
                return in_words(self._said_of(rule.query, position))
        return ""

    def _by_rule(self) -> list[int]:
        if self._found is None:
            self._found = [self._evaluator.works(rule.query) for rule in self.rules]
        return self._found

    def _said_of(self, query: Query, position: int) -> Query:
        """The parts of a query that this work satisfies, with the names it satisfies them by."""
        match query:
            case Unless(term, _):
                return self._said_of(term, position)
            case All(terms):
                return All(tuple(self._said_of(term, position) for term in terms if term != EVERYTHING))
            case Either(terms):
                held = [term for term in terms if self._evaluator.works(term) >> position & 1]
                return self._said_of(held[0], position)
            case Has(facets, _, match) if match is not Match.WHOLE:
                value = self._evaluator.values(query, position)[0]
                return Has(facets, value.name, Match.WHOLE)
        return query
