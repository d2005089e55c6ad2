"""Waiting for the key that a command is to have."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.ui.screens.terminal_sized import TerminalSized

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class KeyCatcher(TerminalSized, ModalScreen[str | None]):
    """Its result is Textual's name of the key that was pressed; None for escape or a click."""

    CSS_PATH: ClassVar = ["../styles/framed.tcss", "../styles/settings.tcss"]

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name_of_command = name

    def compose(self) -> ComposeResult:
        """The question."""
        with Vertical(id="key-catcher", classes="framed"):
            yield Static(f"Press the key for “{self._name_of_command}”", markup=False)
            yield Static("esc, or a click, leaves it as it is", classes="key-catcher-hint", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Take the key, whatever it does elsewhere."""
        event.stop()
        event.prevent_default()
        self._close(None if event.key == "escape" else event.key)

    def on_click(self) -> None:
        """Leave it."""
        self._close(None)

    def _close(self, key: str | None) -> None:
        if self.app.screen is self:
            self.dismiss(key)
