"""The commands of the palette. Its letters go to the line that is typed in."""

from __future__ import annotations

from reader.ui.commands.command import Command
from reader.ui.commands.rows import TakeOption
from reader.ui.commands.typed_line import AMONG_RESULTS


class ClosePalette(Command):
    """Close the palette"""

    keys = "escape"


PALETTE: tuple[type[Command], ...] = (TakeOption, *AMONG_RESULTS, ClosePalette)
