"""What keeps screens from chasing sizes that the terminal has no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from textual import events


class TerminalSized:
    """A screen that lets go word of a size that is not the terminal's any more. Named before `Screen`.

    Laying out for a size sends the screen word of that size, and it lays itself out again when it comes. Two
    sizes on their way at once would each undo the other for ever, and while a change of mode holds updates
    back, nothing else would get a turn (Textual 8.2).

    It is no `DOMNode`: Textual looks for styles along the first such base alone.
    """

    def on_resize(self, event: events.Resize) -> None:
        """Take the size only if it is the terminal's."""
        assert isinstance(self, Screen)  # noqa: S101  # it is named before one
        if event.size != self.app.size:
            event.prevent_default()
