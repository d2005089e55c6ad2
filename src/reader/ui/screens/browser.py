"""Looking through folders for works to add."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from reader.folders import absolute, shown
from reader.library.files.folder_view import FolderView, count_works, look_into
from reader.ui.adding.folder_rows import empty_words, folder_pieces, title_pieces
from reader.ui.commands.browsing import BROWSING, BROWSING_GROUPS
from reader.ui.commands.command import bindings
from reader.ui.keys.in_force import keys_in_force
from reader.ui.library.words import hint_parts
from reader.ui.row_pieces import Piece, Tone, fitted
from reader.ui.screens.framed import FramedScreen
from reader.ui.widgets.hint_line import HintLine
from reader.ui.widgets.pieces import Looks
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from reader.library.files.folder_view import Seen
    from reader.settings import Settings

_COUNTED_AT_ONCE = 20


def _counted(folders: Iterable[str]) -> list[int]:
    return [count_works(folder) for folder in folders]


class FolderList(RowList):
    """The folders and files of a folder."""

    class Clicked(Message):
        """The row under the cursor was clicked a second time."""

    def __init__(self) -> None:
        super().__init__(id="folder-rows")
        self.view = FolderView("")
        self.counts: dict[str, int] = {}
        """By folder, how many works it holds, as far as they were counted."""
        self.selected: dict[str, None] = {}
        """The paths that are selected, in this folder and others, in order."""

    @property
    def chosen(self) -> Seen | None:
        """What is under the cursor; None in an empty folder."""
        return self.view.seen[self.cursor] if self.view.seen else None

    def show(self, view: FolderView, came_from: str) -> None:
        """Show a folder, with the cursor on the folder one came from, if that is in it."""
        self.view = view
        paths = [seen.path for seen in view.seen]
        self.set_count(len(paths), paths.index(came_from) if came_from in paths else 0)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """A folder or a file."""
        seen = self.view.seen[index]
        return folder_pieces(seen, self.counts.get(seen.path), width, selected=seen.path in self.selected)

    def render_line(self, y: int) -> Strip:
        """A row, or why there is none."""
        if self.view.seen or y:
            return super().render_line(y)
        words = fitted(f"  {empty_words(self.view)}", self.width)
        return self.looks.strip((Piece(words, Tone.QUIET),), self.width)

    def clicked(self, index: int, was_cursor: bool) -> None:
        """A click on the chosen row opens it."""
        if was_cursor:
            self.post_message(self.Clicked())


class FolderTitle(Widget):
    """Where one is, and how much is there."""

    ALLOW_SELECT = False

    def __init__(self, listing: FolderList) -> None:
        super().__init__(id="browser-title")
        self._listing = listing

    def render_line(self, y: int) -> Strip:
        """The row."""
        view, width = self._listing.view, self.size.width
        path = shown(Path(view.path))
        return Looks(self).strip(title_pieces(view, path, len(self._listing.selected), width), width)


class BrowserScreen(FramedScreen["list[Path] | None"]):
    """Its result is what to add, None when it was left. `folder` is the one last looked at, from then on."""

    CSS_PATH: ClassVar = ["../styles/rows.tcss", "../styles/framed.tcss", "../styles/browser.tcss"]
    COMMAND_GROUPS: ClassVar = BROWSING_GROUPS
    AUTO_FOCUS = "#folder-rows"
    BINDINGS: ClassVar = bindings(BROWSING)

    def __init__(self, settings: Settings, folder: str) -> None:
        super().__init__()
        self.folder = os.path.abspath(folder)  # noqa: PTH100  # pathlib drops bytes
        self._settings = settings
        self._hidden = False
        self._listing = FolderList()

    def compose(self) -> ComposeResult:
        """Where one is, what is there, what can be done."""
        with Vertical(id="browser", classes="framed"):
            yield FolderTitle(self._listing)
            yield self._listing
            yield HintLine(id="browser-hints", gap=3)

    def on_mount(self) -> None:
        """Begin where one was last, or in the nearest folder that is still there."""
        hints = hint_parts((command for command in BROWSING if command.hint), keys_in_force(self._settings))
        self.query_one("#browser-hints", HintLine).show(hints)
        while not os.path.isdir(self.folder) and os.path.dirname(self.folder) != self.folder:  # noqa: PTH112, PTH120  # as above
            self.folder = os.path.dirname(self.folder)  # noqa: PTH120
        self._go(self.folder)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.is_mounted  # a key may come before the widgets are there

    def _go(self, folder: str, came_from: str = "") -> None:
        self.folder = folder
        self._listing.show(look_into(folder, hidden=self._hidden), came_from)
        self._show_title()
        # Not a coroutine, which would never be awaited where the screen goes first.
        self.run_worker(self._count, exclusive=True, group="counting")  # type: ignore[arg-type]  # it takes methods

    def _show_title(self) -> None:
        self.query_one(FolderTitle).refresh()

    async def _count(self) -> None:
        """Count what is in each folder, some at a time: a disk may be slow."""
        folders = [seen.path for seen in self._listing.view.seen if seen.is_folder]
        for start in range(0, len(folders), _COUNTED_AT_ONCE):
            some = folders[start : start + _COUNTED_AT_ONCE]
            counts = await asyncio.to_thread(_counted, some)
            self._listing.counts.update(zip(some, counts, strict=True))
            self._listing.refresh()

    # -- What can be done -------------------------------------------------------------------------------

    def on_folder_list_clicked(self) -> None:
        """Open what was clicked."""
        self.action_open_folder()

    def on_click(self, event: events.Click) -> None:
        """A click on its title goes up."""
        if isinstance(event.widget, FolderTitle):
            self.action_leave_folder()

    def action_open_folder(self) -> None:
        """Look into the folder, or add the file."""
        chosen = self._listing.chosen
        if chosen is not None and chosen.is_folder:
            self._go(chosen.path)
        else:
            self.action_add_selected()

    def action_leave_folder(self) -> None:
        """Up."""
        above = os.path.dirname(self.folder)  # noqa: PTH120  # as above
        if above != self.folder:
            self._go(above, self.folder)

    def action_select_file(self) -> None:
        """Select it, and go on to the next."""
        chosen, selected = self._listing.chosen, self._listing.selected
        if chosen is not None:
            if chosen.path in selected:
                del selected[chosen.path]
            else:
                selected[chosen.path] = None
            self._listing.refresh()
            self._show_title()
            self._listing.action_next_row()

    def action_add_selected(self) -> None:
        """Add what is selected, or else what is under the cursor."""
        chosen = self._listing.chosen
        paths = [*self._listing.selected] or ([chosen.path] if chosen else [])
        if paths:
            self.leave([Path(path) for path in paths])

    def action_add_this_folder(self) -> None:
        """Add everything in it and in its folders."""
        self.leave([Path(self.folder)])

    def action_go_home(self) -> None:
        """Home."""
        self._go(str(absolute("~")))

    def action_show_dot_files(self) -> None:
        """Show hidden folders and files as well, or no more."""
        self._hidden = not self._hidden
        chosen = self._listing.chosen
        self._go(self.folder, chosen.path if chosen else "")

    def action_close_browser(self) -> None:
        """Leave it without adding anything."""
        self.leave()
