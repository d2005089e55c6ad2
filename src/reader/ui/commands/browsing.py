"""The commands of the screen that looks through folders for works."""

from __future__ import annotations

from reader.ui.commands.command import Command
from reader.ui.commands.everywhere import ShowHelp
from reader.ui.commands.rows import ROWS


class OpenFolder(Command):
    """Open the folder; add the file, or all that are selected"""

    keys = "enter,right,l"
    hint = "open"


class LeaveFolder(Command):
    """Up to the folder it is in"""

    keys = "left,h,backspace"
    hint = "up"


class SelectFile(Command):
    """Select the file or folder, or no more"""

    keys = "space"
    hint = "select"


class AddSelected(Command):
    """Add what is selected, or what the cursor is on: of a folder all that is in it"""

    keys = "a"
    hint = "add"


class AddThisFolder(Command):
    """Add all of the folder that is shown"""

    keys = "A"
    hint = "add all of it"


class GoHome(Command):
    """To your home folder"""

    keys = "tilde"
    hint = "home"


class ShowDotFiles(Command):
    """Show what is hidden, or no more"""

    keys = "full_stop"


class CloseBrowser(Command):
    """Back to the library"""

    keys = "escape,q"


BROWSING: tuple[type[Command], ...] = (
    OpenFolder,
    AddSelected,
    SelectFile,
    LeaveFolder,
    AddThisFolder,
    GoHome,
    ShowDotFiles,
    CloseBrowser,
)
BROWSING_GROUPS = (("Folders and files", (*ROWS, *BROWSING)), ("Everywhere", (ShowHelp,)))
