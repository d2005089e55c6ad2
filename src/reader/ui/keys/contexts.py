"""Where commands are at work together: within each of these places, a key can carry out one of them only.

What lies under a mode or a panel may have the same keys: while it is open, they are the mode's.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from reader.ui.commands.bookmarks import ALL_BOOKMARKS, CloseBookmarks
from reader.ui.commands.browsing import BROWSING, CloseBrowser
from reader.ui.commands.everywhere import EVERYWHERE, NextTheme, Quit, ShowPalette
from reader.ui.commands.help import HELP, CloseHelp
from reader.ui.commands.library import ADDED, LIBRARY, TAG_SIDEBAR
from reader.ui.commands.look_panel import LOOK_PANEL, CloseLook
from reader.ui.commands.note_editor import NOTE_EDITOR, DropNote
from reader.ui.commands.note_pop_up import NOTES, CloseNote
from reader.ui.commands.options import OPTIONS, CloseOptions
from reader.ui.commands.palette import PALETTE, ClosePalette
from reader.ui.commands.passage import PASSAGE, LeavePassage
from reader.ui.commands.reading import READING_GROUPS
from reader.ui.commands.rows import ROWS, SIDE_PANEL
from reader.ui.commands.rules import RULES, CloseRules
from reader.ui.commands.searching import SEARCHING, CloseSearch
from reader.ui.commands.settings import SETTINGS, CloseSettings
from reader.ui.commands.tagging import TAGGING
from reader.ui.commands.typed_line import TYPED_LINE, LeaveLine
from reader.ui.commands.versions import VERSIONS, CloseVersions

if TYPE_CHECKING:
    from reader.ui.commands.command import Command


class Kept(StrEnum):
    """Which keys a place keeps for itself, so that no command gets them there."""

    NONE = ""
    DIGITS = "digits count there"
    LETTERS = "letters are typed there"


@dataclass(frozen=True, slots=True)
class Context:
    """A place with the commands that are at work there."""

    where: str
    """As in "next-page and toggle-mark … on the page"."""
    own: tuple[type[Command], ...]
    kept: Kept = Kept.NONE
    out: type[Command] | None = None
    """The command that leaves it, which always has a key; None where commands of the app do."""

    @property
    def commands(self) -> tuple[type[Command], ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys((*self.own, Quit, ShowPalette)))


CONTEXTS: tuple[Context, ...] = (
    Context("on the page", tuple(c for _, commands in READING_GROUPS for c in commands), Kept.DIGITS),
    Context("in a passage", PASSAGE, out=LeavePassage),
    Context("in the panel beside the page", SIDE_PANEL),
    Context("in the panel of the page’s look", LOOK_PANEL, out=CloseLook),
    Context("in a note", NOTES, out=CloseNote),
    Context("in the library", (*ROWS, *LIBRARY, *EVERYWHERE)),
    Context("in the tags", (*ROWS, *TAG_SIDEBAR, *TAGGING)),
    Context("in what was just added", (*ROWS, *ADDED)),
    Context("where you type a line", TYPED_LINE, Kept.LETTERS, LeaveLine),
    Context("in the search", SEARCHING, Kept.LETTERS, CloseSearch),
    Context("in the bookmarks of all works", (*ROWS, *ALL_BOOKMARKS), out=CloseBookmarks),
    Context("in the files of a work", (*ROWS, *VERSIONS), out=CloseVersions),
    Context("in the browser of folders", (*ROWS, *BROWSING), out=CloseBrowser),
    Context("in the rules", (*ROWS, *RULES), out=CloseRules),
    Context("in the settings", (*ROWS, *SETTINGS), out=CloseSettings),
    Context("in a short list", (*ROWS, *OPTIONS), out=CloseOptions),
    Context("in help", HELP, out=CloseHelp),
    Context("in the palette", PALETTE, Kept.LETTERS, ClosePalette),
    Context("in the editor of notes", NOTE_EDITOR, Kept.LETTERS, DropNote),
    Context("wherever no other command has the key", (NextTheme,)),
)


@cache
def all_commands() -> dict[str, type[Command]]:
    """Every command of the app by its id, in the order in which people meet them."""
    return {command.id(): command for context in CONTEXTS for command in context.commands}
