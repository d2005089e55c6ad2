"""The settings of the page reach the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.folders import find_folders
from reader.ui.app import ReaderApp
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.page import PageView
from reader.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

MEASURE, INSET = 66, 4
"""Cells of a line, and how far a quotation ends before its edge."""


def rows(app: ReaderApp) -> list[str]:
    """What the page's area shows."""
    page = app.screen.query_one(PageView)
    drawn = ["".join(segment.text for segment in page.render_line(y)) for y in range(page.size.height)]
    return [row.strip() for row in drawn]


@pytest.mark.parametrize("search", [False, True])
async def test_justified_lines_are_drawn_to_the_right_edge(tmp_path: Path, search: bool) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "config.toml").write_text('setting = "justified"\n', encoding="utf-8")
    workspace = Workspace(find_folders(folder))
    assert workspace.catalogue.entry("reader:sample")
    app = ReaderApp(workspace, "reader:sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "space", "space")
        if search:
            await pilot.press("slash", *"the", "enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        layout = screen.reading.layout(screen.reading.anchor.chapter)
        stretched = [
            line for line in layout.lines(screen.reading.page_index) if any(run.tail for run in line.runs)
        ]
        assert stretched
        drawn = rows(app)
        for line in stretched:
            assert line.runs[-1].column + line.runs[-1].width >= MEASURE - INSET
            assert "".join(run.text + run.tail for run in line.runs) in drawn
    workspace.close()
