"""The panes of the library screen, of which one has the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.widgets.tag_sidebar import TagSidebar
from reader.ui.widgets.work_list import WorkList

if TYPE_CHECKING:
    from reader.ui.screens.library import LibraryScreen


class LibraryPanes:
    """Hands the keys from pane to pane. In a narrow terminal list and tags take each other's place."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._foot = screen.foot

    def go_to(self, pane: type[WorkList | TagSidebar]) -> None:
        """Give the keys to the list or to the tags."""
        self._screen.set_class(pane is TagSidebar, "-tags")
        self._screen.query_one(pane).focus()

    def go_on(self, step: int) -> None:
        """From the list to the tags, to what was added if that is shown, and back; or the other way round."""
        added, focused = self._foot.added, self._screen.focused
        places: list[type[WorkList | TagSidebar] | None] = [WorkList, TagSidebar, *([None] if added else [])]
        at = 1 if isinstance(focused, TagSidebar) else 2 if added and focused is added else 0
        pane = places[(at + step) % len(places)]
        if pane is not None:
            self.go_to(pane)
        elif added is not None:
            added.focus()

    def go_back(self) -> None:
        """To where the keys were before something was asked."""
        before, self._screen.questions.came_from = self._screen.questions.came_from, None
        self.go_to(TagSidebar if isinstance(before, TagSidebar) else WorkList)
