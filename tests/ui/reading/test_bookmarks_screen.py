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
from reader.work.anchoring import find
from reader.work.locator import Match, make_locator
from reader.workspace.bookmark_import import WorkTexts

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
        await press(pilot, "3")
        await until(pilot, lambda: workspace.store.work(SAMPLE).marks[0].colour == "blue")
        await press(pilot, "e", *"look", "ctrl+s")
        await until_shown(pilot, "look")
        assert isinstance(app.screen, BookmarksScreen)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert (screen_of(app).reading.anchor.chapter, screen_of(app).reading.anchor.offset) == (2, 100)


async def test_a_lost_bookmark_is_shown_as_lost_and_placed_by_hand(workspace: Workspace) -> None:
    chapter = workspace.catalogue.chapter(SAMPLE, 2)
    now = datetime(2026, 11, 1, tzinfo=UTC)
    there = make_locator(chapter, 400)
    gone = there._replace(offset=900, before="", exact="Nothing of this was ever said in any work.", after="")
    marks = tuple(
        new_bookmark(kind="passage", start=start, end=start, text=start.exact, now=now)
        for start in (there, gone)
    )
    elsewhere = new_bookmark(kind="passage", start=gone, end=gone, text="Afloat", now=now)
    workspace.store.change(SAMPLE, lambda state: replace(state, title="Salt", bookmarks=marks))
    workspace.store.change("ao3:9", lambda state: replace(state, title="Zed", bookmarks=(elsewhere,)))
    workspace.save()
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "B")
        await until_shown(pilot, "exact")
        await until_shown(pilot, "not found · p places it")
        await until_shown(pilot, "not in the library")
        await press(pilot, "p")
        await until(pilot, lambda: any("where it was made" in note.message for note in app._notifications))
        await press(pilot, "j", "p")
        await until_shown(pilot, "place the bookmark")
        await press(pilot, "enter")
        await until_shown(pilot, "Bookmark placed here")
    placed = workspace.store.work(SAMPLE).marks[1]
    assert placed.text == gone.exact
    assert find(placed.start, WorkTexts(workspace.catalogue, SAMPLE)).match is Match.EXACT
