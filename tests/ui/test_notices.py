"""Banners: what is wrong with the state is said on both screens, at the start and as soon as it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.waiting import until, until_shown

from reader.folders import Folders, find_folders
from reader.ui.app import ReaderApp
from reader.ui.widgets.banner import Banner
from reader.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

SAMPLE = "reader:sample"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    found = find_folders(tmp_path / "data")
    workspace = Workspace(found)
    assert workspace.catalogue.entry(SAMPLE)
    workspace.close()
    return found


def told(pilot: Pilot[int]) -> list[str]:
    return [str(banner.render()) for banner in pilot.app.screen.query(Banner)]


@pytest.mark.parametrize("target", [None, SAMPLE])
async def test_a_newer_state_is_told_of_on_either_screen(folders: Folders, target: str | None) -> None:
    folders.state.write_text("format = 99\n", encoding="utf-8")
    workspace = Workspace(folders)
    async with ReaderApp(workspace, target).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "99" in " ".join(told(pilot)))
        assert "ctrl+l closes this" in told(pilot)[0]
        await pilot.press("ctrl+l")
        await until(pilot, lambda: told(pilot) == [])
    workspace.close()


async def test_a_state_that_breaks_while_one_reads_is_told_of(folders: Folders) -> None:
    workspace = Workspace(folders)
    app = ReaderApp(workspace, SAMPLE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "m")
        await until_shown(pilot, "Marked")
        assert told(pilot) == []
        folders.state.write_text("broken [", encoding="utf-8")
        await pilot.press("space")
        await app.saver.saved()
        await until(pilot, lambda: "state.toml.broken-" in " ".join(told(pilot)))
        await app.saver.saved()
        assert len(told(pilot)) == 1
    workspace.close()
