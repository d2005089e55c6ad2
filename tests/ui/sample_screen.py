"""The reading screen, mostly with the sample work, that tests press keys on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from textual.app import App
    from textual.pilot import Pilot

SAMPLE = "reader:sample"


def screen_of(app: App[int]) -> ReadingScreen:
    """The screen of an app that shows a page."""
    assert isinstance(app.screen, ReadingScreen)
    return app.screen


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and let what they set off be shown."""
    await pilot.press(*keys)
    await pilot.pause()
