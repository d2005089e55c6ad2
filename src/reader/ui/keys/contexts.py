"""Where commands are at work together: within each of these places, a key can carry out one of them only.

What lies under a mode or a panel may have the same keys: while it is open, they are the mode's.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.ui.commands.bookmarks import ALL_BOOKMARKS
from reader.ui.commands.browsing import BROWSING
from reader.ui.commands.everywhere import EVERYWHERE, NextTheme, Quit, ShowPalette
from reader.ui.commands.library import LIBRARY, TAG_SIDEBAR
from reader.ui.commands.look_panel import LOOK_PANEL
from reader.ui.commands.note_pop_up import NOTES
from reader.ui.commands.options import OPTIONS
from reader.ui.commands.passage import PASSAGE
from reader.ui.commands.reading import READING_GROUPS
from reader.ui.commands.rows import ROWS, SIDE_PANEL
from reader.ui.commands.rules import RULES
from reader.ui.commands.searching import SEARCHING
from reader.ui.commands.settings import SETTINGS
from reader.ui.commands.tagging import TAGGING
from reader.ui.commands.versions import VERSIONS

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

    @property
    def commands(self) -> tuple[type[Command], ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys((*self.own, Quit, ShowPalette)))


CONTEXTS: tuple[Context, ...] = (
    Context("on the page", tuple(c for _, commands in READING_GROUPS for c in commands), Kept.DIGITS),
    Context("in a passage", PASSAGE),
    Context("in the panel beside the page", SIDE_PANEL),
    Context("in the panel of the page’s look", LOOK_PANEL),
    Context("in a note", NOTES),
    Context("in the library", (*ROWS, *LIBRARY, *EVERYWHERE)),
    Context("in the tags", (*ROWS, *TAG_SIDEBAR, *TAGGING)),
    Context("in the search", SEARCHING, Kept.LETTERS),
    Context("in the bookmarks of all works", (*ROWS, *ALL_BOOKMARKS)),
    Context("in the files of a work", (*ROWS, *VERSIONS)),
    Context("in the browser of folders", (*ROWS, *BROWSING)),
    Context("in the rules", (*ROWS, *RULES)),
    Context("in the settings", (*ROWS, *SETTINGS)),
    Context("in a short list", (*ROWS, *OPTIONS)),
    Context("wherever no other command has the key", (NextTheme,)),
)


def all_commands() -> dict[str, type[Command]]:
    """Every command of the app by its id, in the order in which people meet them."""
    return {command.id(): command for context in CONTEXTS for command in context.commands}
