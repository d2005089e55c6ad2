"""Known folders looked at when the app starts: quietly, never while someone reads, and aloud when asked."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from tests.ui.library_entries import shown_lines, shown_text
from tests.ui.updated_works import WORK, begun, put
from tests.ui.waiting import until, until_shown

from reader.ui.adding import arrivals as library_adding
from reader.ui.app import ReaderApp
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.adding import AddedList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from reader.workspace import Workspace


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_adding, "_LOOK_AFTER", 0.01)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Its known folder has an update, another work and a file that fails, of which it does not know yet."""
    workspace = begun(tmp_path)
    put(tmp_path / "shelf" / "salt.html", 6)
    put(tmp_path / "shelf" / "other.html", 1, id=2, title="The Other Road")
    (tmp_path / "shelf" / "broken.epub").write_bytes(b"PK\x03\x04 and no more")
    yield workspace
    workspace.close()


async def shown_library(pilot: Pilot[int], app: ReaderApp) -> LibraryScreen:
    await until_shown(pilot, "The Salt Road")
    await until_shown(pilot, "Tidewrack")
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


class KnownWaiting(Event):
    """An event that tells whether anybody has waited for it."""

    waited = False

    def wait(self, timeout: float | None = None) -> bool:
        self.waited = True
        return super().wait(timeout)


async def begin_to_rest(pilot: Pilot[int], library: LibraryScreen) -> None:
    """Begin a quiet look while it is to rest, and go on once it does."""
    assert not library.adding._adder._going.is_set()
    library.adding._adder._going = going = KnownWaiting()
    library.adding._adder.look_quietly()
    await until(pilot, lambda: going.waited)


async def test_what_came_is_said_in_a_quiet_line_and_listed(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until_shown(pilot, "1 work updated (2 new chapters), 1 added")
        assert "Library ·" in shown_lines(app)[0]
        assert "The Other Road" in shown_text(app)
        assert "+2" in shown_text(app)
        assert not app.screen.query(AddedList), "nobody asked for the file that fails"
        assert not app._notifications


async def test_nothing_is_looked_at_where_the_settings_say_no(workspace: Workspace) -> None:
    workspace.remember_setting("look_at_start", False)
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until_shown(pilot, "The Salt Road")
        await pilot.pause(0.1)
        await app.workers.wait_for_complete()
        assert "The Other Road" not in shown_text(app)
        await pilot.press("r")
        await until_shown(pilot, "1 added, 1 updated (2 new chapters), 1 failed")
        await until(pilot, lambda: any(added.display for added in app.screen.query(AddedList)))


async def test_who_begins_with_a_page_is_not_disturbed_until_the_library_is_shown(
    workspace: Workspace,
) -> None:
    app = ReaderApp(workspace, WORK)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("space", "space", "b")
        await pilot.pause(0.1)
        await app.workers.wait_for_complete()
        assert workspace.catalogue.count() == 1
        await pilot.press("q")
        await until_shown(pilot, "1 added")
        assert isinstance(app.screen, LibraryScreen)


async def test_the_look_rests_while_someone_reads_and_goes_on_afterwards(workspace: Workspace) -> None:
    workspace.remember_setting("look_at_start", False)
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        await until_shown(pilot, "The Salt Road")
        library = app.screen
        assert isinstance(library, LibraryScreen)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await begin_to_rest(pilot, library)
        assert workspace.catalogue.count() == 1
        await pilot.press("q")
        await until_shown(pilot, "1 added")


async def test_leaving_does_not_wait_for_a_look_that_rests(workspace: Workspace) -> None:
    workspace.remember_setting("look_at_start", False)
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30)) as pilot:
        library = await shown_library(pilot, app)
        library.adding.rest()
        await begin_to_rest(pilot, library)
        await pilot.press("ctrl+q")
    assert workspace.catalogue.count() == 1


async def test_asked_for_meanwhile_the_look_is_no_longer_quiet(workspace: Workspace) -> None:
    workspace.remember_setting("look_at_start", False)
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        library = await shown_library(pilot, app)
        library.adding.rest()
        library.adding._adder.look_quietly()
        await pilot.press("r")
        library.adding.go_on()
        await until_shown(pilot, "1 added, 1 updated (2 new chapters), 1 failed")


async def test_what_is_added_by_hand_comes_before_the_rest_of_a_look(
    workspace: Workspace, tmp_path: Path
) -> None:
    put(tmp_path / "mine" / "mine.html", 1, id=3, title="My Own Road")
    workspace.remember_setting("look_at_start", False)
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        library = await shown_library(pilot, app)
        library.adding.rest()
        library.adding._adder.look_quietly()
        library.adding.add([tmp_path / "mine" / "mine.html"])
        library.adding.go_on()
        await until_shown(pilot, "My Own Road")
        await until_shown(pilot, "The Other Road")


async def test_a_file_that_vanished_is_marked_and_its_work_stays(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "shelf" / "salt.html").unlink()
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "its file is gone; the text is kept")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await until_shown(pilot, "light.")
