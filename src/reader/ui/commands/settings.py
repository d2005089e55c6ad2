"""The commands of the settings screen."""

from __future__ import annotations

from reader.ui.commands.command import Command
from reader.ui.commands.look_panel import NextValue, PreviousValue, ResetValue


class ChangeSetting(Command):
    """Change the chosen setting; give the chosen command a key"""

    keys = "enter"


class TakeAway(Command):
    """Take the chosen folder, rule or keys away"""

    keys = "d,delete"


class FindSetting(Command):
    """Show only settings and commands with these words"""

    keys = "slash"
    hint = "find"


class CloseSettings(Command):
    """Close the settings; first show all of them again"""

    keys = "escape,q,comma"
    hint = "close"


SETTINGS: tuple[type[Command], ...] = (
    NextValue,
    PreviousValue,
    ChangeSetting,
    ResetValue,
    TakeAway,
    FindSetting,
    CloseSettings,
)
