"""Nothing but the page on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.library_entries import shown_lines, shown_text
from tests.ui.sample_screen import SAMPLE, screen_of
from tests.ui.waiting import until, until_shown

from reader.ui.app import ReaderApp
from reader.ui.widgets.page import PageView
from reader.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.workspace import Workspace


def hush(app: ReaderApp) -> None:
    """As when the moment for which something is said is over."""
    app.screen.query_one(ProgressLine)._hush()


async def test_the_page_has_the_whole_screen_and_the_place_stays(workspace: Workspace) -> None:
    app = ReaderApp(workspace, SAMPLE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right_square_bracket", "space")
        screen = screen_of(app)
        before, height = screen.reading.anchor, screen.reading.style.height
        await pilot.press("z")
        await until_shown(pilot, "z brings the lines back")
        assert screen.query_one(PageView).size.height == 24
        assert screen.reading.style.height == height + 2
        assert screen.reading.anchor == before
        hush(app)
        await pilot.pause()
        assert "The Salt Road" not in shown_lines(app)[0]
        assert "page" not in shown_lines(app)[-1]
        await pilot.press("z")
        await until_shown(pilot, "The Salt Road")
        assert (screen.reading.anchor, screen.reading.style.height) == (before, height)


async def test_what_is_said_and_asked_is_seen_and_moves_nothing(workspace: Workspace) -> None:
    app = ReaderApp(workspace, SAMPLE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("z", "m")
        await until_shown(pilot, "Marked")
        hush(app)
        await pilot.press("colon", *"nowhere")
        await pilot.pause()
        assert "nowhere" in shown_lines(app)[-1]
        await pilot.press("enter")
        await until_shown(pilot, "Type a page")
        await pilot.press("slash", *"jose", "enter")
        await until_shown(pilot, "matches of “jose”")
        assert screen_of(app).query_one(PageView).size.height == 24


async def test_escape_leaves_the_innermost_first(workspace: Workspace) -> None:
    app = ReaderApp(workspace, SAMPLE)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("z", "slash", *"jose", "enter", "t", "slash")
        left: list[Callable[[], bool]] = [
            lambda: screen.focused is None or screen.focused.id != "prompt",
            lambda: not screen.query("#side-panel"),
            lambda: not screen.work.search.words,
            lambda: not screen.work.only_page.is_on,
        ]
        for number, holds in enumerate(left):
            assert not [later for later in left[number:] if later()]
            await pilot.press("escape")
            await until(pilot, holds)


async def test_works_open_so_where_the_settings_say_so(workspace: Workspace) -> None:
    workspace.remember_setting("only_page", True)
    app = ReaderApp(workspace, SAMPLE)
    async with app.run_test(size=(80, 24)) as pilot:
        assert screen_of(app).query_one(PageView).size.height == 24
        await pilot.press("right_square_bracket")
        assert "Chapter 2 of" not in shown_text(app)
        await pilot.press("escape")
        await until_shown(pilot, "Chapter 2 of")
