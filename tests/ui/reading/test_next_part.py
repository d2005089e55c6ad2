"""The next part of a series at the end of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.library_entries import shown_lines, shown_text
from tests.ui.series_works import workspace_of
from tests.ui.waiting import until, until_shown

from reader.ui.app import ReaderApp
from reader.ui.screens.options import OptionsScreen
from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = workspace_of(tmp_path)
    yield workspace
    workspace.close()


def title_of(app: ReaderApp) -> str:
    assert isinstance(app.screen, ReadingScreen)
    return app.screen.reading.info.title


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (160, 40)])
async def test_the_end_offers_the_next_part_and_enter_opens_it(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    app = ReaderApp(workspace, "ao3:1")
    async with app.run_test(size=size) as pilot:
        await pilot.press("end")
        await until(pilot, lambda: "enter" in shown_lines(app)[-1])
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen) and title_of(app) == "High Water")
        assert workspace.store.work("ao3:1").status is not None


async def test_turning_on_from_the_last_page_asks(workspace: Workspace) -> None:
    app = ReaderApp(workspace, "ao3:1")
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "Next in The Salt Road: High Water")
        await pilot.press("space", "space")
        await until(pilot, lambda: isinstance(app.screen, OptionsScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert title_of(app) == "Low Water"
        await pilot.press("space", "r")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen) and title_of(app) == "High Water")


async def test_a_part_that_is_missing_between_is_named(workspace: Workspace) -> None:
    app = ReaderApp(workspace, "ao3:2")
    async with app.run_test(size=(120, 30)) as pilot:
        await until_shown(pilot, "Next in The Salt Road: The Lamp")
        assert "part 3 missing" in shown_lines(app)[-1]


@pytest.mark.parametrize("work", ["ao3:4", "ao3:5"])
async def test_after_the_last_part_and_without_a_series_nothing_is_offered(
    workspace: Workspace, work: str
) -> None:
    app = ReaderApp(workspace, work)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: workspace.state_is_read)
        await pilot.press("space", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert "Next" not in shown_text(app)
