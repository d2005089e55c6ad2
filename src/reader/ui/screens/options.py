"""One of a few things, chosen by its letter, with the arrows, or by a click."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from reader.ui.commands.command import bindings
from reader.ui.commands.options import OPTIONS
from reader.ui.commands.rows import ROWS
from reader.ui.keys.in_force import keys_in_force
from reader.ui.row_pieces import Piece, Tone, fitted
from reader.ui.screens.framed import FramedScreen
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult

    from reader.ui.app import ReaderApp

_FRAME_ROWS = 4
"""Rows around those of the options: the title, what is blank below it, the edges."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen."""

    value: str
    label: str
    key: str = ""
    """The letter or digit that chooses it at once; one is found where there is none, or a command has it."""


def options_of(values: Iterable[str]) -> tuple[Option, ...]:
    """An option for each word."""
    return tuple(Option(value, value.replace("-", " ")) for value in values)


def with_keys(options: Sequence[Option], kept: Collection[str]) -> tuple[Option, ...]:
    """Options with the keys that choose them: their own, or else the first letters that are left.

    None has a key that is `kept` for commands; the last of many may have none at all.
    """
    taken = {*kept, *(option.key for option in options)}
    found: list[Option] = []
    for option in options:
        letters = (letter for letter in option.label.lower() if letter.isalnum() and letter not in taken)
        is_free = option.key and option.key not in kept
        found.append(option if is_free else replace(option, key=next(letters, "")))
        taken.add(found[-1].key)
    return tuple(found)


class OptionRows(RowList):
    """The options, the one in force marked."""

    class Clicked(Message):
        """The row under the cursor was clicked."""

    def __init__(self, options: Sequence[Option], current: str | None) -> None:
        super().__init__(id="option-rows")
        self._options = options
        self._current = current

    def on_mount(self) -> None:
        """Begin on the one in force."""
        values = [option.value for option in self._options]
        self.set_count(len(values), values.index(self._current) if self._current in values else 0)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """The key, the name, and a mark at the one in force."""
        option = self._options[index]
        mark = " •" if option.value == self._current else ""
        yield Piece(f" {option.key or ' '}  ", Tone.KEY)
        yield Piece(fitted(option.label, width - 6))
        yield Piece(mark, Tone.DONE)

    def clicked(self, index: int, was_cursor: bool) -> None:
        """A click is enough."""
        self.post_message(self.Clicked())


class OptionsScreen(FramedScreen[str | None]):
    """Its result is the value that was chosen, None when it was left."""

    CSS_PATH: ClassVar = ["../styles/rows.tcss", "../styles/framed.tcss", "../styles/options.tcss"]
    AUTO_FOCUS = "#option-rows"
    BINDINGS: ClassVar = bindings(OPTIONS)
    app: ReaderApp

    def __init__(self, title: str, options: Sequence[Option], current: str | None = None) -> None:
        super().__init__()
        self._title = title
        self._options = options
        self._current = current

    def compose(self) -> ComposeResult:
        """The question and the answers."""
        keymap = keys_in_force(self.app.workspace.settings)
        commands = (*ROWS, *OPTIONS)
        self._options = with_keys(self._options, {key for c in commands for key in c.keys_in(keymap)})
        with Vertical(id="options", classes="framed") as frame:
            frame.styles.height = len(self._options) + _FRAME_ROWS
            yield Static(self._title, id="options-title", classes="framed-title", markup=False)
            yield OptionRows(self._options, self._current)

    def on_key(self, event: events.Key) -> None:
        """An option's own letter chooses it."""
        for option in self._options:
            if event.character and option.key == event.character:
                event.stop()
                self.leave(option.value)

    def on_option_rows_clicked(self) -> None:
        """The row that was clicked."""
        self.action_take_option()

    def action_take_option(self) -> None:
        """The row under the cursor."""
        for rows in self.query(OptionRows):
            self.leave(self._options[rows.cursor].value)

    def action_close_options(self) -> None:
        """Leave it as it was."""
        self.leave()
