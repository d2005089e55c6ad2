"""What a reader sees of the chapters that came since a work was read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ui.library_entries import THREE, LibraryApp, shown_lines, shown_text
from tests.ui.updated_works import WORK, begun, put
from tests.ui.waiting import until, until_shown

from reader.ui.app import ReaderApp
from reader.ui.row_pieces import MARKER_WIDTH
from reader.ui.screens.reading import ReadingScreen
from reader.ui.works.columns import columns_for, row_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.workspace import Workspace

UPDATED = THREE[0]._replace(new_keys=("the lamp", "the ledger", "the oar"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = begun(tmp_path)
    put(tmp_path / "shelf" / "salt.html", 7)
    assert [result.outcome for result in workspace.add([tmp_path / "shelf"])] == ["updated"]
    yield workspace
    workspace.close()


def marked_new(app: ReaderApp) -> int:
    """How many chapters are marked as new in the contents, where the number of their words follows."""
    return len(re.findall(r" new +\d", shown_text(app)))


@given(st.integers(40, 220), st.integers(1, 2000))
def test_the_number_has_its_room_at_every_width(width: int, count: int) -> None:
    entry = THREE[0]._replace(new_keys=tuple(map(str, range(count))))
    row = "".join(piece.text for piece in row_pieces(entry, columns_for(width)))
    assert f" +{count:,} " in row
    assert MARKER_WIDTH + len(row) == width


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_the_list_and_the_details_say_how_many_are_new(size: tuple[int, int]) -> None:
    app = LibraryApp([UPDATED, *THREE[1:]])
    async with app.run_test(size=size) as pilot:
        await until_shown(pilot, "+3")
        row = next(line for line in shown_lines(app) if "▸ The Salt" in line)
        assert "+3" in row
        assert shown_text(app).count("+") == 1
        assert "3 new chapters" in shown_text(app).rpartition("The Salt Road by")[2]


async def test_opening_the_work_says_so_and_contents_mark_them(workspace: Workspace) -> None:
    app = ReaderApp(workspace, WORK)
    async with app.run_test(size=(100, 40)) as pilot:
        await until_shown(pilot, "3 new chapters since you were here")
        await pilot.press("t")
        await until_shown(pilot, "Contents")
        assert marked_new(app) == 3


async def test_a_chapter_read_to_its_end_is_new_no_longer_and_contents_follow(workspace: Workspace) -> None:
    app = ReaderApp(workspace, WORK)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await pilot.press(*"5", "home", "G")  # the end of the first new one
        assert screen.reading.anchor.chapter == 5
        await pilot.press("t")
        await until(pilot, lambda: marked_new(app) == 2)
        await pilot.click("#page", offset=(60, 10))
        while screen.reading.anchor.chapter < 7:  # the panel stays open while pages are turned by mouse
            await pilot.click("#page", offset=(60, 10))
        await until(pilot, lambda: marked_new(app) == 1)


async def test_back_in_the_library_the_number_is_less(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        await until_shown(pilot, "+3")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await pilot.press(*"6", "home", "G", "q")
        await until_shown(pilot, "+2")
