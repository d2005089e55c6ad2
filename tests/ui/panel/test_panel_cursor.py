"""The row of the panel that is chosen, where there are no colours to tell it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.sample_screen import SAMPLE

from reader.ui.app import ReaderApp
from reader.ui.widgets.panel_list import PanelList

if TYPE_CHECKING:
    import pytest

    from reader.workspace import Workspace


async def test_without_colours_the_chosen_row_is_reversed(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ReaderApp(workspace, SAMPLE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t", "down")
        await pilot.pause()
        rows = app.screen.query_one(PanelList)
        strips = (rows.render_line(y) for y in range(rows.size.height))
        texts = ["".join(s.text for s in strip if s.style and s.style.reverse) for strip in strips]
        assert rows.cursor == 1
        assert [text.split() for text in texts if text] == [["2.", *"The Second Good Hour".split(), "1,833"]]
