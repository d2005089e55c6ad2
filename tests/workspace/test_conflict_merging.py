"""What other machines leave is merged, set aside, and told of once; the state in a folder they share."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.workspace.data_directory import added, begin, moment, opened

from reader.folders import find_folders, with_state_in
from reader.state.records import OwnTag
from reader.workspace.catching_up import catch_up

if TYPE_CHECKING:
    from pathlib import Path

    from reader.workspace import Workspace

COPY = "state.sync-conflict-20261121-101500-ABC2DEF.toml"


def other_machine(shelf: Path, tmp_path: Path) -> tuple[Path, str]:
    """The state file of a machine on which a work was tagged and begun, and the work's id."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "device").write_text("laptop", encoding="utf-8")
    with opened(tmp_path / "other") as other:
        work = added(other, shelf)[0].id
        assert work
        other.store.change(work, lambda state: replace(state, tags=(OwnTag("reread", moment(3)),)))
        begin(other, work, at=moment(9), progress=0.75)
        return other.folders.state, work


def told(workspace: Workspace) -> list[str]:
    return workspace.store.take_remarks()


def test_a_copy_is_merged_at_the_start_and_set_aside(data: Path, shelf: Path, tmp_path: Path) -> None:
    theirs, work = other_machine(shelf, tmp_path)
    with opened(data) as workspace:
        added(workspace, shelf)
        begin(workspace, work, at=moment(5))
    shutil.copy(theirs, data / COPY)
    with opened(data) as workspace:
        entry = workspace.entry(work)
        assert entry
        assert (entry.own_tags, entry.progress) == (("reread",), 0.75)
        (remark,) = told(workspace)
        assert COPY in remark
        assert "1 work" in remark
        assert told(workspace) == []
    assert not (data / COPY).exists()
    assert (data / f"{COPY}.merged").read_bytes() == theirs.read_bytes()
    with opened(data) as workspace:
        assert len(workspace.store.work(work).positions) == 2
        assert told(workspace) == []


def test_a_copy_is_merged_while_one_reads(data: Path, shelf: Path, tmp_path: Path) -> None:
    theirs, work = other_machine(shelf, tmp_path)
    with opened(data) as workspace:
        added(workspace, shelf)
        workspace.save()
        assert not catch_up(workspace)
        shutil.copy(theirs, data / COPY)
        assert catch_up(workspace)
        assert not catch_up(workspace)
        entry = workspace.entry(work)
        assert entry
        assert entry.own_tags == ("reread",)
        assert len(told(workspace)) == 1


def test_what_another_window_saved_is_taken_in_and_mirrored(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        (work, *_) = [result.id for result in added(workspace, shelf)]
        assert work
        workspace.save()
        with opened(data) as window:
            tags = (OwnTag("reread", moment(3)),)
            window.store.change(work, lambda state: replace(state, tags=tags))
            window.store.save()
        assert workspace.store.is_overtaken
        assert catch_up(workspace)
        entry = workspace.entry(work)
        assert entry
        assert entry.own_tags == ("reread",)
        assert not workspace.store.is_overtaken


def test_a_copy_that_is_no_state_stays_and_is_told_of_once(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        added(workspace, shelf)
        (data / COPY).write_text("format = 1\n[works", encoding="utf-8")
        assert catch_up(workspace)
        assert not catch_up(workspace)
        (remark,) = told(workspace)
        assert COPY in remark
    assert (data / COPY).exists()


def test_a_copy_of_a_newer_format_stays(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        added(workspace, shelf)
        (data / COPY).write_text("format = 9\n", encoding="utf-8")
        catch_up(workspace)
        assert "9" in told(workspace)[0]
    assert (data / COPY).exists()


def test_the_state_moves_into_a_shared_folder_by_a_setting(data: Path, shelf: Path, tmp_path: Path) -> None:
    cloud = tmp_path / "cloud"
    cloud.mkdir()
    with opened(data) as workspace:
        (work, *_) = [result.id for result in added(workspace, shelf)]
        assert work
        begin(workspace, work, at=moment(5))
    (data / "config.toml").write_text(f'state_folder = "{cloud}"\n', encoding="utf-8")
    with opened(data) as workspace:
        assert workspace.resume_target() == work
        assert workspace.folders.state == cloud / "state.toml"
        assert workspace.store.work(work).position
        assert len(told(workspace)) == 1
    assert not (data / "state.toml").exists()
    assert (data / "state.toml.merged").exists()
    assert {file.name for file in cloud.iterdir()} == {"state.toml", "state.toml.lock"}
    other_machine(shelf, tmp_path)
    (tmp_path / "other" / "config.toml").write_text(f'state_folder = "{cloud}"\n', encoding="utf-8")
    with opened(tmp_path / "other") as other:
        assert len(other.store.work(work).positions) == 2


def test_a_shared_folder_that_is_away_lets_one_read_on(data: Path, shelf: Path, tmp_path: Path) -> None:
    with opened(data) as workspace:
        (work, *_) = [result.id for result in added(workspace, shelf)]
        assert work
        begin(workspace, work, at=moment(5))
    (data / "config.toml").write_text(f'state_folder = "{tmp_path / "away"}"\n', encoding="utf-8")
    with opened(data) as workspace:
        assert workspace.entry(work)
        assert "away" in (workspace.notice or "")
    assert not (tmp_path / "away").exists()
    assert (data / "state.toml").exists()


def test_the_folder_of_the_state_may_begin_with_the_home(tmp_path: Path) -> None:
    folders = find_folders(tmp_path)
    assert with_state_in(folders, " ") == folders
    shared = with_state_in(folders, "~/Sync").state
    assert shared.is_absolute()
    assert shared.parts[-2:] == ("Sync", "state.toml")
