"""What lies over a screen in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import ModalScreen, ScreenResultType

from reader.ui.screens.terminal_sized import TerminalSized
from reader.ui.widgets.pieces import PIECE_CLASSES

if TYPE_CHECKING:
    from textual import events


class FramedScreen(TerminalSized, ModalScreen[ScreenResultType]):
    """Is left by a click beside what it shows, without a result. Most look as in `styles/framed.tcss`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*PIECE_CLASSES}

    def leave(self, result: ScreenResultType | None = None) -> None:
        """Close it, unless a key or a click before this one has."""
        if self.app.screen is self:
            self.dismiss(result)

    def on_click(self, event: events.Click) -> None:
        """A click outside leaves it.

        It is asked where it was, not on what: what was under the mouse may be gone by now.
        """
        x, y = event.screen_x, event.screen_y
        if not any(child.region.contains(x, y) for child in self.children):
            self.leave()
