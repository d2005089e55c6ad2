"""The reading screen, driven by keys and mouse without a terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.ui.library_entries import shown_text
from tests.ui.sample_screen import SAMPLE, press, screen_of
from tests.ui.waiting import until, until_shown

from reader.reading.reading import Place
from reader.ui.app import ReaderApp
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.themes import THEME_NAMES
from reader.ui.widgets.page import PageView
from reader.ui.widgets.progress_line import ProgressLine
from reader.ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from reader.workspace import Workspace

SIZES = [(80, 24), (120, 40), (200, 60), (40, 10)]


def anchor(app: ReaderApp) -> Place:
    return screen_of(app).reading.anchor


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_page_of_a_work_at_any_size(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        text = shown_text(app)

        assert "The Salt Road" in text
        assert re.search(r"pages? 1.* of \d+.* [0-2] %", text)


async def test_every_key_for_a_page_turns_it(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        pages = screen_of(app).reading
        for key in ("space", "right", "l", "pagedown", "j", "down"):
            before = pages.page_index
            await press(pilot, key)
            assert pages.page_index == before + 1, key
        for key in ("b", "left", "h", "pageup", "k", "up"):
            before = pages.page_index
            await press(pilot, key)
            assert pages.page_index == before - 1, key


async def test_a_number_repeats_a_motion(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "right_square_bracket")
        assert anchor(app).chapter == 4
        await press(pilot, "2", "left_square_bracket")
        assert anchor(app).chapter == 2
        await press(pilot, "3", "G")
        assert screen_of(app).reading.page_index == 2
        await press(pilot, "4", "escape", "space")
        assert screen_of(app).reading.page_index == 3, "escape takes the number back"


async def test_places_can_be_typed(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", *"ch", "space", *"5", "enter")
        assert anchor(app) == Place(5, 0)
        await press(pilot, "colon", *"50", "percent_sign", "enter")
        assert screen_of(app).reading.progress_at(anchor(app)) == pytest.approx(0.5, abs=0.001)
        await press(pilot, "colon", *"2", "enter")
        assert screen_of(app).reading.page_index == 1
        await press(pilot, "colon", *"nowhere", "enter")
        assert "a page (12, +3)" in shown_text(app)
        await press(pilot, "ctrl+o")
        await press(pilot, "ctrl+o")
        assert anchor(app) == Place(5, 0)


async def test_the_mouse_turns_pages_and_the_wheel_rests(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.widgets.page._WHEEL_REST", 60)  # however slow the machine is
    async with app.run_test(size=(80, 24)) as pilot:
        reading = screen_of(app).reading
        await pilot.click(PageView, offset=(70, 18))
        await pilot.pause()
        assert reading.page_index == 1
        await pilot.click(PageView, offset=(2, 18))
        await pilot.pause()
        assert reading.page_index == 0
        await pilot._post_mouse_events(_wheel_events(), PageView, offset=(10, 10))
        await pilot.pause()
        assert reading.page_index == 1, "a flick of the wheel turns one page"


def _wheel_events() -> list[type]:
    from textual.events import MouseScrollDown

    return [MouseScrollDown] * 6


async def test_the_panel_of_bookmarks_jumps_and_deletes(app: ReaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "right_square_bracket", "m")
        await until_shown(pilot, "Marked")
        await press(pilot, "g", "left_square_bracket", "left_square_bracket")
        assert anchor(app).chapter == 1
        await press(pilot, "apostrophe", "enter")
        assert anchor(app).chapter == 3
        await press(pilot, "apostrophe", "d")
        await until_shown(pilot, "No marks yet")
        assert not workspace.bookmarks(SAMPLE)
        await press(pilot, "escape")
        assert not app.screen.query(SidePanel)


async def test_contents_lead_to_a_chapter(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "t")
        assert "The Ledger" in shown_text(app)
        await press(pilot, "j", "j", "j", "enter")
        assert anchor(app) == Place(4, 0)
        await press(pilot, "t", "t")
        assert not app.screen.query(SidePanel), "its own key closes it"


async def test_opening_and_closing_the_panel_keeps_the_place(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right_square_bracket", "space", "space")
        before, page = anchor(app), screen_of(app).reading.page
        await press(pilot, "t")
        assert screen_of(app).reading.style.measure < 66
        await press(pilot, "escape")
        assert (anchor(app), screen_of(app).reading.page) == (before, page)


async def test_a_tag_of_the_work_filters_the_library(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "T", "enter")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await until(pilot, lambda: "+" in shown_text(app).splitlines()[-2])


async def test_words_are_found_and_the_way_back_kept(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"jose", "enter")
        assert "José" in shown_text(app)
        assert "matches" in shown_text(app)
        first = anchor(app)
        await press(pilot, "n")
        assert anchor(app) != first
        await press(pilot, "N")
        assert screen_of(app).reading.page.start <= first.offset
        await press(pilot, "slash")
        await press(pilot, "escape")
        await press(pilot, "escape")
        assert not screen_of(app).work.search.words


async def test_notes_are_hidden_without_a_move(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Summary" in shown_text(app)
        before = anchor(app)
        await press(pilot, "x", "x")
        assert "Summary" not in shown_text(app)
        assert anchor(app) == before


async def test_the_measure_changes_and_comes_back(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        reading = screen_of(app).reading
        await press(pilot, "plus", "plus")
        assert reading.style.measure == 74
        await press(pilot, "minus")
        assert reading.style.measure == 70
        await press(pilot, "equals_sign")
        assert reading.style.measure == 66


async def test_the_theme_of_the_settings_looks_as_if_changed_to(workspace: Workspace) -> None:
    looks = []
    assert workspace.catalogue.entry(SAMPLE)
    for name in ("light", "dark"):
        workspace.remember_setting("theme", name)
        app = ReaderApp(workspace, SAMPLE)
        async with app.run_test() as pilot:
            workspace.remember_setting("theme", "light")
            app.themes.show()
            await pilot.pause()
            looks.append(app.screen._compositor.render_strips(app.size))
    assert looks[0] == looks[1]


async def test_themes_go_round_and_the_chosen_one_is_remembered(app: ReaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        seen = [app.theme]
        for _ in THEME_NAMES[1:]:
            await press(pilot, "c")
            seen.append(app.theme)
        assert sorted(seen) == sorted(THEME_NAMES)
        assert workspace.settings.theme == seen[-1]


async def test_help_names_the_keys_of_the_screen(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 50)) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert "Next chapter" in shown_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReadingScreen)


async def test_leaving_goes_to_the_library_and_back_into_the_work(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "right_square_bracket")
        await press(pilot, "q")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert anchor(app).chapter == 4
        await press(pilot, "q")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await press(pilot, "q")
        await until(pilot, lambda: bool(app._exit))


async def test_the_place_is_saved_by_itself(app: ReaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "right_square_bracket")
        await until(pilot, workspace.folders.state.exists)
        await until(pilot, lambda: "chapter = 5" in workspace.folders.state.read_text(encoding="utf-8"))
        await until(pilot, lambda: workspace.catalogue.last_read_id() == SAMPLE)


async def test_the_end_of_a_complete_work_finishes_it(app: ReaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: workspace.store.work(SAMPLE).status is not None)
        status = workspace.store.work(SAMPLE).status
        assert status
        assert status.value == "reading"
        await press(pilot, "end")
        status = workspace.store.work(SAMPLE).status
        assert status
        assert status.value == "finished"


async def test_commands_wait_until_their_screen_is_there(app: ReaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.check_action("find_text", ())
        for screen in (ReadingScreen(workspace, SAMPLE), LibraryScreen(workspace)):
            assert not screen.check_action("leave", ())


async def test_what_is_said_is_not_dim_where_quiet_lines_are(app: ReaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        workspace.settings = workspace.settings._replace(theme="ansi")
        app.themes.show()
        await pilot.pause()
        screen_of(app).say("Marked")
        strip = screen_of(app).query_one(ProgressLine).render_line(0)
        styles = {segment.text.strip(): segment.style for segment in strip}
        assert styles["Marked"] is not None
        assert not styles["Marked"].dim
