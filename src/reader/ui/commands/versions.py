"""The commands of the screen that shows the files of a work."""

from __future__ import annotations

from reader.ui.commands.command import Command


class ReadVersion(Command):
    """Read the text in this file"""

    keys = "enter"
    hint = "read this one"


class ReadBest(Command):
    """Read the best of them, now and later"""

    keys = "b"
    hint = "always the best"


class LetGo(Command):
    """Let a superseded one go for good"""

    keys = "d,delete"
    hint = "let go"


class CloseVersions(Command):
    """Close the files"""

    keys = "escape,q,V"
    hint = "close"


class Yes(Command):
    """Yes, let it go"""

    keys = "y"


class No(Command):
    """No, keep it"""

    keys = "n"


VERSIONS: tuple[type[Command], ...] = (ReadVersion, ReadBest, LetGo, CloseVersions, Yes, No)
