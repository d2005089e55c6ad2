"""A work that changes, or goes, while it is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from tests.formats.ao3_page import Page, PageChapter, render

from reader.folders import find_folders
from reader.ui.app import ReaderApp
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reading import ReadingScreen
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WORK = "ao3:1234567"


def chapters(count: int) -> tuple[PageChapter, ...]:
    return tuple(
        PageChapter(
            "".join(f"<p>In part {n} the tide left mark {n * 100 + k} on the stairs.</p>" for k in range(40))
        )
        for n in range(1, count + 1)
    )


PAGE = Page(chapters(4), updated="2024-02-01", total="?")
LONGER = replace(
    PAGE,
    chapters=(PageChapter("<p>A chapter that was not there before, and is not short.</p>" * 9), *chapters(6)),
    updated="2024-03-01",
    notes="<p>Thanks to everyone who wrote to me.</p>" * 30,
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "work.html"
    file.write_bytes(render(PAGE))
    with_workspace(tmp_path / "data", lambda workspace: list(workspace.add([file])))
    return tmp_path / "data"


def with_workspace(data: Path, do: Callable[[Workspace], object]) -> None:
    """What another program does to the same library."""
    other = Workspace(find_folders(data))
    do(other)
    other.close()


@pytest.fixture
def app(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReaderApp]:
    """The app with a work open, which looks for another version of it only when it is told to."""
    monkeypatch.setattr("reader.ui.reading.text_versions._LOOK_EVERY", 3600)
    workspace = Workspace(find_folders(data))
    yield ReaderApp(workspace, WORK)
    workspace.close()


def first_words(app: ReaderApp) -> str:
    assert isinstance(app.screen, ReadingScreen)
    reading = app.screen.reading
    return reading.chapter(reading.anchor.chapter).text[reading.anchor.offset :][:60]


async def test_an_update_is_shown_at_the_same_words(app: ReaderApp, data: Path, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right_square_bracket", "right_square_bracket", "space")
        before = first_words(app)
        newer = tmp_path / "newer.html"
        newer.write_bytes(render(LONGER))
        with_workspace(data, lambda workspace: list(workspace.add([newer])))
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await screen.versions.look()

        assert first_words(app) == before
        assert (screen.reading.anchor.chapter, screen.reading.chapter_count) == (4, 7)
        await pilot.press("end")
        assert "In part 6" in first_words(app)


async def test_a_work_that_is_taken_away_is_left(app: ReaderApp, data: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        with_workspace(data, lambda workspace: workspace.remove(WORK))
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await pilot.press("end", "m", "right_square_bracket", "t", "t", "x", "b")
        assert app.screen is screen, "what can't be shown says so, and nothing falls over"
        screen.call_later(cast("ReadingScreen", screen).versions.look)
        await pilot.pause()
        await pilot.pause()

        assert isinstance(app.screen, LibraryScreen)


async def test_a_place_in_a_work_that_is_gone_is_not_kept(app: ReaderApp, data: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right_square_bracket", "space")
        assert isinstance(app.screen, ReadingScreen)
        kept = app.workspace.store.work(WORK).position
        with_workspace(data, lambda workspace: workspace.remove(WORK))
        await pilot.press("end", "b")

        assert app.workspace.store.work(WORK).position == kept
