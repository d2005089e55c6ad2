"""Two pages side by side on the reading screen: by keys, by mouse, and through changes of size."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from tests.formats.epub_file import epub
from tests.ui.library_entries import shown_lines
from tests.ui.sample_screen import press, screen_of
from tests.ui.waiting import until, until_shown

from reader.folders import find_folders
from reader.ui.app import ReaderApp
from reader.ui.widgets.page import PageView
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.reading.reading import Reading
    from reader.ui.page.geometry import Geometry

WIDE, NARROW = (160, 45), (80, 24)
PARAGRAPHS = 70
"""In the first chapter, which takes five pages of the spread; each ends in a link to the last."""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace(find_folders(tmp_path / "data"))
    yield opened
    opened.close()


@pytest.fixture
def app(tmp_path: Path, workspace: Workspace) -> ReaderApp:
    text = "was called over the water, and nobody answered it until the lamp was lit "
    paragraphs = [
        f'<p id="p{n}">Number {n} {text}<a href="#p{PARAGRAPHS - 1}">by {n}</a>.</p>'
        for n in range(PARAGRAPHS)
    ]
    file = tmp_path / "calls.epub"
    chapters = {
        "one.xhtml": f"<h2>Calls</h2>{''.join(paragraphs)}",
        "two.xhtml": "<h2>Answers</h2><p>None.</p>",
    }
    file.write_bytes(epub(chapters))
    (result,) = workspace.add([file])
    return ReaderApp(workspace, result.id)


def reading_of(app: ReaderApp) -> Reading:
    return screen_of(app).reading


def geometry_of(app: ReaderApp) -> Geometry:
    return screen_of(app).work.area.geometry


def pages(app: ReaderApp) -> list[int]:
    """The numbers of the pages shown."""
    return [index + 1 for index in reading_of(app).pages]


def halves(app: ReaderApp) -> tuple[list[str], list[str]]:
    """What the page's area shows left and right of the gutter's middle."""
    middle = app.size.width // 2
    lines = shown_lines(app)[1:-1]
    return [line[:middle].strip() for line in lines], [line[middle:].strip() for line in lines]


def position(workspace: Workspace) -> object:
    """The place that is on disk, with the time when it was written."""
    (work,) = tomllib.loads(workspace.folders.state.read_text(encoding="utf-8"))["works"].values()
    return work["positions"]


async def test_a_wide_terminal_shows_two_pages_with_their_numbers(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        first, second = (page.start for page in reading_of(app).layout(1).pages[:2])
        text = reading_of(app).chapter(1).text
        left, right = halves(app)

        assert pages(app) == [1, 2]
        assert next(filter(None, left)) == text[first:].splitlines()[0] == "The Salt Road"
        assert next(filter(None, right)) == text[second:].splitlines()[0] == "Calls"
        assert (left[-1], right[-1]) == ("1", "2")


async def test_every_key_turns_two_pages_and_a_chapter_begins_on_the_left(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "space")
        assert pages(app) == [3, 4]
        await press(pilot, "2", "b")
        assert pages(app) == [1, 2]
        await press(pilot, "2", "space")
        count = reading_of(app).page_count
        assert count % 2 == 1, "the last page is alone"
        assert pages(app) == [count] == [5]
        left, right = halves(app)
        assert (left[-1], right[-1]) == ("5", "")
        assert not any(right)
        await press(pilot, "space")
        assert reading_of(app).anchor.chapter == 2
        assert pages(app) == [1]
        await press(pilot, "b")
        assert pages(app) == [5]


async def test_the_page_gone_to_is_one_of_the_two(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "colon", "4", "enter")
        assert pages(app) == [3, 4]
        anchor = reading_of(app).anchor
        assert anchor.offset == reading_of(app).layout(1).pages[3].start
        await press(pilot, "d", "d")
        assert not reading_of(app).facing
        assert reading_of(app).page.start <= anchor.offset < reading_of(app).page.end
        await press(pilot, "d")
        assert pages(app) == [3, 4]


async def test_changes_of_size_come_back_to_the_same_page_and_write_nothing(
    app: ReaderApp, workspace: Workspace
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "colon", "4", "enter")
        await app.saver.saved()
        anchor, kept = reading_of(app).anchor, position(workspace)
        for size in (NARROW, WIDE, (120, 40), (40, 10), (200, 60), WIDE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert reading_of(app).anchor == anchor
            page = reading_of(app).page
            assert page.start <= anchor.offset < page.end
        assert pages(app) == [3, 4]
        await app.saver.saved()
        assert position(workspace) == kept


async def test_a_click_on_the_left_page_turns_back_and_on_the_right_one_on(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        geometry = geometry_of(app)
        inner = geometry.lefts[0] + geometry.measure - 1
        await pilot.click(PageView, offset=(geometry.lefts[1], 1))
        await pilot.pause()
        assert pages(app) == [3, 4]
        await pilot.click(PageView, offset=(inner, geometry.foot))
        await pilot.pause()
        assert pages(app) == [1, 2]


@pytest.mark.parametrize("page", [0, 1])
async def test_links_are_clicked_on_either_page(app: ReaderApp, page: int) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "space")
        geometry, columns = geometry_of(app), reading_of(app).columns()
        row, run = next((y, run) for y, line in enumerate(columns[page]) for run in line.runs if run.link)
        await pilot.click(PageView, offset=(geometry.lefts[page] + run.column, geometry.top + row))
        await pilot.pause()
        assert pages(app) == [5], "the link leads to the last paragraph"


async def test_links_are_chosen_through_both_pages(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "space")
        links = screen_of(app).work.links.on_page()
        middle = reading_of(app).layout(1).pages[3].start
        on_the_left = sum(link.start < middle for link in links)
        assert 0 < on_the_left < len(links)
        await press(pilot, *["tab"] * (on_the_left + 1))
        assert screen_of(app).work.links.chosen == links[on_the_left]


async def test_a_mark_of_the_right_page_shows_and_is_taken_away(app: ReaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=WIDE) as pilot:
        work = reading_of(app).info.id
        await press(pilot, "d", "d", "space", "m")
        await until_shown(pilot, "Marked")
        assert not reading_of(app).facing
        await press(pilot, "d", "g")
        assert pages(app) == [1, 2]
        (mark,) = screen_of(app).work.keeping.marks_on_page()
        assert mark.place.offset >= reading_of(app).layout(1).pages[1].start
        await press(pilot, "m")
        await until(pilot, lambda: not workspace.bookmarks(work))


async def test_words_are_found_on_both_pages(app: ReaderApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"called", "enter")
        await until(pilot, lambda: bool(screen_of(app).work.search.on_page()))
        page = reading_of(app).page
        text = reading_of(app).chapter(1).text[page.start : page.end]
        assert len(screen_of(app).work.search.on_page()) == text.count("called")


async def test_a_panel_beside_them_leaves_one_page_and_gives_it_back(app: ReaderApp) -> None:
    async with app.run_test(size=(150, 40)) as pilot:
        await press(pilot, "space")
        shown = pages(app)
        assert len(shown) == 2
        await press(pilot, "t")
        assert not reading_of(app).facing
        await press(pilot, "escape")
        assert pages(app) == shown


async def test_the_key_says_when_there_are_two_pages_and_is_remembered(
    app: ReaderApp, workspace: Workspace
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert not reading_of(app).facing
        for spread, facing in (("always", True), ("never", False), ("auto", False)):
            await press(pilot, "d")
            assert workspace.settings.spread == spread
            assert reading_of(app).facing is facing
            assert "Two pages" in shown_lines(app)[-1]


async def test_it_is_said_where_there_is_no_room_for_two_pages(app: ReaderApp) -> None:
    async with app.run_test(size=(42, 20)) as pilot:
        await press(pilot, "d")
        assert not reading_of(app).facing
        assert "no room" in shown_lines(app)[-1]


async def test_what_was_said_of_a_page_goes_with_it(app: ReaderApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "d")
        assert "Two pages" in shown_lines(app)[-1]
        await press(pilot, "space")
        assert "Two pages" not in shown_lines(app)[-1]
