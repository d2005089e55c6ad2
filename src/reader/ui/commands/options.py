"""The commands of a short list in which one thing is chosen."""

from __future__ import annotations

from reader.ui.commands.command import Command
from reader.ui.commands.rows import TakeOption


class CloseOptions(Command):
    """Leave it as it was"""

    keys = "escape,q"


OPTIONS: tuple[type[Command], ...] = (TakeOption, CloseOptions)
