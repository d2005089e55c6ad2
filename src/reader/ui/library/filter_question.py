"""Asking for a query, which is in force while it is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.library.queries.completion import complete
from reader.ui.library.query_words import all_fields, closed, query_remark
from reader.ui.question import NO_REMARK, Question, Remark

if TYPE_CHECKING:
    from reader.library.queries.completion import Completion
    from reader.ui.screens.library import LibraryScreen

_TELL_FIELDS = "?"
_EXAMPLES = 'filter: words, fandom:"Original Work", -tag:angst, words:50k.. · all of it: type ?'


def filter_question(screen: LibraryScreen) -> Question:
    """The question; left without an answer, the query of before is in force again."""
    before = screen.model.words

    def put(words: str) -> None:
        screen.model.ask(words)
        screen.show_all()

    def follow(words: str) -> Remark:
        words = closed("" if words.strip() == _TELL_FIELDS else words)
        put(words)
        return query_remark(words)

    def answer(words: str) -> Remark:
        if words.strip() == _TELL_FIELDS or not screen.model.problem:
            return NO_REMARK
        return query_remark(closed(words))

    return Question(
        "filter",
        _EXAMPLES,
        lambda words, _: answer(words),
        before,
        typed=follow,
        left=lambda: put(before),
        complete=partial(completed_query, screen),
        goes_on=True,
    )


def completed_query(screen: LibraryScreen, words: str, cursor: int) -> Completion:
    """Fields and values that may be meant where the cursor stands, in code points from 0."""
    return all_fields(words) if words.strip() == _TELL_FIELDS else complete(words, cursor, screen.model.index)
