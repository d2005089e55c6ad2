"""A line that asks for words at the bottom of a screen: a place to go, text to find, a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events


def _as_one_line(text: str) -> str:
    return " ".join(text.splitlines())


class Prompt(Input):
    """Asks once: it says what was typed, or that it was left, and its screen takes it away."""

    BINDINGS: ClassVar = [
        Binding("escape", "give_up", "Leave", show=False),
        Binding("tab", "complete", "Take the suggestion", show=False),
        Binding("down", "look(1)", "Next suggestion", show=False),
        Binding("up", "look(-1)", "Previous suggestion", show=False),
    ]

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

    async def action_submit(self) -> None:
        """Hand the answer on, at once: keys that are typed next wait for no more than one message."""
        self.post_message(self.Answered(self.purpose, self.value))

    def action_complete(self) -> None:
        """Ask for the suggestion."""
        self.post_message(self.Completed(self))

    def action_look(self, rows: int) -> None:
        """Ask for another one."""
        self.post_message(self.Looked(rows))

    def action_give_up(self) -> None:
        """Leave without an answer."""
        self.post_message(self.Left(self.purpose))
