"""The files of a work: shown, chosen, let go, from the list and from the page."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.ui.library_entries import shown_lines, shown_text
from tests.ui.updated_works import WORK, begun, put
from tests.ui.waiting import until, until_shown

from reader.ui.app import ReaderApp
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.versions import VersionsScreen
from reader.ui.works.version_rows import version_pieces
from reader.workspace.versions import VersionInfo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.workspace import Workspace

ADDED = datetime(2026, 1, 1, tzinfo=UTC)
ONE = VersionInfo("/home/ana/fic/salt.html", "ao3", "a", None, 9, 14_394, True, False, False, 4000, ADDED)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Of the work there is a newer file, a copy of what was in that before, and an older one elsewhere."""
    workspace = begun(tmp_path, chapters=3)
    put(tmp_path / "shelf" / "salt.html", 5)
    put(tmp_path / "shelf" / "old.html", 2)
    list(workspace.add([tmp_path / "shelf"]))
    yield workspace
    workspace.close()


@given(st.lists(st.text(max_size=40), min_size=1, max_size=3), st.integers(20, 160))
def test_rows_fit_whatever_the_names_are(names: list[str], width: int) -> None:
    made = [replace(ONE, path="/" + name, words=len(name) * 999) for name in names]
    for version in made:
        text = "".join(piece.text for piece in version_pieces(version, made, width))
        assert cell_len(text) <= width
        assert text.isprintable()


def test_a_row_says_what_a_file_is_to_the_work() -> None:
    gone = replace(ONE, chosen=True, missing=True)
    row = "".join(p.text for p in version_pieces(gone, [gone], 120))
    assert row.split()[:5] == ["in", "use,", "chosen,", "file", "gone"]
    superseded = replace(ONE, in_use=False, path=None)
    assert "superseded" in "".join(p.text for p in version_pieces(superseded, [superseded], 120))
    odd = replace(ONE, path=os.fsdecode(b"/a/\xff\x1b.html"))
    assert "\\xff" in "".join(p.text for p in version_pieces(odd, [odd], 120))


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_the_list_shows_the_files_of_the_chosen_work(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=size) as pilot:
        await pilot.press("V")
        await until(pilot, lambda: isinstance(app.screen, VersionsScreen))
        await until_shown(pilot, "in use")
        rows = [line for line in shown_lines(app) if " ao3 " in line]
        assert len(rows) == 3
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))


async def test_reading_from_another_file_keeps_the_place(workspace: Workspace) -> None:
    app = ReaderApp(workspace, WORK)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await pilot.press("2", "home", "space")
        reading = screen.reading
        before = reading.chapter(2).text[reading.anchor.offset :][:40]
        assert reading.chapter_count == 5
        await pilot.press("V", "end", "enter")
        await until(pilot, lambda: screen.reading.chapter_count == 2)
        reading = screen.reading
        assert reading.chapter(reading.anchor.chapter).text[reading.anchor.offset :][:40] == before
        assert workspace.versions(WORK)[0].chosen

        await pilot.press("V", "b")
        await until(pilot, lambda: screen.reading.chapter_count == 5)
        assert not any(version.chosen for version in workspace.versions(WORK))


async def test_a_superseded_file_goes_only_after_a_yes(workspace: Workspace) -> None:
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("V", "d")
        await until_shown(pilot, "Only a superseded file")
        place = next(at for at, version in enumerate(workspace.versions(WORK)) if version.superseded)
        await pilot.press(*["j"] * place, "d")
        await until_shown(pilot, "for good?")
        await pilot.press("n")
        await until(pilot, lambda: "for good?" not in shown_text(app))
        assert len(workspace.versions(WORK)) == 3
        await pilot.press("d", "escape", "d", "y")
        await until(pilot, lambda: len(workspace.versions(WORK)) == 2)
        assert isinstance(app.screen, VersionsScreen)


async def test_a_file_that_can_not_be_read_leaves_the_text(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "shelf" / "old.html").unlink()
    for original in (tmp_path / "data" / "originals").rglob("*.gz"):
        original.unlink()
    app = ReaderApp(workspace)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("V", "end", "enter")
        await until_shown(pilot, "neither the file of this version nor a copy")
        assert isinstance(app.screen, VersionsScreen)
        await pilot.press("q", "q")
        await until(pilot, lambda: bool(app._exit))


async def test_the_details_say_that_the_file_has_less_than_the_text_kept(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "shelf" / "old.html").unlink()
    put(tmp_path / "shelf" / "salt.html", 3, updated="2024-09-01")
    list(workspace.add([tmp_path / "shelf"]))
    app = ReaderApp(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await until_shown(pilot, "its file has 2 chapters fewer now; the longer text is kept")
