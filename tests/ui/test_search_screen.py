"""Searching in everything: typing, choosing, reading there, and coming back to what was found."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.ui.library_entries import shown_lines, shown_text
from tests.ui.waiting import until, until_shown
from textual.widgets import Input

from reader.folders import find_folders
from reader.formats.assembly import ChapterDraft, assemble
from reader.reading.reading import Place
from reader.reading.sought import FoundPassage
from reader.ui.app import ReaderApp
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.palette import Palette
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.search import SearchScreen
from reader.ui.widgets.result_list import ResultList
from reader.work.model import Block, BlockKind, WorkInfo
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

QUIET = "Nothing much happened on that day. " * 40
SHORE = (
    f"{QUIET}\nThe windmill by the tramway was lit.\n{QUIET}",
    f"The windmill was out.\n{QUIET}\nA windmill.\n" * 3,
)
STORM = (f"{QUIET}\nNo windmill in the blizzard, and no tramway near it.",)
MANY = 90


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace(find_folders(tmp_path / "data"))
    put(opened, "test:shore", "The Shore", *SHORE)
    put(opened, "test:blizzard", "The Blizzard", *STORM)
    yield opened
    opened.close()


def put(workspace: Workspace, work_id: str, title: str, *chapters: str) -> None:
    drafts = [
        ChapterDraft("", tuple(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n")))
        for text in chapters
    ]
    work = assemble(WorkInfo(work_id, title, ("oxbow",)), tuple(drafts))
    added = datetime(2026, 1, 1, tzinfo=UTC)
    workspace.catalogue.put(work, path=f"/{work_id}", format="html", sha256=work_id, added=added)


@pytest.fixture
def app(workspace: Workspace) -> ReaderApp:
    return ReaderApp(workspace)


async def type_words(pilot: Pilot[int], words: str) -> None:
    """As if they were typed at once."""
    line = pilot.app.screen.query_one(Input)
    line.value = words
    line.cursor_position = len(words)


async def searched(pilot: Pilot[int], words: str, found: str) -> SearchScreen:
    await pilot.press("f")
    await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    await type_words(pilot, words)
    await until(pilot, lambda: screen.session.words == words and screen.session.is_answered)
    await until_shown(pilot, found)
    return screen


async def until_marked(pilot: Pilot[int], screen: ReadingScreen) -> None:
    await until(pilot, lambda: bool(screen.work.search.on_page()))


@pytest.mark.parametrize("size", [(80, 24), (200, 60), (40, 10)])
async def test_what_is_typed_is_found_with_its_passages(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await searched(pilot, "windmill tramway", "2 works · 2 chapters")
        await until_shown(pilot, "The Blizzard")
        text = shown_text(app)
        assert "The Shore" in text
        assert "windmill by the tramway" in text


async def test_at_first_it_says_what_can_be_typed(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        await until_shown(pilot, "lamp NEAR/10 harbour")
        await type_words(pilot, "zebra")
        await until_shown(pilot, "Nothing found")
        await pilot.press("ctrl+u")
        await until_shown(pilot, "lamp NEAR/10 harbour")


async def test_enter_opens_the_page_and_back_leads_to_what_was_found(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await searched(pilot, "windmill tramway", "The Blizzard")
        await pilot.press("down", "ctrl+down", "down")
        await until(pilot, lambda: app._keys._sent is None and not app._keys._waiting)
        await pilot.pause()
        before = shown_lines(app)[3:]
        for way_back in ("q", "ctrl+o", "escape"):
            chosen = screen.query_one(ResultList).chosen
            assert chosen is not None
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
            await until_shown(pilot, "q back to what was found")
            reading = app.screen
            assert isinstance(reading, ReadingScreen)
            assert reading.reading.info.id == chosen.found.id
            page = reading.reading.page
            assert page.start <= chosen.passage.offset < page.end
            await until_marked(pilot, reading)
            if way_back == "escape":
                await pilot.press("escape")  # the first ends the search on the page
                await until(pilot, lambda: "of “windmill" not in shown_text(app))
            await pilot.press(way_back)
            await until(pilot, lambda: app.screen is screen)
            await until(pilot, lambda: shown_lines(app)[3:] == before)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))


async def test_looking_something_up_leaves_the_place_until_one_reads_on(
    app: ReaderApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.open_work("test:shore")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await pilot.press("space")
        await pilot.pause()
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        place = workspace.place("test:shore")
        assert place is not None
        await searched(pilot, "windmill -tramway", "The Shore")
        await pilot.press("enter")
        await until_shown(pilot, "your place here is kept")
        await pilot.press("space", "b", "space", "b")
        assert workspace.place("test:shore") == place
        await pilot.press("space")
        await until_shown(pilot, "ctrl+o leads to where it was")
        moved = workspace.place("test:shore")
        assert moved is not None
        assert moved != place
        await pilot.press("ctrl+o")
        reading = app.screen
        assert isinstance(reading, ReadingScreen)
        await until(pilot, lambda: reading.reading.anchor == Place(place.chapter, place.offset))


async def test_only_the_works_shown_are_searched_and_a_key_widens(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        await type_words(pilot, "blizzard")
        await pilot.press("enter")
        await searched(pilot, "windmill", "Search in the work shown")
        await until_shown(pilot, "1 work · 1 chapter")
        await pilot.press("tab")
        await until_shown(pilot, "2 works")
        assert "Search in everything" in shown_text(app)
        await pilot.press("tab")
        await until_shown(pilot, "1 work · 1 chapter")


async def test_what_a_work_has_more_is_shown_in_its_place(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await searched(pilot, "windmill -tramway", "6 matches")
        listing = screen.query_one(ResultList)
        await until_shown(pilot, "1 more match")
        while (chosen := listing.chosen) is None or not chosen.left:
            await pilot.press("down")
        await pilot.press("enter")
        await until(pilot, lambda: "more match" not in shown_text(app))
        assert listing.chosen is not None
        assert listing.chosen.match is not None
        await pilot.click(ResultList, offset=(20, 0))
        await pilot.click(ResultList, offset=(20, 0))
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))


async def test_more_works_are_found_as_the_cursor_comes_to_them(app: ReaderApp, workspace: Workspace) -> None:
    for number in range(MANY):
        put(workspace, f"test:{number}", f"Work {number}", "The gantry rang. " * 3, "A gantry." * 2)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await searched(pilot, "gantry", f"{MANY} works")
        while screen.session.results.count < MANY:
            await pilot.press("pagedown", "pagedown")
            await pilot.pause()
        assert len({row.found.id for row in screen.session.results.rows}) == MANY


async def test_a_tag_picked_on_the_page_leads_to_the_library_and_not_to_the_search(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await searched(pilot, "blizzard", "The Blizzard")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await app.filter_library("author", "oxbow")
        await until_shown(pilot, "2 of 3 works")
        assert isinstance(app.screen, LibraryScreen)


async def test_a_passage_that_is_no_more_opens_the_work_all_the_same(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await searched(pilot, "blizzard", "The Blizzard")
        app.screen.post_message(SearchScreen.Opened(FoundPassage("test:shore", 7, 10**6, "windmill")))
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await until_shown(pilot, "Chapter 2 of 2")


async def test_what_was_typed_is_there_again(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await searched(pilot, "blizzard", "The Blizzard")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await pilot.press("f")
        await until_shown(pilot, "The Blizzard")
        await pilot.press(*"shore")  # in the place of what was there
        await until_shown(pilot, "The Shore")


async def test_keys_that_come_too_soon_do_no_harm(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f", *"windmill", "enter", "enter", "down", "tab", "pagedown", "ctrl+up", "ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Palette))
        await pilot.press("escape", "escape", "escape", "f", "escape", "f", *"xy", "q")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        await until_shown(pilot, "Nothing found")
        app.screen.post_message(SearchScreen.Opened(FoundPassage("test:gone", 1, 0, "windmill")))
        await until_shown(pilot, "That work is no longer")
    await_no_thread()


def await_no_thread() -> None:
    for thread in threading.enumerate():
        if thread.name == "text search":
            thread.join(20)
            assert not thread.is_alive()


async def test_a_damaged_catalogue_is_a_line(app: ReaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        with workspace.catalogue as catalogue:
            catalogue._db.execute("DROP TABLE chapter_words")
            await searched(pilot, "windmill", "can't answer")


async def test_a_passage_chosen_twice_at_once_is_opened_once(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        passage = FoundPassage("test:shore", 1, 5, "windmill")
        for _ in range(2):
            await app.on_search_screen_opened(SearchScreen.Opened(passage))
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
