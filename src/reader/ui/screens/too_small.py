"""What is shown while the terminal is too small for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen
from textual.widgets import Static

from reader.ui.screens.terminal_sized import TerminalSized

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class TooSmallScreen(TerminalSized, ModalScreen[None]):
    """Says how large the terminal must be, and goes when it is, whatever stood over it meanwhile."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._width = width
        self._height = height

    def compose(self) -> ComposeResult:
        """One line that fits anywhere."""
        yield Static(f"Reader needs {self._width}×{self._height}", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Go if the terminal has grown."""
        self._go_if_grown()

    def on_screen_resume(self) -> None:
        """Go if the terminal has grown while another screen or mode was shown."""
        self._go_if_grown()

    def _go_if_grown(self) -> None:
        width, height = self.app.size
        if width >= self._width and height >= self._height and self.app.screen is self:
            self.dismiss()
