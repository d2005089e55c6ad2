"""The way to what a page refers to: what is said of it, and the notes at the end of a chapter and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.library_entries import shown_lines
from tests.ui.noted_work import add_noted_work, anchor, open_note, reading_screen
from tests.ui.waiting import until_shown

from reader.layout.style import Notes
from reader.ui.app import ReaderApp
from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from pathlib import Path

    from reader.workspace import Workspace


@pytest.fixture
def app(workspace: Workspace, tmp_path: Path) -> ReaderApp:
    return ReaderApp(workspace, add_noted_work(workspace, tmp_path))


async def test_enter_alone_says_what_there_is_to_choose(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = reading_screen(app)
        while len(screen.work.links.on_page()) < 2:
            await pilot.press("space")
        await pilot.press("enter")
        await until_shown(pilot, "tab chooses what enter follows")
        while screen.work.links.on_page():
            await pilot.press("space")
        await pilot.press("enter")
        await until_shown(pilot, "No links, notes or pictures")


async def test_the_chosen_link_is_told_below_the_page(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_note(pilot, "[1]")
        await pilot.press("escape", "tab")
        await pilot.pause()
        assert "Note 2: Of lead." in shown_lines(app)[-1]
        await pilot.press("tab")
        await pilot.pause()
        assert "https://example.com/lamp" in shown_lines(app)[-1]
        await pilot.press("shift+tab", "shift+tab")
        await pilot.pause()
        assert "Note 1: Of tin" in shown_lines(app)[-1]


@pytest.mark.parametrize("shown", list(Notes))
async def test_to_the_end_notes_and_back(app: ReaderApp, shown: Notes) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = reading_screen(app)
        screen.work.settings.want_notes(shown)
        await pilot.press("space", "space")
        before = anchor(app)
        await pilot.press("e")
        await until_shown(pilot, "Thank you for reading!")
        assert screen.reading.style.notes is Notes.SHOWN, "they are shown if they were not"
        await pilot.press("e")
        assert anchor(app) == before
        await pilot.press("e", "space", "e")
        assert anchor(app) == before, "from further on in the notes too"
        await pilot.press("e", "ctrl+o")
        assert anchor(app) == before
        await pilot.press("right_square_bracket", "e")
        await until_shown(pilot, "no notes at its end")


async def test_the_line_that_names_the_end_notes_leads_there_and_e_back(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = reading_screen(app)
        while not any(link.leads_to.startswith("#endnotes") for link in screen.work.links.on_page()):
            await pilot.press("space")
        before = anchor(app)
        while not (chosen := screen.work.links.chosen) or not chosen.leads_to.startswith("#endnotes"):
            await pilot.press("tab")
        await pilot.press("enter")
        await until_shown(pilot, "Thank you for reading!")
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press("e")
        assert anchor(app) == before
