"""A line that asks for words at the bottom of a screen: a place to go, text to find, a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input


class Prompt(Input):
    """Asks once: it says what was typed, or that it was left, and its screen takes it away."""

    BINDINGS: ClassVar = [Binding("escape", "give_up", "Leave", show=False)]

    @dataclass
    class Answered(Message):
        """The words were confirmed."""

        purpose: str
        words: str

    @dataclass
    class Left(Message):
        """It was left without an answer."""

        purpose: str

    def __init__(self, purpose: str, placeholder: str, words: str = "") -> None:
        super().__init__(words, placeholder=placeholder, id="prompt", compact=True)
        self.purpose = purpose

    async def action_submit(self) -> None:
        """Hand the answer on, at once: keys that are typed next wait for no more than one message."""
        self.post_message(self.Answered(self.purpose, self.value))

    def action_give_up(self) -> None:
        """Leave without an answer."""
        self.post_message(self.Left(self.purpose))
