"""Notes in a pop-up over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.formats import ao3_page
from tests.ui.library_entries import shown_lines, shown_text
from tests.ui.noted_work import BODY, FILLING, NOTES, add_noted_work, anchor, open_note, reading_screen
from tests.ui.waiting import until

from reader.ui.app import ReaderApp
from reader.ui.screens.note import NoteScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.page import PageView

if TYPE_CHECKING:
    from pathlib import Path

    from reader.workspace import Workspace


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def app(workspace: Workspace, tmp_path: Path, opened: list[str]) -> ReaderApp:
    def opener(address: str) -> bool:
        opened.append(address)
        return True

    return ReaderApp(workspace, add_noted_work(workspace, tmp_path), opener=opener)


@pytest.mark.parametrize("size", [(80, 24), (160, 45), (40, 10)])
async def test_a_note_opens_over_the_page_and_closes(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        for key in ("escape", "q", "space"):
            await open_note(pilot, "[1]")
            assert isinstance(app.screen, NoteScreen)
            text = shown_text(app)
            assert "Note 1" in text
            assert "Of tin" in text
            before = anchor(app)
            await pilot.press("b", key)
            await pilot.pause()
            assert isinstance(app.screen, ReadingScreen), key
            assert anchor(app) == before


async def test_text_in_a_note_is_no_markup_and_the_page_stays_around_it(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_note(pilot, "[1]")
        assert "Of tin [bold]," in shown_text(app)
        lines = shown_lines(app)
        reference = next(number for number, line in enumerate(lines) if "She lit the lamp.[1]" in line)
        frame = [number for number, line in enumerate(lines) if "╭" in line or "╰" in line]
        assert reference not in range(frame[0], frame[1] + 1)
        assert reference in (frame[0] - 1, frame[1] + 1), "next to what refers to it"


async def test_enter_goes_to_the_note_and_the_history_leads_back_and_forward(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_note(pilot, "[1]")
        before = anchor(app)
        await pilot.press("enter")
        await pilot.pause()
        there = anchor(app)
        assert isinstance(app.screen, ReadingScreen)
        assert reading_screen(app).reading.chapter(1).text[there.offset :].startswith("[1] Of tin")
        await pilot.press("ctrl+o")
        assert anchor(app) == before
        await pilot.press("alt+right")
        assert anchor(app) == there


async def test_a_note_in_a_note_and_an_address(app: ReaderApp, opened: list[str]) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_note(pilot, "[1]")
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert "The harbour master." in shown_text(app)
        await pilot.press("escape")
        await open_note(pilot, "[1]")
        await pilot.press("shift+tab")
        await pilot.pause()
        assert "https://example.com/tin" in shown_text(app), "it is said before it is opened"
        assert not opened
        await pilot.press("enter")
        await pilot.pause()
        assert opened == ["https://example.com/tin"]
        assert isinstance(app.screen, ReadingScreen)


async def test_a_long_note_has_pages(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_note(pilot, "[2]")
        assert "1 of 6 · enter" in shown_text(app)
        await pilot.press("space")
        await pilot.pause()
        assert "2 of 6 · enter" in shown_text(app)
        await pilot.press("b", "b")
        await pilot.pause()
        assert "Of lead." in shown_text(app)
        await pilot.resize_terminal(50, 14)
        await pilot.pause()
        assert "Of lead." in shown_text(app)
        while isinstance(app.screen, NoteScreen):
            await pilot.press("space")
        assert isinstance(app.screen, ReadingScreen), "turning on at its end closes it"


async def test_clicks_outside_close_it_and_on_links_follow_them(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_note(pilot, "[1]")
        page = app.screen.query_one(PageView)
        lines = shown_lines(app)
        row = next(n for n, line in enumerate(lines) if "[3]" in line)
        await pilot.click(offset=(lines[row].index("[3]") + 1, row))
        await pilot.pause()
        assert "The harbour master." in shown_text(app)
        await pilot.click(page, offset=(0, 0))
        assert isinstance(app.screen, NoteScreen)
        await pilot.click(offset=(1, 22))
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_it_closes_once_however_fast_keys_come(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_note(pilot, "[1]")
        shown = app.screen
        assert isinstance(shown, NoteScreen)
        shown.action_close_note()
        shown.action_close_note()
        shown.action_go_to_note()
        shown.action_next_link_in_note()
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press(
            "tab", "enter", "enter", "ctrl+o", "tab", "enter", "tab", "escape", "escape", "e", "e"
        )
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_a_note_stays_below_its_reference_when_the_terminal_shrinks(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await open_note(pilot, "[1]")
        await pilot.resize_terminal(60, 20)

        def lies_in_the_middle_of_its_page() -> bool:
            area, frame = reading_screen(app).query_one(PageView).region, app.screen.query_one("#note").region
            geometry = reading_screen(app).work.area.geometry
            middle = area.x + geometry.lefts[0] + geometry.measure / 2
            return frame.right <= 60 and abs(frame.x + frame.width / 2 - middle) <= 1

        await until(pilot, lies_in_the_middle_of_its_page)


async def test_a_note_is_gone_to_in_a_text_that_came_while_it_was_shown(
    app: ReaderApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await open_note(pilot, "[2]")
        chapters = (
            ao3_page.PageChapter(FILLING, title="New"),
            ao3_page.PageChapter(BODY, title="Lamps", end_notes=NOTES),
            ao3_page.PageChapter(FILLING, title="Ropes"),
        )
        file = tmp_path / "newer.html"
        file.write_bytes(ao3_page.render(ao3_page.Page(chapters, updated="2026-03-01")))
        list(app.workspace.add([file]))
        await reading_screen(app).versions.look()
        assert reading_screen(app).reading.chapter_count == 3
        await pilot.press("enter")
        await pilot.pause()
        place = anchor(app)
        assert (
            reading_screen(app).reading.chapter(place.chapter).text[place.offset :].startswith("[2] Of lead")
        )
