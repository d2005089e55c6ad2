"""Keys of one's own on screens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.ui.sample_screen import screen_of
from tests.ui.waiting import until

from reader.ui.reading.look_rows import LOOK_ROWS
from reader.ui.widgets.look_panel import LookPanel

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


async def test_own_keys_are_in_force_and_others_are_not(app: ReaderApp) -> None:
    app.workspace.settings = replace(app.workspace.settings, keys={"next-page": "f", "toggle-mark": ""})
    async with app.run_test(size=(80, 24)) as pilot:
        reading = screen_of(app).reading
        first = reading.page.start
        await pilot.press("f")
        second = reading.page.start
        assert second > first
        await pilot.press("space", "right", "m")
        assert reading.page.start == second
        assert app.workspace.bookmarks() == []
        app.workspace.settings = replace(app.workspace.settings, keys={})  # while the app runs
        await pilot.press("f", "b")
        assert reading.page.start == first


async def test_modes_and_panels_have_their_own_keys_too(app: ReaderApp) -> None:
    app.workspace.settings = replace(
        app.workspace.settings, keys={"leave-passage": "e", "close-look": "i", "next-row": "w"}
    )
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("v")
        await until(pilot, lambda: screen.focused is not None)
        await pilot.press("e")
        await until(pilot, lambda: screen.focused is None)
        await pilot.press("D", "w")
        panel = screen.focused
        assert isinstance(panel, LookPanel)
        assert panel.chosen is LOOK_ROWS[1]
        await pilot.press("enter", "j")
        assert (screen.focused, panel.chosen) == (panel, LOOK_ROWS[1])
        await pilot.press("i")
        assert screen.focused is None


async def test_a_letter_that_quits_can_still_be_typed(app: ReaderApp) -> None:
    app.workspace.settings = replace(app.workspace.settings, keys={"quit": "a"})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", "a")
        assert app.is_running
        await pilot.press("escape", "a")
        await until(pilot, lambda: not app.is_running)
