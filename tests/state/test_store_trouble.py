"""The file is too new or out of reach, or the disk is full: nothing is lost, and the reader is told."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.state.stores import give_title, open_store, with_titles

from reader.state.errors import StateError
from reader.state.records import WorkState

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("format_", ["2", "99", '"next"'])
def test_a_file_of_a_newer_format_is_read_but_never_written(format_: str, tmp_path: Path) -> None:
    path = with_titles(tmp_path, "The Salt Road")
    path.write_text(path.read_text().replace("format = 1", f"format = {format_}"))
    content = path.read_bytes()
    store = open_store(tmp_path)
    assert store.work("ao3:1").title == "The Salt Road"
    assert store.refusal == store.notice
    assert store.refusal is not None
    give_title(store, "ao3:1", "Changed")
    with pytest.raises(StateError, match=re.escape(str(path))):
        store.save()
    assert path.read_bytes() == content
    assert sorted(f.name for f in tmp_path.iterdir()) == ["state.toml", "state.toml.lock", "state.toml.sum"]


def test_a_file_in_place_of_the_folder_refuses_writing(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    store = open_store(tmp_path / "data")
    assert store.work("ao3:1") == WorkState("ao3:1")
    assert str(tmp_path / "data") in (store.refusal or "")
    give_title(store, "ao3:1", "Changed")
    with pytest.raises(StateError, match="not a folder"):
        store.save()
    assert store.work("ao3:1").title == "Changed"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_refuses_writing(tmp_path: Path) -> None:
    with_titles(tmp_path, "The Salt Road")
    tmp_path.chmod(0o500)
    try:
        store = open_store(tmp_path)
        assert store.work("ao3:1").title == "The Salt Road"
        assert store.refusal
        assert store.notice
    finally:
        tmp_path.chmod(0o700)


def test_a_file_system_that_became_read_only_refuses_from_then_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_titles(tmp_path, "The Salt Road")
    store = open_store(tmp_path)
    give_title(store, "ao3:1", "Changed")

    def read_only(*_: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("reader.state.files.os.open", read_only)
    with pytest.raises(StateError, match="Read-only file system"):
        store.save()
    monkeypatch.undo()
    assert "Read-only" in (store.refusal or "")
    assert open_store(tmp_path).work("ao3:1").title == "The Salt Road"
    assert "Read-only" not in path.read_text()


@pytest.mark.parametrize("failing", ["fsync", "write"])
def test_a_failed_save_leaves_the_old_file_and_the_change_waits(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_titles(tmp_path, "The Salt Road")
    store = open_store(tmp_path)
    give_title(store, "ao3:1", "Changed")
    content = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr("reader.state.files._take_ownership", full)
    with pytest.raises(StateError) as raised:
        store.save()
    monkeypatch.undo()
    assert str(raised.value) == f"{path} could not be saved: No space left on device"
    assert path.read_bytes() == content
    assert not list(tmp_path.glob(".*.tmp"))
    assert store.dirty
    assert store.refusal is None
    assert store.save()
    assert open_store(tmp_path).work("ao3:1").title == "Changed"


FILE_SIZE_LIMIT = """
import resource, signal, sys
from dataclasses import replace
from pathlib import Path
from reader.state.errors import StateError
from reader.state.store import Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store(Path(sys.argv[1]), device="here")
store.change("ao3:1", lambda work: replace(work, title="x" * 100_000))
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
try:
    store.save()
except StateError as error:
    print(error)
print(store.dirty, store.work("ao3:1").title == "x" * 100_000)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(store.save())
"""


def test_a_full_disk_in_earnest(tmp_path: Path) -> None:
    path = with_titles(tmp_path, "The Salt Road")
    done = subprocess.run(
        [sys.executable, "-c", FILE_SIZE_LIMIT, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [f"{path} could not be saved: File too large", "True True", "True"]
    assert open_store(tmp_path).work("ao3:1").title == "x" * 100_000


def test_a_data_folder_that_vanished_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "data"
    path = with_titles(folder, "The Salt Road")
    store = open_store(folder)
    assert store.work("ao3:1").title == "The Salt Road"
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    assert not store.refresh()
    give_title(store, "ao3:2", "Another")
    assert store.save()
    assert path.exists()
    assert open_store(folder).work("ao3:1").title == "The Salt Road"


def test_a_symbolic_link_stays_one_and_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    target = with_titles(tmp_path / "dotfiles", "The Salt Road")
    target.chmod(0o640)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "state.toml").symlink_to(target)
    store = open_store(tmp_path / "data")
    give_title(store, "ao3:1", "Changed")
    assert store.save()
    assert store.path.is_symlink()
    assert open_store(tmp_path / "dotfiles").work("ao3:1").title == "Changed"
    assert target.stat().st_mode & 0o777 == 0o640


def test_what_the_reader_made_is_nobody_elses_to_read(tmp_path: Path) -> None:
    assert with_titles(tmp_path, "The Salt Road").stat().st_mode & 0o077 == 0


def test_half_written_files_of_killed_writers_are_swept_up(tmp_path: Path) -> None:
    with_titles(tmp_path, "The Salt Road")
    (tmp_path / ".state.toml.12345678.tmp").write_text("half")
    with_titles(tmp_path, "Again")
    assert not list(tmp_path.glob(".*.tmp"))


def test_a_lock_that_is_never_let_go_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.state import files

    path = with_titles(tmp_path, "The Salt Road")
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.05)
    store = open_store(tmp_path)
    give_title(store, "ao3:1", "Changed")
    with files.locked(path), pytest.raises(StateError, match="another Reader"):
        store.save()
    assert store.save()
