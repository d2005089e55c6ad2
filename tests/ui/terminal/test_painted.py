"""The library that was painted at the start stays until the app's own is whole, and keys are for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.library.zipf_library import fill
from tests.ui.library_entries import shown_lines
from tests.ui.waiting import until

from reader.first_frame.held_terminal import held
from reader.folders import find_folders
from reader.ui.app import ReaderApp
from reader.ui.widgets.tag_pane import TagPane
from reader.ui.widgets.work_list import WorkList
from reader.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

SIZE = (80, 24)
WORKS = 120  # more than are shown before all are loaded
ROW = ["1;38;2;9;9;9", "pa\x1b[2Jinted", "7", "→" * 70]


@pytest.mark.parametrize("rows", [SIZE[1], SIZE[1] - 4])
async def test_keys_wait_until_all_works_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    workspace = Workspace(find_folders(tmp_path))
    fill(workspace.catalogue, WORKS)
    monkeypatch.setattr(held, "rows", [ROW] * rows)
    monkeypatch.setattr(TagPane, "show_counted", _never)
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        assert app.painted is not None
        await pilot.press("G")
        await until(pilot, lambda: app.painted is not None and app.painted.is_over)
        assert app.screen.query_one(WorkList).cursor == WORKS
        tags = shown_lines(app)[2]
        assert tags.startswith("pa[2Jinted→→→→" if rows == SIZE[1] else " ▸"), (
            "in another size all is the app's"
        )
    workspace.close()


async def _never(*_: object) -> None:
    """They are not counted while the test goes on."""
