"""The commands of the list of the reader's rules."""

from __future__ import annotations

from reader.ui.commands.command import Command


class DropRule(Command):
    """Take the rule away"""

    keys = "d,delete"
    hint = "take away"


class UndoDrop(Command):
    """Undo"""

    keys = "u"
    hint = "undo"


class ChangeFolding(Command):
    """Fold hidden works to a line, or remove them"""

    keys = "f"
    hint = "fold/remove"


class CloseRules(Command):
    """Close the rules"""

    keys = "escape,q,M"
    hint = "close"


RULES: tuple[type[Command], ...] = (DropRule, UndoDrop, ChangeFolding, CloseRules)
