"""The commands of the screen with the bookmarks of all works."""

from __future__ import annotations

from reader.ui.commands.command import Command


class OpenBookmark(Command):
    """Go to the chosen bookmark"""

    keys = "enter"
    hint = "go to"


class FilterAll(Command):
    """Show only bookmarks of a colour, with words, a #tag or a tag of the work"""

    keys = "slash,f"
    hint = "find"


class SortAll(Command):
    """Sort by work and place, or by date"""

    keys = "s"
    hint = "sort"


class EditOne(Command):
    """Edit the note"""

    keys = "e"
    hint = "note"


class ColourOne(Command):
    """Give it the next colour; 1 to 6 give one of them: yellow, green, blue, pink, orange, violet"""

    keys = "c"
    hint = "colour"


class PlaceOne(Command):
    """Choose where it belongs, if its words were not found"""

    keys = "p"


class DeleteOne(Command):
    """Delete it"""

    keys = "d,delete"
    hint = "delete"


class UndoDelete(Command):
    """Bring back the bookmark deleted last"""

    keys = "u"
    hint = "undo"


class CloseBookmarks(Command):
    """Close the bookmarks"""

    keys = "escape,q,B"
    hint = "close"


ALL_BOOKMARKS: tuple[type[Command], ...] = (
    OpenBookmark,
    FilterAll,
    SortAll,
    EditOne,
    ColourOne,
    PlaceOne,
    DeleteOne,
    UndoDelete,
    CloseBookmarks,
)
