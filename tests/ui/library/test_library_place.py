"""The list of works is found as it was left: its order, its view, the work chosen, the rows in sight.

And so what is kept of the screen is what the next start shows.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.library.zipf_library import fill
from tests.ui.last_frames.kept_library import kept_rows, leave, shown_rows, shown_whole
from tests.ui.waiting import until

from reader.folders import find_folders
from reader.ui.app import ReaderApp
from reader.ui.library.place import LibraryPlace
from reader.ui.screens.library import LibraryScreen
from reader.ui.widgets.work_list import WorkList
from reader.workspace import Workspace
from reader.workspace.remembered import Remembered

if TYPE_CHECKING:
    from pathlib import Path

WORKS = 120


def place(app: ReaderApp) -> tuple[str, str]:
    """The chosen work, and the first one in sight."""
    works = app.screen.query_one(WorkList)
    assert works.chosen is not None
    return works.chosen.info.id, works.entries[works.first_visible].info.id


def loaded(app: ReaderApp) -> bool:
    return isinstance(app.screen, LibraryScreen) and len(app.screen.model.entries) == WORKS


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with that many works, which no test changes."""
    folder = tmp_path_factory.mktemp("filled") / "data"
    workspace = Workspace(find_folders(folder))
    fill(workspace.catalogue, WORKS - 1)
    workspace.close()
    return folder


@pytest.fixture
def data(filled: Path, tmp_path: Path) -> Path:
    """A data directory of the test's own with that many works."""
    return shutil.copytree(filled, tmp_path / "data")


@pytest.mark.parametrize(
    ("keys", "moves"),
    [
        ((), ("pagedown", "pagedown", "up")),
        (("s", "t"), ("G",)),
        (("s", "a", "S"), ("pagedown", "up")),
        (("s", "w", "b"), ("pagedown", "down")),
    ],
)
async def test_the_list_is_where_it_was(data: Path, keys: tuple[str, ...], moves: tuple[str, ...]) -> None:
    found, kept = [], None
    for start in range(2):
        app = ReaderApp(Workspace(find_folders(data)))
        async with app.run_test(size=(100, 30)) as pilot:
            if start:  # in the first frame already
                found.append(place(app))
            screen = await shown_whole(pilot)
            if start:
                assert shown_rows(screen) == kept
            else:
                await pilot.press(*keys)
                await pilot.pause()
                await pilot.press(*moves)
                await pilot.pause()
            app.last_frames.take_library(screen)
            found.append(place(app))
        leave(app)
        kept = kept_rows(data, 100, 30)
    assert len(set(found)) == 1, found


async def test_the_work_read_last_is_chosen_when_it_was_read_elsewhere(data: Path) -> None:
    workspace = Workspace(find_folders(data))
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: loaded(app))
        await pilot.press("G")
        await pilot.pause()
    read = workspace.catalogue.entries()[7].info.id
    async with ReaderApp(workspace, read).run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: workspace.store.work(read).position is not None)
    workspace.save()
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: loaded(app))
        assert place(app)[0] == read
    workspace.close()


@pytest.mark.parametrize(
    "place",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        '{"read": null, "chosen": 1, "shown": []}',
        '{"read": null, "chosen": "a", "shown": 2}',
        '{"read": null, "chosen": "a", "shown": [["a"]]}',
        '{"read": null, "chosen": "a", "shown": ["\\ud800"]}',
        '{"read": "another", "chosen": "a", "shown": ["a"]}',
    ],
)
def test_what_is_no_place_is_none(tmp_path: Path, place: str) -> None:
    workspace = Workspace(find_folders(tmp_path))
    assert workspace.catalogue.last_read_id() is None
    Remembered(workspace.folders.remembered).keep("list place", place)
    assert LibraryPlace(LibraryScreen(workspace))._kept() is None
    workspace.close()
