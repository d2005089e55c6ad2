"""Opening the palette, in which a command is chosen by its name, and what becomes of the choice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.ui.commands.everywhere import ShowPalette
from reader.ui.key_actions import run_as_key
from reader.ui.palette_rows import rows_of
from reader.ui.screens.palette import Palette

if TYPE_CHECKING:
    from textual.screen import Screen

    from reader.ui.app import ReaderApp
    from reader.ui.commands.command import Command, CommandGroups


def show_palette(app: ReaderApp) -> None:
    """Show every command by name; the one that is chosen is run on the screen it was chosen for."""
    screen = app.screen
    if isinstance(screen, Palette):
        screen.action_close()
    if screen.is_modal:
        return
    groups: CommandGroups = getattr(screen, "COMMAND_GROUPS", ())
    commands = (c for _, commands in groups for c in commands if c is not ShowPalette)
    palette = Palette(rows_of(commands, app.workspace.settings.keys))
    app.push_screen(palette, partial(_run_chosen, app, screen))


async def _run_chosen(app: ReaderApp, screen: Screen[object], command: type[Command] | None) -> None:
    if command is not None and app.screen is screen:
        await run_as_key(screen, command.action())
