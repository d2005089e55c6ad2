"""The library screen while another program adds to the same library, changes it and takes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.formats.ao3_page import Page, PageChapter, render
from tests.ui.waiting import until

from reader.folders import find_folders
from reader.ui.app import ReaderApp
from reader.ui.library import loading as library_loading
from reader.ui.screens.library import LibraryScreen
from reader.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

ONE = Page((PageChapter("<p>The tide came in twice that day.</p>"),), id=1, title="The Tide")
TWO = Page((PageChapter("<p>The lamp was lit before it was dark.</p>"),), id=2, title="The Lamp")
LONGER_ONE = Page((*ONE.chapters, *TWO.chapters), id=1, title="The Tide", updated="2024-05-01")


def add(data: Path, page: Page) -> None:
    """Add a download as another program does."""
    file = data.parent / f"{page.id}.html"
    file.write_bytes(render(page))
    workspace = Workspace(find_folders(data))
    assert [result.outcome for result in workspace.add([file])] in (["added"], ["updated"])
    workspace.close()


async def until_listed(pilot: Pilot[int], titles: dict[str, int]) -> None:
    """Go on once these works, with so many chapters, are shown."""
    screen = pilot.app.screen
    assert isinstance(screen, LibraryScreen)
    await until(pilot, lambda: {work.info.title: work.chapters for work in screen.model.shown} == titles)


async def test_what_another_program_does_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_loading, "_LOOK_EVERY", 0.05)
    data = tmp_path / "data"
    add(data, ONE)
    workspace = Workspace(find_folders(data))
    async with ReaderApp(workspace).run_test(size=(80, 24)) as pilot:
        await until_listed(pilot, {"The Tide": 1})
        add(data, TWO)
        await until_listed(pilot, {"The Tide": 1, "The Lamp": 1})
        add(data, LONGER_ONE)
        await until_listed(pilot, {"The Tide": 2, "The Lamp": 1})
        other = Workspace(find_folders(data))
        other.remove("ao3:2")
        other.close()
        await until_listed(pilot, {"The Tide": 2})
    workspace.close()
