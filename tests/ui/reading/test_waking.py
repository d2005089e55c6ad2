"""The state is read when the page is there, part by part; a move before that is not lost."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

from reader.folders import find_folders
from reader.ui.app import ReaderApp
from reader.ui.reading import waking
from reader.ui.reading.waking import Waking
from reader.ui.screens.reading import ReadingScreen
from reader.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from reader.folders import Folders

SIZE = (80, 24)


async def begun_work(folders: Folders, file: Path) -> str:
    """A work that was begun, and is not the sample, whose state is read whenever it is opened."""
    with closing(Workspace(folders)) as workspace:
        (added,) = workspace.add([file])
        app = ReaderApp(workspace, added.id)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("space")
            app.saver.now()
    return added.id


def written(file: Path) -> Path:
    file.write_text("\n\n".join(f"{number} The tide came in over the salt road." * 9 for number in range(40)))
    return file


async def test_a_move_before_the_state_is_read_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = find_folders(tmp_path / "data")
    work_id = await begun_work(folders, written(tmp_path / "tide.txt"))
    monkeypatch.setattr(Waking, "go_on", lambda _: None)
    with closing(Workspace(folders)) as workspace:
        app = ReaderApp(workspace, work_id)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("space", "space")
            screen = app.screen
            assert isinstance(screen, ReadingScreen)
            assert not workspace.state_is_read
            assert screen.reading.page_index == 3
            place = screen.reading.locator()
            app.saver.now()
    with closing(Workspace(folders)) as workspace:
        assert workspace.place(work_id) == place


async def test_what_is_missing_is_loaded_before_the_state_is_read(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waking, "_PARTS", ("colorsys", "stringprep"))
    for part in waking._PARTS:
        monkeypatch.delitem(sys.modules, part, raising=False)
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(3):
            await pilot.pause()
        assert app.workspace.state_is_read
        assert {"colorsys", "stringprep"} <= sys.modules.keys()
