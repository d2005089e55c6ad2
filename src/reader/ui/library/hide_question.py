"""Asking with which exceptions works with a tag are to be hidden."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.library.queries.filters import Filters
from reader.library.queries.hide_rules import read_rules
from reader.library.queries.writing import as_query
from reader.ui.keys.sentences import told
from reader.ui.library.filter_question import completed_query
from reader.ui.library.query_words import closed, query_remark
from reader.ui.question import NO_REMARK, Question, Remark
from reader.ui.row_pieces import Tone, one_line
from reader.work.counts import counted

if TYPE_CHECKING:
    from reader.library.queries.filters import Choice
    from reader.ui.screens.library import LibraryScreen

_UNLESS = " UNLESS "


def hide_question(screen: LibraryScreen, choice: Choice) -> Question:
    """The question; to answer it is to have the rule in force."""
    rule = as_query(Filters(included=(choice,)), screen.model.index)
    return Question(
        "hide",
        told(
            "{take-words} hides them all · or type first which not: author:oxbow", screen.workspace.settings
        ),
        lambda words, _: _answered(screen, rule, closed(words)),
        typed=lambda words: _said_of(screen, rule, closed(words)),
        complete=partial(completed_query, screen),
        goes_on=True,
    )


def _said_of(screen: LibraryScreen, rule: str, words: str) -> Remark:
    remark = query_remark(words)
    if remark.text:
        return remark
    rules, problems = read_rules([_with_exceptions(rule, words)])
    if problems:
        return Remark(problems[0], 0, Tone.WARNING)
    found = screen.model.count(rules[0].query)
    return Remark(f"hides {counted(found, 'work')}: {one_line(rule)}")


def _answered(screen: LibraryScreen, rule: str, words: str) -> Remark:
    remark = query_remark(words)
    if remark.tone is Tone.WARNING:
        return remark
    text = _with_exceptions(rule, words)
    _, problems = read_rules([text])
    if problems:
        return Remark(problems[0], 0, Tone.WARNING)
    screen.undoing.remember(screen.hiding.add(text))
    said = "Never shown: {rule} · {undo-change} undoes it · {show-hidden} shows it for now"
    screen.say(told(said, screen.workspace.settings, rule=one_line(text)))
    return NO_REMARK


def _with_exceptions(rule: str, words: str) -> str:
    return f"{rule}{_UNLESS}{' '.join(words.split())}" if words.strip() else rule
