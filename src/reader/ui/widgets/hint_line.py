"""The line at the bottom of a screen that says what can be done there."""

from __future__ import annotations

from reader.ui.keys.without_key import run_as_key
from reader.ui.widgets.clickable_line import ClickableLine


class HintLine(ClickableLine):
    """Its parts stand for commands, by their actions: a click does what their keys would do."""

    async def on_clickable_line_pressed(self, event: ClickableLine.Pressed) -> None:
        """Do what the words that were clicked stand for."""
        event.stop()
        await run_as_key(self.screen, event.key)
