"""What other windows, machines and hands make of the state while the app runs is shown."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests.ui.waiting import until, until_shown

from reader.folders import find_folders
from reader.state.records import Position, new_bookmark
from reader.state.store import Store
from reader.ui.app import ReaderApp
from reader.ui.screens.reading import ReadingScreen
from reader.work.locator import make_locator
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAMPLE = "reader:sample"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReaderApp]:
    monkeypatch.setattr("reader.ui.reading.state_watching._LOOK_EVERY", 0.1)
    workspace = Workspace(find_folders(tmp_path / "data"))
    yield ReaderApp(workspace, SAMPLE)
    workspace.close()


def elsewhere(app: ReaderApp, folder: Path, *, chapter: int, progress: float, hours: int) -> None:
    """What another machine does to the sample: a place, so many hours from now, and a mark."""
    there = make_locator(app.workspace.catalogue.chapter(SAMPLE, chapter), 5)
    at = datetime.now(UTC) + timedelta(hours=hours)
    mark = new_bookmark(kind="place", start=there, now=at, text="there")
    store = Store(folder, device="kitchen-3f2a")
    place = Position(there, progress, at)
    store.change(
        SAMPLE,
        lambda work: replace(
            work, positions={**work.positions, store.device: place}, bookmarks=(*work.bookmarks, mark)
        ),
    )
    store.save()


async def test_a_hands_edit_is_shown_and_not_written_over(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "m")
        await until_shown(pilot, "1 mark")
        path = app.workspace.folders.state
        text = path.read_text(encoding="utf-8")
        head, _, tail = text.partition(f'[[works."{SAMPLE}".bookmarks]]')
        again = tail.replace(re.findall(r'id = "(.*)"', tail)[0], "b-by-hand")
        mark = f'[[works."{SAMPLE}".bookmarks]]'
        path.write_text(f"{head}{mark}{tail.rstrip()}\n\n{mark}{again}", encoding="utf-8")
        await until_shown(pilot, "2 marks")
        await pilot.press("space")
        await app.saver.saved()
        assert "b-by-hand" in path.read_text(encoding="utf-8")


async def test_a_conflict_copy_is_merged_told_of_and_its_place_offered(
    app: ReaderApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []  # for what is shown is gone after a while
    notify = app.notify

    def noted(words: str, **how: Any) -> None:
        told.append(words)
        notify(words, **how)

    monkeypatch.setattr(app, "notify", noted)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        await app.saver.saved()
        elsewhere(app, tmp_path / "other", chapter=3, progress=0.2, hours=-1)
        copy = app.workspace.folders.state.with_name("state (conflicted copy 2026-11-21 101500).toml")
        (tmp_path / "other" / "state.toml").rename(copy)
        await until_shown(pilot, "kitchen was further: chapter 3, 20 %")
        await until(pilot, lambda: any("was merged" in words for words in told))
        assert not copy.exists()
        assert app.workspace.store.work(SAMPLE).marks
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        assert screen.reading.anchor.chapter == 1
        await pilot.press("F")
        await until(pilot, lambda: screen.reading.anchor.chapter == 3)
        await pilot.press("F")
        await until_shown(pilot, "No other machine was further")
        await pilot.press("ctrl+o")
        await until(pilot, lambda: screen.reading.anchor.chapter == 1)


async def test_a_place_that_is_not_further_is_not_offered(app: ReaderApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right_square_bracket", "right_square_bracket")
        await app.saver.saved()
        elsewhere(app, tmp_path / "data", chapter=1, progress=0.01, hours=-1)
        await until(pilot, lambda: len(app.workspace.store.work(SAMPLE).positions) == 2)
        await pilot.pause(0.3)
        await until_shown(pilot, "1 mark")
        assert "was further" not in str(app.screen.query_one("#place-line").render_line(0).text)
