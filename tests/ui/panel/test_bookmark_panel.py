"""The bookmarks in the panel beside the page: sorted, filtered, changed, brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.sample_screen import SAMPLE, press, screen_of
from tests.ui.waiting import until_shown

from reader.ui.app import ReaderApp
from reader.ui.widgets.panel_list import PanelList
from reader.ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from reader.workspace import Workspace


def rows(app: ReaderApp) -> list[str]:
    return [row.key or row.text for row in app.screen.query_one(PanelList).rows]


async def test_bookmarks_are_filtered_sorted_coloured_and_noted(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "right_square_bracket", "v", "c", "3", "enter", "home")
        await press(pilot, "v", "w", "c", "1", "enter")
        await until_shown(pilot, "Passage marked")
        keeping = screen_of(app).work.keeping
        first, second = (mark.bookmark.id for mark in keeping.marks())
        await press(pilot, "apostrophe")
        assert rows(app) == [first, second]
        await press(pilot, "s")
        await until_shown(pilot, "Bookmarks by date")
        assert rows(app) == [first, second]  # the one made last is the first in the text
        await press(pilot, "s", "slash", *"yellow", "enter")
        assert rows(app)[1:] == [first]
        await press(pilot, "slash", "ctrl+u", "enter")
        assert rows(app) == [first, second]
        await press(pilot, "c", "5", "e", *"a tide", "ctrl+s")
        await until_shown(pilot, "tide")
        noted = {mark.bookmark.id: mark.bookmark for mark in keeping.marks()}[first]
        assert (noted.note, noted.colour) == ("a tide", "orange")
        assert app.screen.query(SidePanel)


async def test_what_was_deleted_is_brought_back_after_a_restart(workspace: Workspace) -> None:
    app = ReaderApp(workspace, SAMPLE)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v", "enter", "apostrophe", "d", "escape")
        await until_shown(pilot, "Mark deleted")
    assert workspace.store.work(SAMPLE).marks == ()
    again = ReaderApp(workspace, SAMPLE)
    async with again.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u")
        await until_shown(pilot, "Mark brought back")
    assert len(workspace.store.work(SAMPLE).marks) == 1
