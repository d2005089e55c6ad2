"""The commands of the editor in which a note of several lines is written."""

from __future__ import annotations

from reader.ui.commands.command import Command


class KeepNote(Command):
    """Keep the note"""

    keys = "ctrl+s"
    priority = True
    other_words = "save"


class DropNote(Command):
    """Leave the note as it was; asked twice where something was written"""

    keys = "escape"
    priority = True
    other_words = "cancel discard"


NOTE_EDITOR: tuple[type[Command], ...] = (KeepNote, DropNote)
