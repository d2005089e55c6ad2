"""The commands of help itself."""

from __future__ import annotations

from reader.ui.commands.command import Command
from reader.ui.commands.rows import FirstRow, LastRow, NextRow, PreviousRow


class NextInHelp(Command):
    """A screenful of help down"""

    keys = "space,pagedown"
    more_keys = "ctrl+f"


class PreviousInHelp(Command):
    """A screenful of help up"""

    keys = "b,pageup"
    more_keys = "ctrl+b"


class FindInHelp(Command):
    """Show only what has these words, or a key"""

    keys = "slash"
    other_words = "search"


class CloseHelp(Command):
    """Close help; first show all of it again"""

    keys = "escape,q,question_mark"


HELP: tuple[type[Command], ...] = (
    FindInHelp,
    NextRow,
    PreviousRow,
    NextInHelp,
    PreviousInHelp,
    FirstRow,
    LastRow,
    CloseHelp,
)
