"""The rows of the panel beside a page: the contents, the bookmarks or the tags of a work."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from reader.reading.mark_colours import colour_of_key
from reader.ui.commands.command import bindings
from reader.ui.commands.rows import OF_MARKS, SIDE_PANEL
from reader.ui.panel.lines import PanelLines
from reader.ui.panel.panels import Panel
from reader.ui.row_pieces import Tone
from reader.ui.widgets.pieces import Looks, piece_classes
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events

    from reader.ui.panel.rows import Row
    from reader.ui.row_pieces import Piece

_OF_MARKS = {command.action() for command in OF_MARKS}


class PanelList(RowList, inherit_bindings=False):
    """Rows of as many lines as their texts need; those without a key are heads."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*piece_classes(Tone.PLAIN, Tone.QUIET, Tone.HEAD, Tone.KEY)}
    BINDINGS: ClassVar = bindings(SIDE_PANEL)

    @dataclass
    class Asked(Message):
        """Something is to be done with a row."""

        what: str
        """The id of the command, or a colour that a bookmark is to have."""
        key: str
        """The key of the row under the cursor; empty when there is none."""

    def __init__(self) -> None:
        super().__init__(id="panel-rows")
        self.panel: Panel | None = None
        """Of what the rows are."""
        self.rows: Sequence[Row] = ()
        self._set = PanelLines((), 0)

    @property
    def chosen_key(self) -> str:
        """The key of the row under the cursor; empty when there is none."""
        return self.rows[self.cursor].key if self.rows else ""

    def show(self, panel: Panel, rows: Sequence[Row], chosen: str) -> None:
        """Show rows with the cursor on the one with a key, or on the first."""
        self.panel, self.rows = panel, rows
        keys = [row.key for row in rows]
        self._set = PanelLines(rows, self.width)
        self.scroll_to(y=0, animate=False)
        self.set_count(len(rows), keys.index(chosen) if chosen in keys else 0)

    # -- Rows of different heights ----------------------------------------------------------------------

    @property
    def _lines(self) -> PanelLines:
        """The rows, set in the width there is."""
        if self._set.width != self.width:
            self._set = PanelLines(self.rows, self.width)
        return self._set

    def on_resize(self) -> None:
        """Draw all anew: texts may be set in another width."""
        super().on_resize()
        self.refresh()

    def top_of(self, index: int) -> int:
        return self._lines.tops[index]

    def row_at(self, line: int) -> tuple[int, int]:
        tops = self._lines.tops
        index = bisect_right(tops, line) - 1
        return index, line - tops[index]

    def lines_chosen(self, index: int) -> int:
        return self.top_of(index + 1) - self.top_of(index)

    def can_be_chosen(self, index: int) -> bool:
        return bool(self.rows[index].key)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        return self._lines.pieces(index, 0)

    def line_pieces(self, index: int, line: int, width: int) -> Iterable[Piece]:
        return self._lines.pieces(index, line)

    @property
    def looks(self) -> Looks:
        """How rows look now, by its own component classes: the screen's are those of the page."""
        if self._looks is None:
            self._looks = Looks(self, self)
        return self._looks

    # -- What is done with them -------------------------------------------------------------------------

    def clicked(self, index: int, was_cursor: bool) -> None:
        """One click goes there."""
        self.action_take_option()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with bookmarks is done while they are shown; else the keys are the page's."""
        return self.panel is Panel.BOOKMARKS or action not in _OF_MARKS

    def on_key(self, event: events.Key) -> None:
        """A digit is a colour, while bookmarks are shown."""
        colour = colour_of_key(event.character)
        if colour and self.check_action("next_colour", ()):
            event.stop()
            self._ask(colour)

    def _ask(self, what: str) -> None:
        self.post_message(self.Asked(what, self.chosen_key))

    def action_take_option(self) -> None:
        """Choose the row under the cursor."""
        self._ask("take-option")

    def action_delete_chosen(self) -> None:
        """Ask for the chosen row to be deleted."""
        self._ask("delete-chosen")

    def action_edit_note(self) -> None:
        """Ask for the note to be edited."""
        self._ask("edit-note")

    def action_next_colour(self) -> None:
        """Ask for the next colour."""
        self._ask("next-colour")

    def action_sort_marks(self) -> None:
        """Ask for the other order."""
        self._ask("sort-marks")

    def action_filter_marks(self) -> None:
        """Ask for a filter."""
        self._ask("filter-marks")

    def action_place_here(self) -> None:
        """Ask for a place."""
        self._ask("place-here")
