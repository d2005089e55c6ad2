"""Notes folded to a line each, on the reading screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.folders import find_folders
from reader.layout.line import Ornament
from reader.layout.style import Notes
from reader.ui.app import ReaderApp
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.page import PageView
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from reader.reading.reading import Reading

SIZE = (80, 24)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[ReaderApp]:
    workspace = Workspace(find_folders(tmp_path / "data"))
    workspace.remember_setting("notes", "folded")
    yield ReaderApp(workspace, "reader:sample")
    workspace.close()


def reading_of(app: ReaderApp) -> Reading:
    assert isinstance(app.screen, ReadingScreen)
    return app.screen.reading


def fold_of(app: ReaderApp) -> tuple[int, int]:
    """The row of the first fold among the page's lines, and where the notes begin that it stands for."""
    lines = reading_of(app).lines()
    return next(
        (row, line.start)
        for row, line in enumerate(lines)
        if any(run.ornament is Ornament.FOLD for run in line.runs)
    )


async def settled(pilot: Pilot[int]) -> None:
    await pilot.pause()
    await pilot.pause()


async def test_enter_on_a_fold_shows_the_notes_and_stays_on_them(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        _, start = fold_of(app)
        await pilot.press("tab", "enter")
        await settled(pilot)
        reading = reading_of(app)
        assert reading.style.notes is Notes.SHOWN
        assert reading.page.start <= start < reading.page.end
        assert any(run.start == start for line in reading.lines() for run in line.runs)


async def test_a_click_on_a_fold_shows_the_notes(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        row, start = fold_of(app)
        page = app.screen.query_one(PageView)
        geometry = app.screen.work.area.geometry  # type: ignore[attr-defined]  # the reading screen's
        await pilot.click(PageView, offset=(geometry.lefts[0] + 4, geometry.top + row))
        await settled(pilot)
        assert page.is_mounted
        assert reading_of(app).style.notes is Notes.SHOWN
        assert any(run.start == start for line in reading_of(app).lines() for run in line.runs)


async def test_a_chosen_fold_stands_out(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        page = app.screen.query_one(PageView)
        row = fold_of(app)[0] + app.screen.work.area.geometry.top  # type: ignore[attr-defined]  # as above
        before = page.render_line(row)
        await pilot.press("tab")
        await settled(pilot)
        after = page.render_line(row)
        assert before.text == after.text
        assert before != after
