"""The commands of the panel in which the page's look is chosen."""

from __future__ import annotations

from reader.ui.commands.command import Command
from reader.ui.commands.rows import NextRow, PreviousRow


class NextValue(Command):
    """Next value, or greater"""

    keys = "right,l,space"


class PreviousValue(Command):
    """The value before, or smaller"""

    keys = "left,h"


class ResetValue(Command):
    """As it was made"""

    keys = "equals_sign"


class ToggleOwnLook(Command):
    """A look of this work's own, or the one of all works"""

    keys = "w"


class CloseLook(Command):
    """Close the panel"""

    keys = "escape,enter"


LOOK_PANEL: tuple[type[Command], ...] = (
    NextRow,
    PreviousRow,
    NextValue,
    PreviousValue,
    ResetValue,
    ToggleOwnLook,
    CloseLook,
)
