"""What is in force over a list: a query, the choices in the sidebar, and whether hidden works are shown."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.library.queries.facets import SINGLE

if TYPE_CHECKING:
    from reader.library.queries.facets import Facet
    from reader.library.queries.query import Query


class Mark(StrEnum):
    """What was chosen for a value: nothing, only works with it, or only works without it."""

    NONE = ""
    INCLUDED = "included"
    EXCLUDED = "excluded"


_NEXT = {Mark.NONE: Mark.INCLUDED, Mark.INCLUDED: Mark.EXCLUDED, Mark.EXCLUDED: Mark.NONE}


class Choice(NamedTuple):
    """A value of a facet that was chosen, by its key."""

    facet: Facet
    key: str


class Filters(NamedTuple):
    """What is in force: a query, and the choices in the order in which they were made."""

    query: Query | None = None
    included: tuple[Choice, ...] = ()
    excluded: tuple[Choice, ...] = ()
    either: frozenset[Facet] = frozenset()
    """The facets of which a work needs one of the included values, not all of them."""
    hidden: bool = False
    """Whether works that the reader never wants to see are there all the same."""

    def mark(self, choice: Choice) -> Mark:
        """What was chosen for a value."""
        if choice in self.included:
            return Mark.INCLUDED
        return Mark.EXCLUDED if choice in self.excluded else Mark.NONE

    def with_mark(self, choice: Choice, mark: Mark) -> Filters:
        """The filters with this chosen for a value."""
        included = tuple(other for other in self.included if other != choice)
        excluded = tuple(other for other in self.excluded if other != choice)
        if mark is Mark.INCLUDED:
            included = (*included, choice)
        elif mark is Mark.EXCLUDED:
            excluded = (*excluded, choice)
        return self._replace(included=included, excluded=excluded)

    def cycled(self, choice: Choice) -> Filters:
        """The filters after one more press on a value: include, exclude, clear."""
        return self.with_mark(choice, _NEXT[self.mark(choice)])

    def means_either(self, facet: Facet) -> bool:
        """Whether one of the included values of a facet is enough; always where a work has but one."""
        return facet in SINGLE or facet in self.either

    def toggled_either(self, facet: Facet) -> Filters:
        """The filters with any of the included values enough where all were needed, or the reverse."""
        return self._replace(either=self.either ^ {facet})
