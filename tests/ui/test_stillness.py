"""Nothing blinks, and nothing slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


async def test_no_cursor_blinks_and_nothing_is_animated(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        line = app.focused
        assert isinstance(line, Input)
        assert not line.cursor_blink
        assert app.animation_level == "none"
