"""Marking the page shown, with a note and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.sample_screen import SAMPLE, press, screen_of
from tests.ui.waiting import until, until_shown

from reader.ui.app import ReaderApp
from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from reader.workspace import Workspace


def notes(workspace: Workspace) -> list[str]:
    return [mark.bookmark.note for mark in workspace.bookmarks(SAMPLE)]


async def test_a_mark_is_on_disk_when_it_is_said_and_can_be_undone(
    app: ReaderApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "right_square_bracket", "m")
        await until_shown(pilot, "Marked")
        assert "bookmarks" in workspace.folders.state.read_text(encoding="utf-8")
        assert len(workspace.bookmarks(SAMPLE)) == 1
        await press(pilot, "m")
        await until(pilot, lambda: not workspace.bookmarks(SAMPLE))
        await press(pilot, "u")
        await until(pilot, lambda: len(workspace.bookmarks(SAMPLE)) == 1)


async def test_a_note_is_kept_with_its_mark(app: ReaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "M", *"why", "enter")
        await until(pilot, lambda: notes(workspace) == ["why"])


async def test_a_note_on_a_marked_place_goes_to_its_mark(app: ReaderApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m")
        await until_shown(pilot, "Marked")
        await press(pilot, "M", *"why", "ctrl+s")
        await until(pilot, lambda: notes(workspace) == ["why"])
        await press(pilot, "M", *" not", "ctrl+s")
        await until(pilot, lambda: notes(workspace) == ["why not"])


async def test_a_note_on_a_place_within_a_marked_passage_marks_the_place(
    app: ReaderApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v", "enter")
        await until_shown(pilot, "Passage marked")
        await press(pilot, "M", *"why", "enter")
        await until(pilot, lambda: sorted(notes(workspace)) == ["", "why"])


@pytest.mark.parametrize("keys", [("M",), ("v", "M")])
async def test_words_typed_for_a_note_that_cannot_be_kept_are_no_keys(
    workspace: Workspace, keys: tuple[str, ...]
) -> None:
    state = workspace.folders.state
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text("format = 2\n", encoding="utf-8")
    workspace.store.refresh()
    app = ReaderApp(workspace, SAMPLE)
    async with app.run_test(size=(80, 24)) as pilot:
        before = screen_of(app).reading.anchor
        await press(pilot, *keys, *"]bq l")
        await until_shown(pilot, "is of format 2")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert screen_of(app).reading.anchor == before
    assert state.read_text(encoding="utf-8") == "format = 2\n"
