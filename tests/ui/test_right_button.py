"""What can be done without a keyboard: everything that has a name, and leaving what lies over a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import MouseDown, MouseUp

from reader.ui.right_button import _RIGHT
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.palette import Palette, PaletteList
from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.ui.app import ReaderApp


async def right(app: ReaderApp, pilot: Pilot[int]) -> None:
    """Press and let go, as a terminal tells it: the pilot's own clicks don't come by way of the app."""
    for kind in (MouseDown, MouseUp):
        app.post_message(kind(None, 60, 10, 0, 0, _RIGHT, False, False, False, 60, 10))
    await pilot.pause()


async def test_the_right_button_has_everything_and_the_way_out(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        before = app.screen.reading.anchor

        await right(app, pilot)
        assert isinstance(app.screen, Palette)
        await right(app, pilot)
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.reading.anchor == before, "no page was turned"

        await right(app, pilot)
        palette = app.screen
        assert isinstance(palette, Palette)
        await pilot.press(*"all the keys")
        await pilot.click(PaletteList, offset=(5, 0))
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await right(app, pilot)
        assert isinstance(app.screen, ReadingScreen)

        await pilot.press("v")
        await right(app, pilot)
        palette = app.screen
        assert isinstance(palette, Palette)
        names = [row.name for row in palette.query_one(PaletteList)._rows]
        assert names.index("Mark it") < names.index("Next page"), "what can be done with the passage first"


async def test_the_right_button_leaves_by_the_key_in_force(app: ReaderApp) -> None:
    app.workspace.settings = app.workspace.settings._replace(keys={"close-help": "z"})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        await right(app, pilot)
        assert isinstance(app.screen, ReadingScreen)
