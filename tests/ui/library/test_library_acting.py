"""Selecting works in the list, and saying things of them: on disk before the screen says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ui.library_entries import THREE, shown_lines, shown_text
from tests.ui.series_works import workspace_of
from tests.ui.waiting import until, until_shown

from reader.folders import find_folders
from reader.ui.app import ReaderApp
from reader.ui.library.own_tags import OwnTagSuggester, typed_tags
from reader.ui.library.selection import Selection
from reader.ui.screens.library import LibraryScreen
from reader.workspace import Workspace
from reader.workspace.verdicts import is_removed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from reader.state.records import WorkState

IDS = [entry.info.id for entry in THREE]


@pytest.fixture
def app(tmp_path: Path) -> Iterator[ReaderApp]:
    workspace = workspace_of(tmp_path)
    yield ReaderApp(workspace)
    workspace.close()


def library(app: ReaderApp) -> LibraryScreen:
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


async def until_loaded(pilot: Pilot[int], app: ReaderApp) -> None:
    await until(pilot, lambda: len(library(app).model.entries) == 4)
    await pilot.press("s", "t")  # by title: High Water, Low Water, Something Else, The Lamp (as "Lamp")
    await until_shown(pilot, "sort: title")
    await pilot.press("home")


def on_disk(app: ReaderApp, work_id: str) -> WorkState:
    workspace = Workspace(find_folders(app.workspace.folders.data))
    state = workspace.store.work(work_id)
    workspace.close()
    return state


def test_a_range_follows_the_cursor_there_and_back() -> None:
    selection = Selection()
    selection.toggle(IDS[2])
    selection.begin_range(THREE, 1)
    assert selection.reach(THREE, 0)
    assert selection.ids == set(IDS)
    assert selection.reach(THREE, 1)
    assert selection.ids == {IDS[1], IDS[2]}
    selection.end_range()
    assert not selection.reach(THREE, 0)


def test_selecting_all_selects_none_when_all_are() -> None:
    selection = Selection()
    selection.toggle(IDS[0])
    selection.toggle_all(THREE[:2])
    assert selection.ids == {IDS[0], IDS[1]}
    selection.toggle_all(THREE[:2])
    assert not selection.ids
    assert not selection.clear()


@given(st.sets(st.text("abc ", min_size=1).map(str.strip).filter(bool)), st.sets(st.sampled_from("xyz")))
def test_typed_tags_are_those_meant(on: set[str], off: set[str]) -> None:
    words = ", ".join([*on, *(f"-{tag}" for tag in off)])
    wanted = {" ".join(tag.split()) for tag in on}
    assert typed_tags(words) == (frozenset(wanted), frozenset(off))


async def test_the_tag_that_is_typed_is_completed() -> None:
    suggester = OwnTagSuggester(["winter reread", "Weepy"], ["Weepy"])
    assert await suggester.get_suggestion("fluff, wi") == "fluff, winter reread"
    assert await suggester.get_suggestion("-w") == "-weepy"
    assert await suggester.get_suggestion("fluff, ") is None


async def test_the_status_of_several_is_on_disk_and_undone(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until_loaded(pilot, app)
        await pilot.press("space", "shift+down")
        await until_shown(pilot, "3 selected")
        assert shown_text(app).count("● ") == 3
        await pilot.press("m", "p")
        await until_shown(pilot, "3 works: paused")
        chosen = {entry.info.id for entry in library(app).selection.meant}
        assert {on_disk(app, work_id).status.value for work_id in chosen} == {"paused"}  # type: ignore[union-attr]  # it is there
        assert {e.info.id for e in library(app).model.entries if e.status == "paused"} == chosen
        await pilot.press("u")
        await until_shown(pilot, "undone for 3 works")
        assert {entry.status for entry in library(app).model.entries} == {"unread"}
        assert {on_disk(app, work_id).status.value for work_id in chosen} == {"unread"}  # type: ignore[union-attr]  # it is there
        await pilot.press("escape")
        await until_shown(pilot, "enter read")


async def test_without_a_selection_the_chosen_work_is_meant(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until_loaded(pilot, app)
        await pilot.press("R", "4")
        await until_shown(pilot, "“High Water”: ★★★★☆")
        await pilot.press("n", *"again!", "enter")
        await until_shown(pilot, "note kept")
        await pilot.press("plus", "plus")
        await until_shown(pilot, "read twice")
        state = on_disk(app, "ao3:2")
        assert state.rating is not None
        assert state.note is not None
        assert state.times_read is not None
        assert (state.rating.value, state.note.value, state.times_read.value) == (4, "again!", 2)
        assert "★★★★☆ · read twice · again!" in shown_text(app)


async def test_tags_are_put_on_and_taken_off(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until_loaded(pilot, app)
        await pilot.press("asterisk", "t", *"sea,tide", "enter")
        await until_shown(pilot, "4 works: +sea, +tide")
        await pilot.press("escape", "t", "minus", *"se", "right", "enter")
        await until_shown(pilot, "“High Water”: −sea")
        assert on_disk(app, "ao3:2").own_tags == ("tide",)
        assert on_disk(app, "ao3:1").own_tags == ("sea", "tide")


@pytest.mark.parametrize(("answer", "left"), [("n", 4), ("y", 2)])
async def test_removing_several_is_asked_once(app: ReaderApp, answer: str, left: int) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until_loaded(pilot, app)
        await pilot.press("v", "down", "D")
        await until_shown(pilot, "take 2 works out of the library? type y, or n to keep them")
        await pilot.press(answer)
        await until(pilot, lambda: len(library(app).model.entries) == left)
        assert f"{left} works" in shown_lines(app)[0]
        assert app.workspace.catalogue.count() == left
        if answer == "y":
            await until_shown(pilot, "2 works: taken out of the library · u brings them back")
            assert "selected" not in shown_text(app)
            await pilot.press("u")
            await until_shown(pilot, "2 works: back in the library")
            assert shown_text(app).count("Water") == 3  # two rows, and the details of the one chosen again
            assert app.workspace.catalogue.count() == 4
            assert not is_removed(on_disk(app, "ao3:1"))


async def test_a_click_on_what_can_be_done_does_it(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until_loaded(pilot, app)
        await pilot.press("space")
        await until_shown(pilot, "1 selected")
        await pilot.click(offset=(shown_lines(app)[-1].index("status"), 23))
        await until_shown(pilot, "caught up")
        row = next(at for at, line in enumerate(shown_lines(app)) if "dropped" in line)
        await pilot.click(offset=(shown_lines(app)[row].index("dropped"), row))
        await until_shown(pilot, "“High Water”: dropped")
