"""Every command by name."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette


class Palette(CommandPalette):
    """Textual's palette, which by itself fails when two keys or clicks in a row close it."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it unless it is closed already."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
