"""The commands of every line that is typed in. What edits its words is Textual's."""

from __future__ import annotations

from reader.ui.commands.command import Command


class TakeWords(Command):
    """Take what was typed"""

    keys = "enter"
    other_words = "answer confirm submit"


class TakeSuggestion(Command):
    """Take the suggestion"""

    keys = "tab"
    other_words = "complete completion"


class NextResult(Command):
    """Next row, next suggestion"""

    keys = "down"


class PreviousResult(Command):
    """The row or suggestion before"""

    keys = "up"


class NextResults(Command):
    """A screenful of rows down, below what is typed"""

    keys = "pagedown"


class PreviousResults(Command):
    """A screenful of rows up, below what is typed"""

    keys = "pageup"


class LeaveLine(Command):
    """Leave the line"""

    keys = "escape"
    other_words = "cancel"


AMONG_RESULTS: tuple[type[Command], ...] = (NextResult, PreviousResult, NextResults, PreviousResults)
"""Those for what stands with a line and changes with its words."""
TYPED_LINE: tuple[type[Command], ...] = (TakeWords, TakeSuggestion, NextResult, PreviousResult, LeaveLine)
