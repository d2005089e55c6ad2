"""Every command by name."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.errors import NoWidget

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.widget import Widget
    from textual.worker import Worker


class Palette(CommandPalette):
    """Textual's palette, made proof against keys and clicks that come faster than it closes or shrinks."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it unless it is closed already."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def _action_command_list(self, action: str) -> None:
        """Move in the list; a page cannot be moved by before the list has been laid out."""
        with suppress(KeyError):
            super()._action_command_list(action)

    def run_worker(self, *args: Any, **options: Any) -> Worker[Any]:
        """Look for commands; a search that outlives the palette finds its list gone, and ends alone."""
        return super().run_worker(*args, **{**options, "exit_on_error": False})

    def get_widget_at(self, x: int, y: int) -> tuple[Widget, Region]:
        """What is at a cell; where the terminal has shrunk since it was clicked, nothing but the palette."""
        try:
            return super().get_widget_at(x, y)
        except NoWidget:
            return self, self.region
