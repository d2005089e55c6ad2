"""Rules of what the reader never wants to see, read from lines in the query language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.queries.hiding import HideRule
from reader.library.queries.parsing import parse
from reader.library.queries.query import EVERYTHING, QueryError

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_rules(texts: Iterable[str]) -> tuple[list[HideRule], list[str]]:
    """The rules in these lines, and for each that can't be understood a line that says why."""
    rules, problems = [], []
    for text in texts:
        try:
            query = parse(text)
        except QueryError as error:
            problems.append(f"the rule “{text}” of hide, column {error.column}: {error.message}")
            continue
        if query == EVERYTHING:
            problems.append(f"the rule “{text}” of hide would hide everything")
        else:
            rules.append(HideRule(text, query))
    return rules, problems
