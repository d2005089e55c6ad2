"""The library is kept while the next start would show the same, and painted while nothing has changed."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from tests.library.zipf_library import fill
from tests.ui.last_frames.kept_library import kept_rows, leave, shown_whole
from tests.ui.waiting import until

from reader.first_frame.kept_frame import LIBRARY, name_of
from reader.folders import find_folders
from reader.library.catalogue import Catalogue
from reader.library.mirror import Mirrored
from reader.ui.app import ReaderApp
from reader.ui.last_frames.library import taken_library
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORKS = 30
SIZE = (80, 24)
CHANGES = [
    "state.toml",
    "library.db",
    "library.db-wal",
    "config.toml",
    "themes/mine.toml",
    "tags.toml",
    "remembered.json",
    "state (conflict).toml",
]
"""What the library's look depends on; it need not be there."""
AT_THE_LAST_MOMENT = {
    "tags.toml": '[[same]]\nfandom = "Fandom 1"\nnames = ["Fandom 2"]\n',
    "state.toml": "format = 1\n",
    "config.toml": 'theme = "light"\n',
    "themes/mine.toml": 'like = "light"\n',
}
"""What an editor, or another machine, may write while the library is left."""
WAYS_AWAY = {"slash": "escape", "tab": "tab", "tab down space tab": "X", "space": "escape", "s": "escape"}
"""Keys after which something is shown that no start shows, and those that lead back."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with some works, in the reader's own colours."""
    workspace = Workspace(find_folders(tmp_path))
    fill(workspace.catalogue, WORKS)
    workspace.close()
    (tmp_path / "config.toml").write_text('theme = "mine"\n', encoding="utf-8")
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "mine.toml").write_text('like = "dark"\npaper = "#101010"\n', encoding="utf-8")
    return tmp_path


def is_kept(data: Path, size: tuple[int, int] = SIZE) -> bool:
    """Whether a frame would be painted now."""
    try:
        return bool(kept_rows(data, *size))
    except (OSError, ValueError):
        return False


@contextmanager
def written(path: Path, text: str | None = None) -> Iterator[None]:
    """A file is written, or only touched; afterwards it is as it was, or gone."""
    was_there = path.exists()
    before = path.with_name("before")
    if was_there:
        shutil.copy2(path, before)
        path.replace(path.with_name("aside"))
        shutil.copy2(before, path)
    path.write_text(text, encoding="utf-8") if text is not None else path.touch()
    yield
    path.unlink()
    if was_there:
        path.with_name("aside").replace(path)


async def test_it_is_shown_until_something_changes_that_it_depends_on(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = ReaderApp(Workspace(find_folders(data)))
    async with app.run_test(size=SIZE) as pilot:
        app.last_frames.take_library(await shown_whole(pilot))
    for name, text in AT_THE_LAST_MOMENT.items():
        with written(data / name, text):
            app.last_frames.keep()
            assert not (data / name_of(LIBRARY)).exists(), name
    leave(app)
    assert is_kept(data)
    for name in CHANGES:
        with written(data / name):
            assert not is_kept(data), name
        assert is_kept(data), name
    assert not is_kept(data, (SIZE[0], SIZE[1] + 1))
    monkeypatch.setattr("reader.first_frame.conditions._ENVIRONMENT", "NO_COLOR='1'")
    assert not is_kept(data)


@pytest.mark.parametrize("status", ["finished", None])
async def test_it_is_kept_if_another_window_wrote_what_it_shows(data: Path, status: str | None) -> None:
    folders = find_folders(data)
    app = ReaderApp(Workspace(folders))
    async with app.run_test(size=SIZE) as pilot:
        screen = await shown_whole(pilot)
        app.last_frames.take_library(screen)
        with Catalogue.open(folders.catalogue) as other:
            other.mirror.tell(screen.model.entries[3].info.id, Mirrored(status, None, None))
    leave(app)
    assert is_kept(data) is (status is None)


async def test_it_is_taken_only_as_a_start_shows_it(data: Path) -> None:
    workspace = Workspace(find_folders(data))
    app = ReaderApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        screen = await shown_whole(pilot)
        for keys, back in WAYS_AWAY.items():
            await pilot.press(*keys.split())
            await pilot.pause()
            assert taken_library(screen) is None, keys
            await pilot.press(*back.split())
            await until(pilot, lambda: taken_library(screen) is not None)
        before = taken_library(screen)
        await pilot.press("tab", "enter", "G", "tab")  # a kind of tags is closed
        await pilot.pause()
        screen.say("Something was done")
        after = taken_library(screen)
        assert before is not None
        assert after is not None
        assert before.frame == after.frame
        workspace.warnings.append("something is wrong with the settings")
        assert taken_library(screen) is None
    workspace.close()
