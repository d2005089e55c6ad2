"""Hints for the first sessions, and then none."""

from __future__ import annotations

from contextlib import closing

import pytest
from tests.ui.library_entries import shown_lines
from tests.ui.sample_screen import SAMPLE

from reader.ui.app import ReaderApp
from reader.ui.help.session_hints import library_hint, page_hint, session_number
from reader.workspace import Workspace
from reader.workspace.remembered import SESSIONS, Remembered


def test_each_of_three_sessions_has_its_hints(workspace: Workspace) -> None:
    told = []
    for _ in range(5):
        session_number.cache_clear()  # as in another process
        told.append(page_hint(workspace, 200))
        assert page_hint(workspace, 200) == told[-1]
    assert told[0].startswith("space turns pages")
    assert len({*told[:3]}) == 3
    assert told[3:] == ["", ""]
    assert Remembered(workspace.folders.remembered).number(SESSIONS) == 4
    assert not library_hint(workspace, 200)


@pytest.mark.parametrize("room", range(0, 80, 7))
def test_a_hint_fits(workspace: Workspace, room: int) -> None:
    assert len(page_hint(workspace, room)) <= room
    assert len(library_hint(workspace, room)) <= room


def test_hints_are_the_keys_in_force_and_as_many_as_are_wanted(workspace: Workspace) -> None:
    workspace.remember_setting("hints", "never")
    assert not page_hint(workspace, 200)
    assert not workspace.folders.remembered.exists()
    text = 'hints = "always"\n[keys]\nnext-page = "f5"\n'
    workspace.folders.settings.write_text(text, encoding="utf-8")
    with closing(Workspace(workspace.folders)) as other:
        assert page_hint(other, 200).startswith("f5 turns pages")


@pytest.mark.parametrize(("size", "room"), [((120, 30), True), ((80, 24), True), ((40, 12), False)])
async def test_the_line_above_the_page_has_the_hint_where_there_is_room(
    workspace: Workspace, size: tuple[int, int], room: bool
) -> None:
    app = ReaderApp(workspace, SAMPLE)
    async with app.run_test(size=size) as pilot:
        await pilot.press("space")
        await pilot.pause()
        line = shown_lines(app)[0]
        assert ("space turns pages" in line) is room
        assert "The Salt Road" in line
        assert "of 7" in line
