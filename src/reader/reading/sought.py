"""What a search of all texts has found, on the way to the page: the passage, and what to look for there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.reading.text_folding import fold

if TYPE_CHECKING:
    import re


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage of a work, and what was typed to find it."""

    work_id: str
    chapter: int
    """From 1."""
    offset: int
    """The text position of the match."""
    words: str
    placing: str = ""
    """The id of a bookmark that the reader is to place about there; empty for a mere visit."""


def sought_pattern(typed: str) -> re.Pattern[str] | None:
    """What finds in folded text what a search of all texts marks; None when there is nothing to look for.

    Words that were to be near each other are found wherever they are.
    """
    from reader.library.text_search.matching import pattern  # none of it is needed to show a page
    from reader.library.text_search.typed import marked_terms, understood

    terms = marked_terms(understood(typed))
    return pattern(terms, lambda word: fold(word).text) if terms else None
