"""Every command, work, shelf and theme by name: type a few letters, choose with the arrows and enter."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.message import Message

from reader.library.entries import CatalogueError
from reader.ui.commands.command import bindings
from reader.ui.commands.palette import PALETTE
from reader.ui.palette.rows import having_letters, having_words, palette_pieces
from reader.ui.palette.works import PaletteWorks
from reader.ui.row_pieces import Piece, Tone
from reader.ui.screens.framed import FramedScreen
from reader.ui.widgets.prompt import TypedLine
from reader.ui.widgets.row_list import RowList
from reader.workspace.titles import titled_works

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from reader.ui.palette.rows import PaletteRow
    from reader.workspace import Workspace

_NOTHING = " Nothing is called that."
_WHAT = "a command, a work by title or author, a shelf, a theme"


class PaletteList(RowList, can_focus=False):
    """What is meant by what was typed; the letters go to the line above it."""

    class Clicked(Message):
        """The row under the cursor was clicked."""

    def __init__(self, rows: Sequence[PaletteRow]) -> None:
        super().__init__(id="palette-rows")
        self._rows = rows

    @property
    def chosen(self) -> PaletteRow | None:
        """The row under the cursor; None when there are none."""
        return self._rows[self.cursor] if self._rows else None

    def show(self, rows: Sequence[PaletteRow]) -> None:
        """Show rows with the cursor on the first."""
        self._rows = rows
        self.set_count(len(rows), 0)

    def on_mount(self) -> None:
        """Show what it was made with."""
        self.show(self._rows)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """A name, and what is said of it."""
        return palette_pieces(self._rows[index], width)

    def render_line(self, y: int) -> Strip:
        """A row, or that there is none."""
        if self._rows or y:
            return super().render_line(y)
        return self.looks.strip((Piece(_NOTHING, Tone.QUIET),), self.width)

    def clicked(self, index: int, was_cursor: bool) -> None:
        """A click is enough."""
        self.post_message(self.Clicked())


class Palette(FramedScreen["PaletteRow | None"]):
    """A line to type in and what is meant under it; its result is the row that was chosen.

    Textual's own palette looks for commands in tasks that outlive it; in this one keys may come as fast as
    they like. Works are read on a thread when the first letter is typed, and found from then on.
    """

    CSS_PATH: ClassVar = ["../styles/rows.tcss", "../styles/framed.tcss", "../styles/palette.tcss"]
    AUTO_FOCUS = "#palette-words"
    BINDINGS: ClassVar = bindings(PALETTE)

    def __init__(self, rows: Sequence[PaletteRow], workspace: Workspace) -> None:
        """`rows` are what there is without the works."""
        super().__init__()
        self._rows = rows
        self._workspace = workspace
        self._works: PaletteWorks | None = None
        self._typed_early = ""

    def compose(self) -> ComposeResult:
        """The line and the list."""
        with Vertical(id="palette", classes="framed"):
            yield TypedLine(placeholder=_WHAT, id="palette-words", compact=True)
            yield PaletteList(self._rows)

    def on_key(self, event: events.Key) -> None:
        """Keep letters that come before there is a line for them."""
        if self.focused is None and event.is_printable and event.character:
            self._typed_early += event.character
            event.stop()

    def on_screen_resume(self) -> None:
        """Put into the line what was typed before it was there."""
        for line in self.query(TypedLine):
            line.value = self._typed_early + line.value
            line.cursor_position = len(line.value)
            self._typed_early = ""

    def on_input_changed(self, event: TypedLine.Changed) -> None:
        """Show what is meant."""
        event.stop()
        if event.value and self._works is None:
            self._works = PaletteWorks(())
            # Not a coroutine, which would never be awaited where the screen goes first.
            self.run_worker(self._read_works, group="works")  # type: ignore[arg-type]  # it takes methods
        self._show(event.value)

    async def _read_works(self) -> None:
        try:
            self._works = await asyncio.to_thread(lambda: PaletteWorks(titled_works(self._workspace)))
        except CatalogueError:  # it can't be read at the moment; the commands are there all the same
            return
        for line in self.query(TypedLine):
            self._show(line.value)

    def _show(self, typed: str) -> None:
        rows = having_words(self._rows, typed)
        works = self._works.matching(typed) if self._works else ()
        for listing in self.query(PaletteList):
            listing.show((*rows, *works) or having_letters(self._rows, typed))

    def on_palette_list_clicked(self) -> None:
        """Do what was clicked."""
        self.action_take_option()

    def action_take_option(self) -> None:
        """Do what is under the cursor."""
        chosen = next((listing.chosen for listing in self.query(PaletteList)), None)
        if chosen is not None:
            self.leave(chosen)

    def action_next_result(self) -> None:
        """One row down."""
        self._move(PaletteList.action_next_row)

    def action_previous_result(self) -> None:
        """One row up."""
        self._move(PaletteList.action_previous_row)

    def action_next_results(self) -> None:
        """A screenful down."""
        self._move(PaletteList.action_next_rows)

    def action_previous_results(self) -> None:
        """A screenful up."""
        self._move(PaletteList.action_previous_rows)

    def _move(self, move: Callable[[PaletteList], None]) -> None:
        for listing in self.query(PaletteList):
            move(listing)

    def action_close_palette(self) -> None:
        """Close it without a choice."""
        self.leave()
