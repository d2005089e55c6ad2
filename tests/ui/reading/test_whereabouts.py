"""Where the reader is and how long the rest takes, by a clock that the tests move."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.ui.library_entries import shown_text
from tests.ui.sample_screen import press
from tests.ui.waiting import until

from reader.folders import find_folders
from reader.reading.durations import duration
from reader.reading.story_words import StoryWords
from reader.ui.app import ReaderApp
from reader.ui.page.clock import PageClock
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.progress_line import ProgressLine
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.reading.reading import Reading
    from reader.state.tallies import Tally

PARAGRAPH = "She lit it again, and again it went out; the ropes had begun to sing in the wind from the sea."


class Clock:
    """Seconds and a day. They stand until they are moved."""

    def __init__(self) -> None:
        self.seconds = 5000.0
        self.day = date(2026, 11, 21)

    def goes_on(self, seconds: float) -> None:
        self.seconds += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(PageClock, "now", staticmethod(lambda: clock.seconds))
    monkeypatch.setattr(PageClock, "today", staticmethod(lambda: clock.day))
    return clock


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """One work of nine chapters of 1,900 words."""
    file = tmp_path / "lamp.txt"
    chapters = (f"Chapter {n}: The Lamp {n}\n\n" + f"{PARAGRAPH}\n\n" * 100 for n in range(1, 10))
    file.write_text("".join(chapters), encoding="utf-8")
    workspace = Workspace(find_folders(tmp_path / "data"))
    assert list(workspace.add([file]))
    yield workspace
    workspace.close()


@pytest.fixture
def app(workspace: Workspace) -> ReaderApp:
    (entry,) = workspace.catalogue.entries()
    return ReaderApp(workspace, entry.info.id)


def time_kept(workspace: Workspace) -> Tally:
    (entry,) = workspace.catalogue.entries()
    return {day: {"here": sum(c.values())} for day, c in workspace.store.work(entry.info.id).time.items()}


def reading_of(app: ReaderApp) -> Reading:
    screen = app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    return screen.reading


def last_row(app: ReaderApp) -> str:
    return shown_text(app).splitlines()[-1]


def hours_left(reading: Reading, a_minute: float) -> str:
    """How long the work still takes, as the line says it."""
    words = StoryWords(reading)
    return duration(words.left(words.on_page())[1] / a_minute)


async def test_minutes_are_left_at_the_usual_pace_until_the_readers_own_is_measured(
    app: ReaderApp, clock: Clock
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        reading = reading_of(app)
        assert hours_left(reading, 240).startswith("1 h")
        assert f" left in chapter · {hours_left(reading, 240)} in work" in last_row(app)
        for _ in range(8):
            clock.goes_on(60 * StoryWords(reading).on_page().story / 120)  # half as fast
            await press(pilot, "space")
        read = StoryWords(reading).on_page().start
        assert read > 2000
        own = (read + 2000) / (read / 120 + 2000 / 240)
        assert f"{hours_left(reading, own)} in work" in last_row(app)


async def test_two_pages_have_both_their_numbers(app: ReaderApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        await press(pilot, "space")
        assert "pages 3–4 of" in last_row(app)


async def test_time_is_in_the_state_by_day_and_only_while_somebody_looks(
    app: ReaderApp, clock: Clock, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "space")  # on from the title
        clock.goes_on(40)
        await press(pilot, "space")
        clock.goes_on(20)
        await press(pilot, "question_mark")  # the help covers the page
        clock.goes_on(300)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await pilot.pause()
        clock.goes_on(10)
        app.saver.now()
        assert time_kept(workspace) == {"2026-11-21": {"here": 70}}
        clock.day = date(2026, 11, 22)
        clock.goes_on(5)
        app.app_focus = False
        clock.goes_on(500)
        app.app_focus = True
        clock.goes_on(7)
        await press(pilot, "q")
        assert time_kept(workspace) == {"2026-11-21": {"here": 70}, "2026-11-22": {"here": 12}}
        clock.goes_on(900)  # in the library
        app.saver.now()
    assert sum(day["here"] for day in time_kept(workspace).values()) == 82


async def test_a_suspended_program_counts_no_time(app: ReaderApp, clock: Clock, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "space")
        clock.goes_on(10)
        app.app_suspend_signal.publish(app)  # as ctrl+z does
        clock.goes_on(100)
        app.app_resume_signal.publish(app)
        clock.goes_on(5)
        await press(pilot, "ctrl+q")
    assert time_kept(workspace) == {"2026-11-21": {"here": 15}}


async def test_works_read_one_after_the_other_have_their_own_time(
    app: ReaderApp, clock: Clock, workspace: Workspace
) -> None:
    first = app._target
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "space")
        clock.goes_on(10)
        await press(pilot, "q")
        await until(pilot, lambda: not isinstance(app.screen, ReadingScreen))
        clock.goes_on(100)
        await app.open_work(str(first))
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await pilot.pause()
        clock.goes_on(7)
        app.saver.now()
        assert time_kept(workspace) == {"2026-11-21": {"here": 17}}


async def test_a_night_on_one_page_is_no_night_of_reading(
    app: ReaderApp, clock: Clock, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        clock.goes_on(8 * 3600)
        await press(pilot, "space")
        await press(pilot, "ctrl+q")
    (kept,) = time_kept(workspace).values()
    assert 0 < kept["here"] < 300
    assert workspace.store.pace.words == {}


async def test_the_pace_is_kept_for_all_works(app: ReaderApp, clock: Clock, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "space")  # on from the title
        for _ in range(5):
            clock.goes_on(60)
            await press(pilot, "space")
        await press(pilot, "ctrl+q")
    (words,) = workspace.store.pace.words["2026-11-21"].values()
    (seconds,) = workspace.store.pace.seconds["2026-11-21"].values()
    assert seconds == 300
    assert 500 < words < 2500


@pytest.mark.parametrize(
    ("width", "words"), [(100, "page 1 of"), (80, " in work"), (60, "left in chapter"), (40, "page 1 of")]
)
async def test_the_line_says_less_where_there_is_less_room(app: ReaderApp, width: int, words: str) -> None:
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        assert words in last_row(app)
        assert last_row(app).endswith("0 % ")
        assert len(set("─┬━┯") & set(last_row(app))) >= 2


async def test_chapters_are_on_the_bar_to_be_seen_named_and_clicked(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        row = last_row(app)
        assert row.count("┬") + row.count("┯") >= 4
        fourth = [x for x, letter in enumerate(row) if letter in "┬┯"][2]
        line = app.screen.query_one(ProgressLine)
        number = line._ticks.cells[fourth - line._bar_start]
        await pilot.hover(ProgressLine, offset=(fourth, 0))
        await pilot.pause()
        assert f"Chapter {number} · The Lamp {number}" in last_row(app)
        assert last_row(app)[line._bar_start :] == row[line._bar_start :]  # nothing moves under the mouse
        await pilot.click(ProgressLine, offset=(fourth, 0))
        await pilot.pause()
        assert reading_of(app).anchor.chapter == number
        assert reading_of(app).page_index == 0
        await pilot.hover("#page")
        await pilot.pause()
        assert "page 1 of" in last_row(app) or "p 1/" in last_row(app)
