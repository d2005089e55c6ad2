"""The panel of the page's look: every row changes the page at once and is remembered."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ui.sample_screen import SAMPLE, press, screen_of
from tests.ui.waiting import until
from textual.events import Key

from reader.settings import Settings, read_settings, taken
from reader.ui.app import ReaderApp
from reader.ui.page.geometry import fit
from reader.ui.page.look_rows import LOOK_ROWS, LookRow, Value
from reader.ui.page.style import VIEW_KEYS, page_style, wishes, with_view
from reader.ui.screens.reading import ReadingScreen
from reader.ui.settings import saver
from reader.ui.widgets.look_panel import LookPanel
from reader.ui.widgets.page import PageView

if TYPE_CHECKING:
    from reader.workspace import Workspace


def panel_lines(app: ReaderApp) -> list[str]:
    panel = app.screen.query_one(LookPanel)
    return ["".join(segment.text for segment in panel.render_line(y)) for y in range(panel.size.height)]


def having(row: LookRow, value: Value) -> Settings:
    return Settings()._replace(**{row.key: value})  # type: ignore[arg-type]  # as the row has it


def written(workspace: Workspace) -> Settings:
    return read_settings(workspace.folders.settings)[0]


@given(st.sampled_from(LOOK_ROWS), st.data())
def test_whatever_is_stepped_to_may_be_so_and_steps_lead_back(row: LookRow, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from(row.values))
    steps = data.draw(st.integers(-5, 5))
    settings = having(row, value)

    stepped = row.stepped(settings, steps)

    assert taken(row.key, stepped) == stepped
    back = row.stepped(having(row, stepped), -steps)
    assert back == value or (not row.round and stepped in (row.values[0], row.values[-1]))
    assert row.words(settings)


@pytest.mark.parametrize(
    ("measure", "up", "down"), [(66, 68, 64), (67, 68, 66), (160, 160, 158), (20, 22, 20)]
)
def test_numbers_go_to_the_next_one_that_is_offered_and_end(measure: int, up: int, down: int) -> None:
    row = next(row for row in LOOK_ROWS if row.key == "measure")
    settings = Settings(measure=measure)
    assert (row.stepped(settings, 1), row.stepped(settings, -1)) == (up, down)


@given(
    st.dictionaries(
        st.sampled_from(VIEW_KEYS) | st.text(max_size=9), st.integers() | st.text() | st.booleans()
    )
)
def test_a_works_own_settings_however_wrong_are_never_more_than_its_look(view: dict[str, object]) -> None:
    settings = with_view(Settings(), view)

    page_style(settings, "en", fit(wishes(settings), 80, 24))
    assert settings._replace(**{key: getattr(Settings(), key) for key in VIEW_KEYS}) == Settings()


async def test_every_row_changes_the_page_at_once_and_is_remembered(
    app: ReaderApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(130, 40)) as pilot:
        await press(pilot, "space", "space", "D")
        screen = screen_of(app)
        anchor = screen.reading.anchor
        for row in LOOK_ROWS:
            before = workspace.settings
            await press(pilot, "right")
            now = workspace.settings
            assert getattr(now, row.key) == row.stepped(before, 1) != getattr(before, row.key)
            page = screen.query_one(PageView).size
            geometry = fit(wishes(now), page.width, page.height)
            assert screen.work.area.geometry == geometry
            assert screen.reading.style == page_style(now, screen.reading.style.language, geometry)
            assert anchor in [screen.reading.place(p) for p in range(*page_of(screen))]
            assert any(row.words(now) in line for line in panel_lines(app))
            await press(pilot, "down")
        assert screen.reading.anchor == anchor
        assert app.theme == "light-over-terminal"
        await press(pilot, "escape")
        assert not app.screen.query(LookPanel)
        await until(pilot, lambda: written(workspace) == workspace.settings)
        assert workspace.settings != Settings()


def page_of(screen: ReadingScreen) -> tuple[int, int]:
    page = screen.reading.page
    return page.start, page.end + 1


async def test_a_row_goes_back_and_to_what_it_was_made(app: ReaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "D", "j", "j", "l", "l", "h")
        assert workspace.settings.measure == 68
        assert any("‹ 68 cells ›" in line for line in panel_lines(app))
        await press(pilot, "equals_sign")
        assert workspace.settings == Settings()


async def test_a_work_with_its_own_look_is_reset_to_that_of_all(app: ReaderApp, workspace: Workspace) -> None:
    workspace.settings = workspace.settings._replace(measure=60, theme="light")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "D", "w", "equals_sign", "j", "j", "l", "l")
        assert screen_of(app).reading.style.measure == 64
        await press(pilot, "equals_sign")
        assert screen_of(app).reading.style.measure == 60
        await press(pilot, "w", "escape", "equals_sign")
        assert workspace.settings == Settings()
        app.saver.now()
        assert workspace.folders.settings.read_text(encoding="utf-8").split() == [
            *("theme", "=", '"dark"'),
            *("measure", "=", "66"),
        ]


async def test_a_burst_of_changes_is_written_once(
    app: ReaderApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes = []
    monkeypatch.setattr(saver, "save_settings", lambda _, changes, __: writes.append(dict(changes)))
    monkeypatch.setattr(saver, "_REST", 60.0)  # the keys never rest, however slow the machine
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "D", "j", "j", *["l"] * 6, "j", "l", "D")
        await until(pilot, lambda: bool(writes))
    assert writes == [{"measure": 78, "margin_cells": 3}]


async def test_a_file_that_cannot_be_written_is_said_and_the_look_stays(
    app: ReaderApp, workspace: Workspace
) -> None:
    workspace.folders.settings.mkdir()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "D", "j", "j", "l", "escape")
        await until(pilot, lambda: bool(app._notifications))
        assert "config.toml" in next(iter(app._notifications)).message
        assert workspace.settings.measure == 68


async def test_one_work_has_a_look_of_its_own_until_it_has_that_of_all(
    app: ReaderApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "D", "j", "j", "w", "h", "h")
        assert "this work only" in panel_lines(app)[0]
        assert workspace.settings == Settings()
        assert screen_of(app).reading.style.measure == 62
        await press(pilot, "w")
        assert screen_of(app).reading.style.measure == 66
        assert "all works" in panel_lines(app)[0]
        await press(pilot, "w", "escape", "x", "minus")
        app.saver.now()
    assert workspace.settings == Settings()

    again = ReaderApp(workspace, SAMPLE)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        style = screen_of(again).reading.style
        assert (style.measure, style.notes) == (58, "folded")
        await press(pilot, "equals_sign", "D", "w", "escape")
        assert workspace.store.work(SAMPLE).settings_here == {}
        assert screen_of(again).reading.style.notes == "shown"


async def test_the_mouse_chooses_and_changes(app: ReaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "D")
        await pilot.click(LookPanel, offset=(3, 3))
        assert workspace.settings == Settings()
        await pilot.click(LookPanel, offset=(22, 3))
        await pilot.click(LookPanel, offset=(22, 3))
        assert workspace.settings.measure == 70
        await pilot.click(LookPanel, offset=(17, 3))
        assert workspace.settings.measure == 68
        await pilot.click(LookPanel, offset=(62, 1))
        assert workspace.settings.setting == "ragged"
        await pilot.click(LookPanel, offset=(62, 7))
        await pilot.click(LookPanel, offset=(3, 0))
        assert workspace.settings == Settings(measure=68, setting="ragged")


@pytest.mark.parametrize(("size", "least"), [((80, 24), 12), ((60, 24), 10), ((40, 10), 3), ((200, 60), 50)])
async def test_the_page_can_be_read_beside_it(app: ReaderApp, size: tuple[int, int], least: int) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "D")
        page, panel = app.screen.query_one(PageView).region, app.screen.query_one(LookPanel).region
        assert not page.overlaps(panel)
        assert screen_of(app).reading.style.height >= least
        for row in LOOK_ROWS:
            shown = panel_lines(app)
            assert all(len(line) == panel.width for line in shown)
            assert any(row.name in line and "‹" in line for line in shown)
            app.screen.query_one(LookPanel).action_next_row()


async def test_it_comes_in_place_of_another_panel_and_goes_for_one(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "D")
        assert app.screen.query(LookPanel)
        assert not app.screen.query("SidePanel")
        await press(pilot, "t")
        assert not app.screen.query(LookPanel)
        assert app.screen.query("SidePanel")


async def test_hasty_keys_do_no_harm(app: ReaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for key in [
            "D",
            "D",
            "D",
            "l",
            "t",
            "D",
            "escape",
            "D",
            "w",
            "w",
            "D",
            "D",
            "l",
            "slash",
            "escape",
            "D",
        ]:
            app.screen.post_message(Key(key, key if len(key) == 1 else None))
        handled = asyncio.Event()
        app.screen.call_after_refresh(handled.set)
        await handled.wait()
        await press(pilot, "escape", "escape", "q")
        await until(pilot, lambda: not isinstance(app.screen, ReadingScreen))
