"""Keys and clicks that come before the screen has caught up with the ones before them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.ui.sample_screen import SAMPLE
from tests.ui.waiting import until_shown
from textual import events
from textual.geometry import Size
from textual.widgets import Input

from reader.ui.app import ReaderApp
from reader.ui.panel.panels import Panel
from reader.ui.panel.rows import Row
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.palette import Palette
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.panel_list import PanelList
from reader.ui.widgets.side_panel import SidePanel
from reader.ui.widgets.tag_pane import TagPane
from reader.ui.widgets.tag_sidebar import TagSidebar

if TYPE_CHECKING:
    from reader.workspace import Workspace


async def test_a_panel_opened_and_closed_from_two_sides_at_once(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        desk, panel = screen.query_one("#desk"), screen.work.panel
        await panel.toggle(Panel.CONTENTS, desk)
        await asyncio.gather(
            panel.close(), panel.toggle(Panel.TAGS, desk), panel.toggle(Panel.BOOKMARKS, desk)
        )
        assert screen.query_one(SidePanel).panel is Panel.BOOKMARKS
        await asyncio.gather(panel.close(), panel.close(), panel.toggle(Panel.CONTENTS, desk), panel.close())
        assert not screen.query(SidePanel)


async def test_a_panel_is_paged_before_it_is_laid_out(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        rows = PanelList()
        app.screen.mount(rows)
        rows.show(Panel.CONTENTS, [Row("One", key="1"), Row("Two", key="2")], "2")
        rows.action_next_rows()
        rows.action_previous_rows()


async def test_help_is_closed_once(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        shown = app.screen
        assert isinstance(shown, HelpScreen)
        await shown.action_close_help()
        await shown.action_close_help()
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_a_click_on_a_row_of_the_panel_that_is_gone_is_nothing(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        rows = app.screen.query_one(PanelList)
        rows.post_message(events.Click(rows, 1, 200, 0, 0, 1, False, False, False, 1, 1, None))
        await pilot.pause()
        assert rows.cursor == 0
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.query(SidePanel)


async def test_the_palette_closes_once_and_takes_keys_before_and_after_it_is_there(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.action_do_anywhere("show-palette")
        palette = app.screen
        assert isinstance(palette, Palette)
        palette.action_next_results()
        palette.on_key(events.Key("x", "x"))
        await pilot.pause()
        assert palette.query_one(Input).value == "x"
        palette.action_close_palette()
        palette.action_close_palette()
        palette.action_next_result()
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_a_click_far_outside_closes_the_palette(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.click(offset=(1, 23))
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_the_word_that_the_terminal_is_too_small_never_stays(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(30, 8)
        await pilot.press("ctrl+p")
        await pilot.resize_terminal(20, 5)
        await pilot.resize_terminal(80, 24)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)

        await pilot.resize_terminal(30, 8)
        await app.leave_reading()
        await pilot.resize_terminal(80, 24)
        await app.open_work(SAMPLE)
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_a_work_is_opened_and_left_once(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await asyncio.gather(app.leave_reading(), app.leave_reading())
        await asyncio.gather(app.open_work(SAMPLE), app.open_work(SAMPLE))
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        await asyncio.gather(app.leave_reading(), app.open_work(SAMPLE))
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_help_may_be_closed_before_it_is_there(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.action_do_anywhere("show-help")
        shown = app.screen
        assert isinstance(shown, HelpScreen)
        shown.action_next_row()
        await shown.action_find_in_help()
        await shown.action_close_help()
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press("question_mark")
        assert app.focused is None


async def test_two_sizes_on_their_way_at_once_do_not_chase_each_other(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        laid_out: list[object] = []
        app.screen.screen_layout_refresh_signal.subscribe(app.screen, laid_out.append, immediate=True)
        with app.batch_update():
            for size in (Size(60, 12), Size(80, 24)):
                app.screen.post_message(events.Resize(size, size))
            await asyncio.wait_for(pilot.pause(0.2), 5)
        assert len(laid_out) < 5
        assert app.screen.size == Size(80, 24)


async def test_what_still_comes_for_a_screen_that_was_left_is_let_go(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        left = app.screen
        assert isinstance(left, ReadingScreen)
        await app.leave_reading()
        await pilot.pause()
        left.action_do("widen-measure")
        left.action_do("next-page")
        left.say("nobody is there to hear")
        assert left.check_action("do", ()) is False


async def test_tags_that_are_counted_when_the_library_goes_are_let_go(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        await until_shown(pilot, "The Salt Road")
        library = app.screen
        assert isinstance(library, LibraryScreen)
        pane = library.query_one(TagPane)
        await pane.query_one(TagSidebar).remove()
        await pane.show_counted((), library.model)
