"""All of a series, and all by an author, in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.library_entries import shown_lines, shown_text
from tests.ui.series_works import workspace_of
from tests.ui.waiting import until, until_shown

from reader.ui.app import ReaderApp
from reader.ui.screens.library import LibraryScreen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot


@pytest.fixture
def app(tmp_path: Path) -> Iterator[ReaderApp]:
    workspace = workspace_of(tmp_path)
    yield ReaderApp(workspace)
    workspace.close()


def listed(app: ReaderApp) -> list[str]:
    assert isinstance(app.screen, LibraryScreen)
    return [entry.info.title for entry in app.screen.model.shown]


async def choose(pilot: Pilot[int], title: str) -> None:
    await until_shown(pilot, title)
    await pilot.press("home")
    for _ in range(3):
        if any(f"▸ {title}" in line for line in shown_lines(pilot.app)):
            return
        await pilot.press("down")
        await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (180, 50)])
async def test_a_series_is_shown_in_its_order_with_what_is_missing(
    app: ReaderApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: len(listed(app)) == 4)
        before = listed(app)
        await choose(pilot, "High Water")
        await pilot.press("p")
        await until(pilot, lambda: listed(app) == ["Low Water", "High Water", "The Lamp"])
        assert "The Salt Road: 3 works · part 3 missing" in shown_text(app)
        assert "▸ High Water" in shown_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: listed(app) == before)
        assert "▸ High Water" in shown_text(app)
        assert app.workspace.settings.sort == "last read"


async def test_all_works_of_an_author_are_shown_and_a_click_goes_back(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: len(listed(app)) == 4)
        await choose(pilot, "Something Else")
        await pilot.press("A")
        await until(pilot, lambda: listed(app) == ["Something Else"])
        row = next(at for at, line in enumerate(shown_lines(app)) if "All by oxbow: 1 work" in line)
        await pilot.click(offset=(shown_lines(app)[row].index("esc"), row))
        await until(pilot, lambda: len(listed(app)) == 4)


async def test_a_work_of_no_series_says_so(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(listed(app)) == 4)
        await choose(pilot, "Something Else")
        await pilot.press("p")
        await until_shown(pilot, "part of no series")
