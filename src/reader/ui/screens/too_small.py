"""What is shown while the terminal is too small for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult


class TooSmallScreen(ModalScreen[None]):
    """Says how large the terminal must be; the app takes it away when it has grown."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._needed = f"Reader needs {width}×{height}"

    def compose(self) -> ComposeResult:
        """One line that fits anywhere."""
        yield Static(self._needed, markup=False)
