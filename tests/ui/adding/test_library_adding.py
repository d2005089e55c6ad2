"""The library screen over a real data directory: files come in, go out, and fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.library_entries import shown_lines, shown_text
from tests.ui.waiting import until

from reader.folders import find_folders
from reader.ui.app import ReaderApp
from reader.ui.screens.library import LibraryScreen
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace(find_folders(tmp_path / "data"))
    yield workspace
    workspace.close()


@pytest.fixture
def works(tmp_path: Path) -> Path:
    folder = tmp_path / "my works"
    folder.mkdir()
    for name in ("The Ferry", "The Lamp", "The Ledger"):
        text = f"{name}\n\nThe rope sang in the wind before {name} came.\n\nNobody heard it.\n"
        (folder / f"{name}.txt").write_text(text * 3)
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 20)
    return folder


async def add(pilot: Pilot[int], path: Path) -> None:
    await pilot.press("a")
    prompt = pilot.app.screen.query_one("#prompt")
    prompt.value = str(path)  # type: ignore[attr-defined]  # it is an Input
    await pilot.press("enter")


async def test_a_folder_is_added_while_the_list_is_used(workspace: Workspace, works: Path) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await add(pilot, works)
        await pilot.press("tab", "j", "tab")
        await until(pilot, lambda: "The Ledger" in shown_text(app))
        await until(pilot, lambda: "3 added, 1 failed" in shown_text(app))
        assert "picture.txt" in shown_text(app)
        await pilot.press("tab", "tab", "down", "down")
        await pilot.pause()
        assert any("added" in line and "The Ferry" in line for line in shown_lines(app))
        await pilot.press("escape")
        await pilot.pause()
        assert "picture.txt" not in shown_text(app)
        assert "enter read" in shown_lines(app)[-1]


async def test_a_path_that_is_not_there_gets_one_line(workspace: Workspace, tmp_path: Path) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await add(pilot, tmp_path / "nothing.html")
        await until(pilot, lambda: "There is no " in shown_text(app))
        assert "nothing.html" in shown_text(app)
        assert pilot.app.screen.query("#prompt")


async def test_a_work_is_taken_out_only_after_a_yes(workspace: Workspace, works: Path) -> None:
    list(workspace.add([works / "The Ferry.txt", works / "The Lamp.txt"]))
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        await pilot.pause()
        count = len(screen.model.entries)
        await pilot.press("D", "n", "D", "escape", "D", "enter")
        await pilot.pause()
        assert len(screen.model.entries) == count
        await pilot.press("D", "y")
        await until(pilot, lambda: len(screen.model.entries) < count)


async def test_looking_again_without_known_folders_says_so(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: "There is nothing to look at again yet" in shown_text(app))


async def test_back_from_reading_the_list_knows_how_far(workspace: Workspace, works: Path) -> None:
    list(workspace.add([works / "The Ferry.txt"]))
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, lambda: "The Ferry" in shown_text(app))
        while "▸ The Ferry" not in shown_text(app):
            await pilot.press("j")
            await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, LibraryScreen))
        await pilot.press("end", "q")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await until(pilot, lambda: "Continue: The Ferry" in shown_text(app))
