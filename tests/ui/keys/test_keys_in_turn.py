"""Keys that come in one go: each is handled before the next is sent on its way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.ui.waiting import until
from textual import events
from textual.app import App
from textual.widgets import Input

from reader.ui.app import ReaderApp
from reader.ui.keys.in_turn import KeysInTurn
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.page import PageView
from reader.ui.widgets.prompt import Prompt

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot
    from textual.strip import Strip


async def type_ahead(pilot: Pilot[int], keys: str) -> ReadingScreen:
    """Send all keys before the app can look at the first of them."""
    for key in keys:
        name = {"\r": "enter", "/": "slash", ":": "colon"}.get(key, key)
        pilot.app.post_message(events.Key(name, key))
    app = pilot.app
    assert isinstance(app, ReaderApp)
    arrived = asyncio.Event()
    app.call_later(arrived.set)  # it stands behind the keys
    await arrived.wait()
    await until(pilot, lambda: app._keys._sent is None and not app._keys._waiting)
    screen = app.screen
    assert isinstance(screen, ReadingScreen)
    return screen


async def test_words_typed_ahead_are_those_of_the_prompt(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await type_ahead(pilot, "/salt")
        assert screen.query_one(Prompt).value == "salt"
        screen = await type_ahead(pilot, "\r")
        assert screen.work.search.words == "salt"


async def test_what_goes_on_while_the_page_is_taken_apart_does_no_harm(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        apart = app._prune(screen)
        while screen.children:
            screen.show_page()
            await asyncio.sleep(0)
        await apart


async def test_what_follows_an_answer_is_the_pages_again(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await type_ahead(pilot, ":5\r2j:ch 3\rj")
        assert not screen.query(Prompt)
        assert screen.reading.anchor.chapter == 3
        assert screen.reading.page_index == 1
        screen = await type_ahead(pilot, ":ch 1\r:5\r2j")
        assert screen.reading.page_index == 6


async def test_digits_typed_ahead_go_to_the_prompt_and_count_for_nothing(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await type_ahead(pilot, ":12")
        assert screen.query_one(Prompt).value == "12"
        assert screen.count is None


async def test_a_key_that_is_lost_with_its_widget_holds_up_no_others() -> None:
    app: App[int] = App()
    async with app.run_test() as pilot:
        line = Input()
        await app.mount(line)
        app.screen.set_focus(line)
        keys = KeysInTurn(app)
        lost, waiting = events.Key("f5", None), events.Key("b", "b")
        assert not keys.hold(lost)
        keys.handled(lost)
        assert keys.hold(waiting)
        assert keys.hold(events.Key("c", "c"))
        await line.remove()
        await until(pilot, lambda: keys._sent is waiting)
        assert not keys.hold(waiting)


async def test_a_focus_that_is_gone_swallows_no_keys(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await type_ahead(pilot, "/")
        gone = app.screen.query_one(Prompt)
        await gone.remove()
        app.screen.set_reactive(type(app.screen).focused, gone)
        screen = await type_ahead(pilot, "j")
        assert screen.reading.page_index == 1


async def test_letters_of_a_line_hold_up_no_others(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await type_ahead(pilot, "/")
        for letter in "salt":
            key = events.Key(letter, letter)
            assert not app._keys.hold(key)
            app._keys.handled(key)
        await type_ahead(pilot, "x")
        assert app.screen.query_one(Prompt).value == "x"


async def test_of_keys_that_are_held_down_every_turn_counts_and_few_are_drawn(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 0.5)  # few, however long a slow machine takes
    drawn: list[int] = []
    draw = PageView.render_line

    def render_line(view: PageView, y: int) -> Strip:
        drawn.extend([y] * (y == 0))
        return draw(view, y)

    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(PageView, "render_line", render_line)
        screen = await type_ahead(pilot, ("j" * 30 + "k" * 20) * 4)
        turned = screen.reading.anchor
        screen.reading.go(screen.reading.chapter_start(1))
        screen.reading.turn(40)
        assert turned == screen.reading.anchor
        assert len(drawn) < 100
