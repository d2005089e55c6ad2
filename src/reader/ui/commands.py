"""Every command of the app, each declared once: its id, keys, hint, help and palette entry come from here.

A command is a class. Its docstring's first line is what help and the palette say; `id` is what a keymap in
the settings names; `action` is the method `action_<…>` of the screen that carries it out. Those that move
through a work are in `motions.py`, with what they do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType


class Command:
    """Something a reader can do with a key."""

    keys: ClassVar[str]
    """Textual's names of the keys, separated by commas; the first is the one that help shows first."""
    hint: ClassVar[str] = ""
    """The word in the line of hints at the bottom of a screen; empty for none."""
    more_keys: ClassVar[str] = ""
    """Bound as well, but not advertised: keys that only some terminals can tell apart."""
    priority: ClassVar[bool] = False
    """True when it must work while a widget that takes keys has the focus."""

    @classmethod
    def id(cls) -> str:
        """The name in keymaps and palettes: "next-page" for NextPage."""
        return "".join(f"-{c.lower()}" if c.isupper() else c for c in cls.__name__).lstrip("-")

    @classmethod
    def action(cls) -> str:
        """The action that carries it out: "find_text" for FindText."""
        return cls.id().replace("-", "_")

    @classmethod
    def description(cls) -> str:
        """What it does, in a few words."""
        return (cls.__doc__ or "").partition("\n")[0].rstrip(".")

    @classmethod
    def shown_keys(cls) -> str:
        """Its keys as people know them: "space, →, l"."""
        return ", ".join(shown_key(key) for key in cls.keys.split(","))

    @classmethod
    def binding(cls) -> Binding:
        """The binding that Textual is given."""
        keys = f"{cls.keys},{cls.more_keys}" if cls.more_keys else cls.keys
        return Binding(
            keys, cls.action(), cls.description(), show=bool(cls.hint), id=cls.id(), priority=cls.priority
        )


_KEY_NAMES = {
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "escape": "esc",
    "delete": "Del",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "apostrophe": "'",
    "slash": "/",
    "colon": ":",
    "minus": "-",
    "plus": "+",
    "equals_sign": "=",
    "question_mark": "?",
}


def shown_key(key: str) -> str:
    """A key as people know it, from Textual's name: "ctrl+→" for "ctrl+right"."""
    *modifiers, name = key.split("+")
    return "+".join([*modifiers, _KEY_NAMES.get(name, name)])


def bindings(commands: Iterable[type[Command]]) -> list[BindingType]:
    """The bindings of a screen or widget."""
    return [command.binding() for command in commands]


class GoTo(Command):
    """Go to 12 (page), 40% or ch 7"""

    keys = "colon"


class ShowContents(Command):
    """Contents"""

    keys = "t"
    hint = "contents"


class ShowBookmarks(Command):
    """Bookmarks"""

    keys = "apostrophe"
    hint = "bookmarks"


class ShowTags(Command):
    """Tags of the work"""

    keys = "T"


class ToggleMark(Command):
    """Mark this place, or take the mark away"""

    keys = "m"
    hint = "mark"


class MarkWithNote(Command):
    """Mark this place with a note"""

    keys = "M"


class FindText(Command):
    """Find in the work"""

    keys = "slash"
    hint = "find"


class FindNext(Command):
    """Next match"""

    keys = "n"


class FindPrevious(Command):
    """Previous match"""

    keys = "N"


class NarrowMeasure(Command):
    """Shorter lines"""

    keys = "minus"


class WidenMeasure(Command):
    """Longer lines"""

    keys = "plus"


class ResetMeasure(Command):
    """Lines as long as the settings say"""

    keys = "equals_sign"


class NextTheme(Command):
    """Next theme"""

    keys = "c"


class ToggleNotes(Command):
    """Show or hide summaries and notes"""

    keys = "x"


class ToggleRepair(Command):
    """Put back lost paragraphs in this work, or leave the text as it is"""

    keys = "P"


class Undo(Command):
    """Undo the last deletion"""

    keys = "u"


class NextLink(Command):
    """Next link or note on the page"""

    keys = "tab"


class FollowLink(Command):
    """Follow the link"""

    keys = "enter"


class DeleteChosen(Command):
    """Delete the chosen bookmark"""

    keys = "d,delete"


class LeaveMode(Command):
    """Leave the panel, the search, the filter"""

    keys = "escape"


class Leave(Command):
    """Back to the library; from there, quit"""

    keys = "q"


class Quit(Command):
    """Quit at once"""

    keys = "ctrl+q"
    priority = True


class ShowHelp(Command):
    """Help: all the keys"""

    keys = "question_mark"
    hint = "help"


class ShowPalette(Command):
    """Every command, by name"""

    keys = "ctrl+p"
    priority = True


class ReadWork(Command):
    """Read the chosen work"""

    keys = "enter"
    hint = "read"


class ContinueReading(Command):
    """Go on where you stopped last"""

    keys = "C"


class NextRow(Command):
    """Next row"""

    keys = "j,down"


class PreviousRow(Command):
    """Previous row"""

    keys = "k,up"


class NextRows(Command):
    """A screenful of rows down"""

    keys = "pagedown"
    more_keys = "ctrl+f"


class PreviousRows(Command):
    """A screenful of rows up"""

    keys = "pageup"
    more_keys = "ctrl+b"


class FirstRow(Command):
    """First row"""

    keys = "home,g"


class LastRow(Command):
    """Last row"""

    keys = "end,G"


class FilterWorks(Command):
    """Filter the list as you type"""

    keys = "slash"
    hint = "find"


class CycleTag(Command):
    """Include, exclude, leave out of the filter"""

    keys = "space"
    hint = "include/exclude"


class FindTag(Command):
    """Find a tag"""

    keys = "slash"
    hint = "find a tag"


class FoldFacet(Command):
    """Open or close a kind of tag"""

    keys = "enter"


class NextPane(Command):
    """From the list to the tags and back"""

    keys = "tab"
    hint = "tags/list"


class PreviousPane(Command):
    """Previous pane"""

    keys = "shift+tab"


class AddFiles(Command):
    """Add files or a folder"""

    keys = "a"
    hint = "add"


class SortWorks(Command):
    """Sort by something else"""

    keys = "s"
    hint = "sort"


class ReverseSort(Command):
    """Turn the order round"""

    keys = "S"


class LookAgain(Command):
    """Look at the known folders again"""

    keys = "r"


class RemoveWork(Command):
    """Take the work out of the library"""

    keys = "D"


class ClearFilter(Command):
    """Clear the whole filter"""

    keys = "X"


FOLLOWING: tuple[type[Command], ...] = (GoTo, NextLink, FollowLink)
MARKING: tuple[type[Command], ...] = (ToggleMark, MarkWithNote, Undo, ShowBookmarks)
FINDING: tuple[type[Command], ...] = (FindText, FindNext, FindPrevious, ShowContents, ShowTags)
SETTING: tuple[type[Command], ...] = (
    NarrowMeasure,
    WidenMeasure,
    ResetMeasure,
    NextTheme,
    ToggleNotes,
    ToggleRepair,
)
EVERYWHERE: tuple[type[Command], ...] = (ShowHelp, ShowPalette, LeaveMode, Leave, Quit)
LIBRARY: tuple[type[Command], ...] = (
    ReadWork,
    ContinueReading,
    FilterWorks,
    NextPane,
    PreviousPane,
    AddFiles,
    LookAgain,
    SortWorks,
    ReverseSort,
    ClearFilter,
    RemoveWork,
    NextTheme,
)
ROWS: tuple[type[Command], ...] = (NextRow, PreviousRow, NextRows, PreviousRows, FirstRow, LastRow)
TAG_SIDEBAR: tuple[type[Command], ...] = (CycleTag, FoldFacet, FindTag)
SIDE_PANEL: tuple[type[Command], ...] = (NextRow, PreviousRow, DeleteChosen)

LIBRARY_GROUPS: tuple[tuple[str, tuple[type[Command], ...]], ...] = (
    ("The list", (*ROWS, *LIBRARY)),
    ("Tags", TAG_SIDEBAR),
    ("Everywhere", EVERYWHERE),
)
"""What help shows of the library, in this order."""
