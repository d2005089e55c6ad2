"""Choosing a command by its name: the palette, and what becomes of the choice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.ui.commands.everywhere import ShowPalette
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
        await _carry_out(app, screen, command)


async def _carry_out(app: ReaderApp, screen: Screen[object], command: type[Command]) -> None:
    """Run a command where its key would: at the focused widget, what holds it, the screen, the app."""
    method = f"action_{command.action().partition('(')[0]}"
    nodes = (screen.focused or screen).ancestors_with_self
    node = next((node for node in nodes if hasattr(node, method)), screen)
    await app.run_action(command.action(), node)
