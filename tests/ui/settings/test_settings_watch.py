"""Settings that an editor changes while the app runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.sample_screen import screen_of
from tests.ui.waiting import until

import reader.ui.settings.watch
from reader.ui.screens.library import LibraryScreen
from reader.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.ui.app import ReaderApp
    from reader.workspace import Workspace


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader.ui.settings.watch, "_LOOK_EVERY", 0.02)


def told(pilot: Pilot[int]) -> str:
    return " ".join(str(banner.render()) for banner in pilot.app.screen.query(Banner))


async def test_page_theme_and_keys_follow_the_file(app: ReaderApp) -> None:
    file = app.workspace.folders.settings
    async with app.run_test(size=(80, 24)) as pilot:
        reading = screen_of(app).reading
        first = reading.page.start
        file.write_text('measure = 40\ntheme = "sepia"\n[keys]\nnext-page = ["f"]\n', encoding="utf-8")
        await until(pilot, lambda: app.theme == "sepia")
        assert reading.style.measure == 40
        await pilot.press("f")
        assert reading.page.start > first
        file.write_text("measure = 40\n", encoding="utf-8")
        await until(pilot, lambda: app.theme == "dark")
        assert app.workspace.settings.keys == {}


async def test_what_is_wrong_is_told_for_as_long_as_it_is(app: ReaderApp) -> None:
    file = app.workspace.folders.settings
    async with app.run_test(size=(80, 24)) as pilot:
        file.write_text(
            "mesure = 40\nmeasure = 44\nnotes = 3\n[keys]\nundo = ['shift+a']\n", encoding="utf-8"
        )
        await until(pilot, lambda: "line 1, column 1" in told(pilot))
        assert "and 2 more" in told(pilot)
        assert app.workspace.settings.measure == 44
        file.write_text("measure = 'broken", encoding="utf-8")
        await until(pilot, lambda: "not valid TOML" in told(pilot))
        assert app.workspace.settings.measure == 44
        file.write_text("measure = 45\n", encoding="utf-8")
        await until(pilot, lambda: told(pilot) == "")
        assert app.workspace.settings.measure == 45


async def test_a_theme_of_ones_own_follows_its_file(app: ReaderApp) -> None:
    folders = app.workspace.folders
    (folders.config / "themes").mkdir()
    theme = folders.config / "themes" / "plum.toml"
    theme.write_text('paper = "#2b1d2e"\n', encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        folders.settings.write_text('theme = "plum"\n', encoding="utf-8")
        await until(pilot, lambda: app.current_theme.background == "#2b1d2e")
        theme.write_text('paper = "#fff8ff"\nink = "black"\n', encoding="utf-8")
        await until(pilot, lambda: app.current_theme.background == "#fff8ff")
        assert not app.current_theme.dark
        assert "plum.toml, line 2, column 7: ink must be a colour" in told(pilot)
        await pilot.press("c")
        assert app.workspace.settings.theme == "dark"
        await pilot.press("C")
        assert app.workspace.settings.theme == "plum"


async def test_the_library_follows_too(workspace: Workspace) -> None:
    from reader.ui.app import ReaderApp

    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        library = app.screen
        assert isinstance(library, LibraryScreen)
        await until(pilot, lambda: bool(library.model.entries))
        workspace.folders.settings.write_text(
            'sort = "title"\nlist_view = "blurbs"\nhide = ["title:salt"]\nhidden_works = "remove"\n',
            encoding="utf-8",
        )
        await until(pilot, lambda: library.has_class("-blurbs"))
        assert library.model.order.value == "title"
        assert library.model.hidden == 1
