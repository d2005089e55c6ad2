"""Settings that changed while the app runs, in a file or on a screen, shown by whatever they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.ui.modes import LIBRARY, READING
from reader.ui.page.style import VIEW_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.screen import Screen

    from reader.settings import Settings
    from reader.ui.app import ReaderApp
    from reader.ui.screens.library import LibraryScreen
    from reader.ui.screens.reading import ReadingScreen

AT_NEXT_START = frozenset({"state_folder", "look_at_start", "signs", "ambiguous"})
"""The settings that are looked at only when the app starts."""
WITH_NEXT_WORK = frozenset({"only_page"})
"""Those that are looked at when a work is opened."""


def take(app: ReaderApp, settings: Settings) -> None:
    """Have other settings in force."""
    before, app.workspace.settings = app.workspace.settings, settings
    show_changed(app, {name for name in settings._fields if getattr(before, name) != getattr(settings, name)})


def show_changed(app: ReaderApp, changed: Iterable[str]) -> None:
    """Show some settings as they are now."""
    names = set(changed)
    if names & {"theme", "background"}:
        app.themes.show()
    for screen in _screens(app):
        _show_on(screen, names)


def _screens(app: ReaderApp) -> Iterator[Screen[Any]]:
    for mode in (LIBRARY, READING):
        try:
            yield from app.get_screen_stack(mode)
        except KeyError:  # that mode has not been shown, or is over
            continue


def _show_on(screen: Screen[Any], names: set[str]) -> None:
    from reader.ui.screens.library import LibraryScreen
    from reader.ui.screens.reading import ReadingScreen

    if isinstance(screen, LibraryScreen) and screen.is_mounted:
        _show_in_library(screen, names)
    elif isinstance(screen, ReadingScreen) and screen.is_there:
        _show_on_page(screen, names)


def _show_on_page(screen: ReadingScreen, names: set[str]) -> None:
    if names & {*VIEW_KEYS}:
        screen.work.settings.show()
    screen.work.look_panel.refresh()


def _show_in_library(screen: LibraryScreen, names: set[str]) -> None:
    if names & {"sort", "sort_turned"}:
        screen.sorting.follow()
    if "list_view" in names:
        screen.sorting.show_view()
    if "hide" in names:
        screen.hiding.follow()
    if "hidden_works" in names:
        screen.hiding.fold()
    if names & {"keys", "keymap"}:
        screen.hints.show()
