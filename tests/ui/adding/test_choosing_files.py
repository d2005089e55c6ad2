"""First steps: what an empty library says, the browser of folders, what is dropped on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.ui.library_entries import shown_lines, shown_text
from tests.ui.waiting import until, until_shown
from textual.events import Paste

from reader.library.files.folder_view import FolderView, Seen, count_works, look_into
from reader.ui.adding.folder_rows import folder_pieces, title_pieces
from reader.ui.app import ReaderApp
from reader.ui.screens.browser import BrowserScreen, FolderList
from reader.ui.screens.library import LibraryScreen
from reader.workspace.remembered import BROWSED, Remembered

if TYPE_CHECKING:
    from pathlib import Path

    from reader.workspace import Workspace


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with two works among the downloads, and one in a folder below."""
    folder = tmp_path / "home"
    (folder / "Downloads" / "old ones").mkdir(parents=True)
    for name in ("The Ferry.txt", "The Lamp.txt", "old ones/The Rope.txt"):
        text = f"{name}\n\nThe rope sang in the wind before anyone came.\n\nNobody heard it.\n"
        (folder / "Downloads" / name).write_text(text * 3)
    (folder / "Downloads" / "picture.png").touch()
    (folder / "Downloads" / ".hidden.txt").touch()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("XDG_DOWNLOAD_DIR", raising=False)
    return folder


def test_a_folder_shows_folders_and_what_may_be_works(home: Path) -> None:
    view = look_into(str(home / "Downloads"))
    assert [seen.name for seen in view.seen] == ["old ones", "The Ferry.txt", "The Lamp.txt"]
    assert view.works == count_works(view.path) == 2
    assert look_into(str(home / "Downloads"), hidden=True).works == 3
    assert look_into(str(home / "nowhere")).problem
    assert look_into("\0").problem
    assert count_works(str(home / "nowhere")) == 0


@given(st.text(max_size=12), st.integers(24, 90), st.integers(0, 2_000_000), st.booleans())
def test_rows_of_a_folder_fit(name: str, width: int, size: int, folder: bool) -> None:
    seen = Seen(f"/{name}", folder, size)
    for pieces in (
        folder_pieces(seen, size, width, selected=folder),
        title_pieces(FolderView(seen.path, (seen,)), f"~/{name}" * 4, size % 3, width),
    ):
        assert sum(cell_len(piece.text) for piece in pieces) == width


async def test_an_empty_library_leads_to_the_downloads(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "add 2 files from ~/Downloads")
        await pilot.press("D", "y")
        await until(pilot, lambda: "read the sample above" not in shown_text(app))
        await until_shown(pilot, "look through your folders")
        await pilot.press("u")
        await until_shown(pilot, "read the sample above")
        await pilot.press("w", "enter")
        await until_shown(pilot, "3 added")
        await until(pilot, lambda: "look through your folders" not in shown_text(app))
        assert "The Rope" in shown_text(app)


async def test_works_are_found_by_looking_through_folders(workspace: Workspace, home: Path) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("O")
        await until_shown(pilot, "1 work")
        assert any("old ones/" in line and "1 work" in line for line in shown_lines(app))
        await pilot.press("left", "enter", "down", "space", "space", "up", "space")
        await until_shown(pilot, "1 selected")
        await pilot.press("up", "up", "enter", "left")
        await pilot.pause()
        listing = app.screen.query_one(FolderList)
        assert listing.chosen is not None
        assert listing.chosen.name == "old ones"
        await pilot.press("left", "full_stop", "tilde", "enter", "a")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await until(
            pilot, lambda: [work.info.title for work in workspace.catalogue.entries()] == ["The Lamp.txt"]
        )
        assert Remembered(workspace.folders.remembered).words(BROWSED) == str(home / "Downloads")
        await pilot.press("O", "down", "down")
        await pilot.click(FolderList, offset=(4, 1))
        await pilot.click(FolderList, offset=(4, 1))
        await until_shown(pilot, "The Ferry")


async def test_the_browser_is_left_as_it_came(workspace: Workspace, home: Path) -> None:
    Remembered(workspace.folders.remembered).keep(BROWSED, str(home / "gone" / "for good"))
    app = ReaderApp(workspace)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("O")
        await pilot.pause()
        assert isinstance(app.screen, BrowserScreen)
        assert app.screen.folder == str(home)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)


async def test_what_is_dropped_on_the_terminal_is_asked_for_and_added(
    workspace: Workspace, home: Path
) -> None:
    app = ReaderApp(workspace)
    folder = home / "Downloads"
    async with app.run_test(size=(100, 30)) as pilot:
        app.screen.post_message(Paste("no path of any file"))
        await until_shown(pilot, "leads to no file")
        app.screen.post_message(Paste(f"file://{folder}/The%20Ferry.txt\r\n{folder}/old ones\r\n"))
        await until_shown(pilot, "2 files and folders")
        await pilot.press("enter")
        await until_shown(pilot, "2 added")


def test_what_is_remembered_is_small_and_never_in_the_way(tmp_path: Path) -> None:
    kept = Remembered(tmp_path / "remembered.json")
    assert (kept.words("a"), kept.number("b")) == ("", 0)
    kept.keep("a", "x")
    kept.keep("b", 3)
    assert (kept.words("a"), kept.number("b"), kept.number("a")) == ("x", 3, 0)
    (tmp_path / "remembered.json").write_bytes(b"[" * 100_000)
    assert kept.number("b") == 0
    Remembered(tmp_path / "no folder" / "remembered.json").keep("a", "x")
