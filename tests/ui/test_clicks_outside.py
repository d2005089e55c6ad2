"""What lies over a screen is left by a click beside it, and by no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.app import ReaderApp
from reader.ui.screens.bookmarks import BookmarksScreen
from reader.ui.screens.browser import BrowserScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.options import OptionsScreen
from reader.ui.screens.palette import Palette
from reader.ui.screens.rules import RulesScreen
from reader.ui.screens.settings import SettingsScreen
from reader.ui.screens.versions import VersionsScreen

if TYPE_CHECKING:
    from reader.workspace import Workspace

OVER_THE_LIBRARY = {
    "ctrl+p": Palette,
    "comma": SettingsScreen,
    "m": OptionsScreen,
    "M": RulesScreen,
    "V": VersionsScreen,
    "O": BrowserScreen,
    "B": BookmarksScreen,
}


async def test_a_click_beside_it_closes_it_and_one_on_it_does_not(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        for key, kind in OVER_THE_LIBRARY.items():
            await pilot.press(key)
            await pilot.pause()
            over = app.screen
            assert isinstance(over, kind)
            frame = over.children[0].region
            await pilot.click(offset=(frame.right - 1, frame.bottom - 1))
            assert app.screen is over
            await pilot.click(offset=(frame.x - 1, frame.y))
            await pilot.pause()
            assert isinstance(app.screen, LibraryScreen), f"{kind} is still there"
