"""A line that asks for words at the bottom of a screen: a place to go, text to find, a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from reader.ui.commands.command import bindings
from reader.ui.commands.typed_line import TYPED_LINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events


def _as_one_line(text: str) -> str:
    return " ".join(text.splitlines())


class TypedLine(Input, inherit_bindings=False):
    """Textual's input with the keys that edit words, and none to submit them: that is a command's."""

    BINDINGS: ClassVar = [
        binding for binding in Input.BINDINGS if isinstance(binding, Binding) and binding.action != "submit"
    ]


class Prompt(TypedLine):
    """Asks once: it says what was typed, or that it was left, and its screen takes it away."""

    BINDINGS: ClassVar = bindings(TYPED_LINE)

    @dataclass
    class Answered(Message):
        """The words were confirmed."""

        purpose: str
        words: str

    @dataclass
    class Left(Message):
        """It was left without an answer."""

        purpose: str

    @dataclass
    class Completed(Message):
        """The suggestion beside it is to be taken, if there is one."""

        prompt: Prompt

    @dataclass
    class Looked(Message):
        """Another suggestion is to be considered, so many rows further down."""

        rows: int

    def __init__(self, purpose: str, placeholder: str, words: str = "") -> None:
        super().__init__(words, placeholder=placeholder, id="prompt", compact=True)
        self.purpose = purpose
        self.pasted: Callable[[str], str] = _as_one_line
        """Makes one line of what is pasted; Textual's own input takes the first line alone."""

    def on_paste(self, event: events.Paste) -> None:
        """Have it put in as one line, and let nobody else take it as well."""
        event.text = self.pasted(event.text)

    def action_take_words(self) -> None:
        """Hand the answer on, at once: keys that are typed next wait for no more than one message."""
        self.post_message(self.Answered(self.purpose, self.value))

    def action_take_suggestion(self) -> None:
        """Ask for the suggestion."""
        self.post_message(self.Completed(self))

    def action_next_result(self) -> None:
        """Ask for the next one."""
        self.post_message(self.Looked(1))

    def action_previous_result(self) -> None:
        """Ask for the one before."""
        self.post_message(self.Looked(-1))

    def action_leave_line(self) -> None:
        """Leave without an answer."""
        self.post_message(self.Left(self.purpose))
