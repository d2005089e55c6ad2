"""What the reader is told when nothing can be saved: at each mark, and at the end."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from reader.folders import find_folders
from reader.state.errors import StateError
from reader.state.store import Store
from reader.ui import app as app_module
from reader.ui.app import ReaderApp, run
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAMPLE = "reader:sample"
FULL = os.strerror(errno.ENOSPC)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace(find_folders(tmp_path / "data"))
    assert opened.catalogue.entry(SAMPLE)
    yield opened
    opened.close()


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def save(self: Store) -> bool:
        raise StateError(f"{self.path} could not be saved: {FULL}")

    monkeypatch.setattr(Store, "save", save)


@pytest.mark.usefixtures("full_disk")
async def test_each_mark_that_can_not_be_saved_is_spoken_of(workspace: Workspace) -> None:
    app = ReaderApp(workspace, SAMPLE)
    said: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(3):
            await pilot.press("space", "m")
            await pilot.pause()
            said.append(str(len([n for n in app._notifications if FULL in n.message])))

    assert said == ["1", "2", "3"]


@pytest.mark.usefixtures("full_disk")
def test_the_end_says_that_the_place_was_not_saved(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_a_page(self: ReaderApp) -> int:
        self.saver.now()
        return 0

    monkeypatch.setattr(app_module.ReaderApp, "run", read_a_page)

    with pytest.raises(StateError, match=FULL):
        run(workspace, SAMPLE)
