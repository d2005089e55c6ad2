"""The bookmarks of all works on one screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.ui.sample_screen import SAMPLE, press, screen_of
from tests.ui.waiting import until, until_shown

from reader.state.records import new_bookmark
from reader.ui.app import ReaderApp
from reader.ui.screens.bookmarks import BookmarksScreen
from reader.ui.screens.reading import ReadingScreen
from reader.work.locator import make_locator

if TYPE_CHECKING:
    from reader.workspace import Workspace


async def test_all_bookmarks_are_found_changed_and_gone_to(workspace: Workspace) -> None:
    chapter = workspace.catalogue.chapter(SAMPLE, 2)
    marks = tuple(
        new_bookmark(
            kind="passage",
            start=make_locator(chapter, at),
            end=make_locator(chapter, at + 30),
            text=chapter.text[at : at + 30],
            colour=colour,
            now=datetime(2026, 11, day, tzinfo=UTC),
        )
        for at, colour, day in ((100, "blue", 1), (400, "green", 2))
    )
    workspace.store.change(SAMPLE, lambda state: replace(state, title="Salt", bookmarks=marks))
    workspace.save()
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "B")
        await until_shown(pilot, "2 bookmarks, by work and place")
        await press(pilot, "s")
        await until_shown(pilot, "by date")
        await press(pilot, "slash", *"blue", "enter")
        await until_shown(pilot, "1 bookmark with “blue”")
        await press(pilot, "d")
        await until(pilot, lambda: len(workspace.store.work(SAMPLE).marks) == 1)
        await press(pilot, "u")
        await until(pilot, lambda: len(workspace.store.work(SAMPLE).marks) == 2)
        await press(pilot, "e", *"look", "ctrl+s")
        await until_shown(pilot, "look")
        assert isinstance(app.screen, BookmarksScreen)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert (screen_of(app).reading.anchor.chapter, screen_of(app).reading.anchor.offset) == (2, 100)
