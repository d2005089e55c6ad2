"""The hints at the bottom of the library: what the keys do in the pane that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.everywhere import EVERYWHERE
from reader.ui.commands.library import LIBRARY, NextPane
from reader.ui.keys.in_force import keys_in_force
from reader.ui.library.words import NO_OTHERS, hint_parts, selected_parts
from reader.ui.widgets.tag_sidebar import TagSidebar

if TYPE_CHECKING:
    from reader.ui.commands.command import Command
    from reader.ui.screens.library import LibraryScreen

_BEFORE_THE_WAY_BACK = 3
"""Commands of the sidebar that are hinted at before how to leave it: no terminal has room for all."""


class LibraryHints:
    """Has the foot show what can be done now; above all with the works that are selected."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._foot = screen.foot

    def show(self) -> None:
        """Show the hints of the pane that has the keys."""
        screen, focused = self._screen, self._screen.focused
        keys = keys_in_force(screen.workspace.settings)
        if screen.selection.works.ids and not isinstance(focused, TagSidebar):
            self._foot.show_hints(selected_parts(screen.selection.works, keys))
            return
        own: list[type[Command]] = []
        if isinstance(focused, TagSidebar):
            own = [*focused.commands]
            own.insert(_BEFORE_THE_WAY_BACK, NextPane)
        parts = hint_parts((*own, *LIBRARY, *EVERYWHERE), keys, {NextPane: "works"} if own else NO_OTHERS)
        self._foot.show_hints(parts)
