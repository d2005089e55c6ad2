"""Opening the palette, in which a command or a work is chosen by its name, and what becomes of the choice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.ui.commands.everywhere import ShowPalette
from reader.ui.keys.in_force import keys_in_force
from reader.ui.keys.without_key import knower, run_as_key
from reader.ui.library.sidebar_rows import ShelfCount
from reader.ui.palette.rows import ShelfChoice, ThemeChoice, WorkChoice, rows_of, shelf_row, theme_row
from reader.ui.screens.palette import Palette
from reader.ui.themes import is_without_colours, theme_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.screen import Screen

    from reader.ui.app import ReaderApp
    from reader.ui.commands.command import Command, CommandGroups
    from reader.ui.palette.rows import PaletteRow
    from reader.ui.screens.library import LibraryScreen


def show_palette(app: ReaderApp) -> None:
    """Show what there is by name; what is chosen is done on the screen it was chosen for."""
    screen = app.screen
    if isinstance(screen, Palette):
        screen.action_close_palette()
    if screen.is_modal:
        return
    palette = Palette(tuple(_rows(app, screen)), app.workspace)
    app.push_screen(palette, partial(_do, app, screen))


def _rows(app: ReaderApp, screen: Screen[object]) -> Iterator[PaletteRow]:
    groups: CommandGroups = getattr(screen, "COMMAND_GROUPS", ())
    of_screen = (command for _, some in groups for command in some if command is not ShowPalette)
    here = (command for command in (*_of_focus(screen), *of_screen) if knower(screen, command.action()))
    yield from rows_of(here, keys_in_force(app.workspace.settings))
    shelves = sorted((shelf.name, shelf.query) for shelf in app.workspace.store.shelves)
    yield from (shelf_row(name, query) for name, query in shelves)
    if not is_without_colours():
        current, names = app.workspace.settings.theme, theme_names(app.workspace.folders.config)
        yield from (theme_row(name, current) for name in names)


def _of_focus(screen: Screen[object]) -> Iterator[type[Command]]:
    """The commands of what has the focus on it, such as a passage that is chosen."""
    from reader.ui.keys.contexts import CONTEXTS

    known = {command.id(): command for context in CONTEXTS for command in context.own}
    if screen.focused is not None:
        for binding in getattr(screen.focused, "BINDINGS", ()):
            if (command := known.get(getattr(binding, "id", ""))) is not None and command.keys:
                yield command


async def _do(app: ReaderApp, screen: Screen[object], row: PaletteRow | None) -> None:
    if row is None or app.screen is not screen:
        return
    match row.choice:
        case WorkChoice(work_id):
            library = await _library(app)
            library.opening.opened(work_id)
            await app.open_work(work_id)
        case ShelfChoice(name, query):
            library = await _library(app)
            library.call_after_refresh(library.shelving.choose, ShelfCount(name, query, None))
        case ThemeChoice(name):
            app.saver.settings.change("theme", name)
            app.themes.show()
        case command:
            await run_as_key(screen, command.action())


async def _library(app: ReaderApp) -> LibraryScreen:
    """From wherever the reader is to the library, with the place kept."""
    await app.saver.saved()
    library = await app.leave_reading()
    while app.screen is not library:
        await app.pop_screen()
    return library
