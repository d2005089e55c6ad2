from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.workspace.data_directory import added, begin, moment, opened

from reader.library.catalogue import CatalogueError
from reader.state.records import Stamped
from reader.workspace import SAMPLE_ID, NoSuchWorkError, WorkspaceError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.importing import Result


def test_what_is_read_last_is_where_reading_goes_on(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        assert workspace.resume_target() is None
        first, second = [result.id for result in added(workspace, shelf)]
        begin(workspace, second, at=moment(1))
        begin(workspace, first, at=moment(2))
        assert workspace.resume_target() == first

    with opened(data) as workspace:
        assert workspace.resume_target() == first
        entry = workspace.entry(first)
        assert entry is not None
        assert (entry.status, entry.progress, entry.last_read) == ("reading", 0.25, moment(2))


def test_a_state_from_elsewhere_is_mirrored_at_the_start(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        first, second = [result.id for result in added(workspace, shelf)]
        begin(workspace, first, at=moment(1))
        kept = (data / "state.toml").read_bytes()
        begin(workspace, second, at=moment(2))
    (data / "state.toml").write_bytes(kept)

    with opened(data) as workspace:
        assert workspace.resume_target() == first
        assert workspace.catalogue.entry(second).status == "unread"  # type: ignore[union-attr]  # it is there


def test_saving_keeps_the_catalogue_in_step_so_that_the_next_start_reads_no_state(
    data: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(data) as workspace:
        first, _ = [result.id for result in added(workspace, shelf)]
        begin(workspace, first, at=moment(1))
        position = workspace.store.work(first).position
        assert position is not None

    def refuse(*_: object) -> None:
        pytest.fail("the state was read")

    with opened(data) as workspace:
        monkeypatch.setattr("reader.workspace.watched_store.WatchedStore.work", refuse)
        assert workspace.resume_target() == first
        assert workspace.place(first) == position.locator


def test_a_place_is_that_of_the_state_where_the_catalogue_is_out_of_step(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        first, second = [result.id for result in added(workspace, shelf)]
        begin(workspace, first, at=moment(1))
        catalogue = workspace.catalogue
        stamp, place = catalogue.mirror.stamp, catalogue.mirror.place
        assert stamp
        assert workspace.place(second) is None
        begin(workspace, second, at=moment(2))
        catalogue.mirror.set_stamp(stamp, place)

    with opened(data) as workspace:
        for work_id in (first, second):
            position = workspace.store.work(work_id).position
            assert position is not None
            assert workspace.place(work_id) == position.locator


def test_saving_works_on_another_thread(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        first, _ = [result.id for result in added(workspace, shelf)]
        workspace.store.change(first, lambda state: replace(state, status=Stamped("paused", moment(3))))

        thread = threading.Thread(target=workspace.save)
        thread.start()
        thread.join()

        assert workspace.catalogue.entry(first).status == "paused"  # type: ignore[union-attr]  # it is there
        assert not workspace.store.dirty


def test_adding_works_on_another_thread(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        assert workspace.catalogue.count() == 1
        results: list[Result] = []

        thread = threading.Thread(target=lambda: results.extend(workspace.add([shelf])))
        thread.start()
        thread.join()

        assert [result.outcome for result in results] == ["added", "added"]
        assert workspace.catalogue.count() == 2


def test_the_sample_is_there_while_nothing_else_is(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        sample = workspace.entry(SAMPLE_ID)
        assert sample is not None
        assert sample.path is None
        added(workspace, shelf / "harbour.txt")
        assert workspace.entry(SAMPLE_ID) is None
        workspace.remove(workspace.find("harbour").info.id)
        assert workspace.entry(SAMPLE_ID) is not None


def test_the_sample_stays_once_it_is_begun(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        begin(workspace, SAMPLE_ID, at=moment(1))
        added(workspace, shelf)
        assert workspace.entry(SAMPLE_ID) is not None


def test_the_sample_is_gone_for_good_once_removed(data: Path) -> None:
    with opened(data) as workspace:
        workspace.remove(SAMPLE_ID)

    with opened(data) as workspace:
        assert workspace.catalogue.count() == 0
        assert workspace.resume_target() is None


def test_words_that_are_not_enough_name_the_candidates(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        added(workspace, shelf)

        assert workspace.find("orchard").info.title == "An Orchard in Winter"
        with pytest.raises(NoSuchWorkError, match="zebra"):
            workspace.find("zebra")
        with pytest.raises(NoSuchWorkError, match=r"Harbour Bell.*Orchard"):
            workspace.find("sha256:")


def test_a_data_directory_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with opened(tmp_path / "file" / "data") as workspace, pytest.raises(WorkspaceError, match="data"):
        workspace.catalogue  # noqa: B018  # opening it is the test


def test_a_setting_that_cannot_be_written_holds_until_the_end(data: Path) -> None:
    data.mkdir()
    (data / "config.toml").write_text("theme = ", encoding="utf-8")

    with opened(data) as workspace:
        workspace.remember_setting("theme", "sepia")

        assert workspace.settings.theme == "sepia"
        assert len(workspace.warnings) == 2


def test_a_catalogue_that_can_only_be_read_is_read(
    data: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(data) as workspace:
        first, _ = [result.id for result in added(workspace, shelf)]
    (data / "state.toml").touch()

    def refuse(*_: object) -> None:
        raise CatalogueError("The catalogue can't be written here.")

    monkeypatch.setattr("reader.library.mirror.Mirror.set_stamp", refuse)
    with opened(data) as workspace:
        assert workspace.work_info(first).title == "The Harbour Bell"


def test_repair_can_be_turned_off_and_on_for_a_work(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "glued.txt"
    spoken = '"Is it far?" she asked."Not by boat," he said, and pointed at the water. They both looked.'
    path.write_text("Glued\n\n" + (spoken * 30) + "\n", encoding="utf-8")

    with opened(data) as workspace:
        (result,) = added(workspace, path)
        blocks = len(workspace.catalogue.chapter(result.id, 1).blocks)
        assert workspace.set_repair(result.id, repair=False)
        glued = len(workspace.catalogue.chapter(result.id, 1).blocks)
        path.unlink()
        assert workspace.set_repair(result.id, repair=True)

        assert glued < blocks == len(workspace.catalogue.chapter(result.id, 1).blocks)
