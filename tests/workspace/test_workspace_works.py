from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.workspace.data_directory import added, begin, lose_catalogue, moment, opened

from reader.library.catalogue import Catalogue, CatalogueError
from reader.settings import read_settings
from reader.state.records import Stamped
from reader.workspace.decisions import decide_removal
from reader.workspace.removing import bring_back, remove_works
from reader.workspace.sample import SAMPLE_ID

if TYPE_CHECKING:
    import pytest

    from reader.library.outcomes import Outcome
    from reader.work.model import Work


def test_where_works_came_from_is_in_the_state(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        result, _ = added(workspace, shelf)
        state = workspace.store.work(result.id)

    assert [source.path for source in state.sources] == [str(shelf / "harbour.txt")]
    assert state.sources[0].sha256 == result.sha256
    assert state.title == "The Harbour Bell"


def test_a_folder_that_held_works_is_known_from_then_on(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        added(workspace, shelf)
        added(workspace, shelf / "harbour.txt")
    assert read_settings(data / "config.toml")[0].folders == (str(shelf),)
    (shelf / "late.txt").write_text("Late\n\nIt came after the others, as it always had.\n", encoding="utf-8")

    with opened(data) as workspace:
        assert sorted(result.outcome for result in workspace.update()) == ["added", "same", "same"]


def test_adding_can_be_cancelled_and_keeps_what_was_done(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        told: list[int] = []
        results = list(workspace.add([shelf], lambda done, _: told.append(done), lambda: len(told) > 1))

        assert len(results) == 1
        assert workspace.catalogue.count() == 1
        assert workspace.store.work(results[0].id).sources


def test_a_removed_work_stays_out_until_its_file_is_named(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        result, _ = added(workspace, shelf)
        begin(workspace, result.id, at=moment(1))
        workspace.remove(result.id)

        assert workspace.entry(result.id) is None
        assert [again.outcome for again in workspace.update()] == ["skipped", "same"]
        assert [again.outcome for again in added(workspace, shelf / "harbour.txt")] == ["added"]
        entry = workspace.entry(result.id)
        assert entry is not None
        assert entry.progress == 0.25


def test_removed_works_come_back_as_they_were_though_their_files_are_gone(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        workspace.settings = workspace.settings._replace(keep_originals=False)
        infos = [workspace.work_info(result.id) for result in added(workspace, shelf)]
        begin(workspace, infos[0].id, at=moment(1))
        before = workspace.catalogue.entries()
        for path in shelf.iterdir():
            path.unlink()

        remove_works(workspace, infos)
        assert [entry.info.id for entry in workspace.catalogue.entries()] == [SAMPLE_ID]
        rated = Stamped(4, moment(2))
        workspace.store.change(infos[1].id, lambda state: replace(state, rating=rated))
        bring_back(workspace, infos)
        assert workspace.catalogue.entries() == [before[0], before[1]._replace(rating=4)]
        assert "rang twice" in workspace.catalogue.text(infos[0].id, 1)

    with opened(data) as workspace:
        assert len(workspace.catalogue.entries()) == 2


def test_a_lost_catalogue_is_made_again(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        first, second = [result.id for result in added(workspace, shelf)]
        begin(workspace, first, at=moment(1))
        workspace.remove(second)
        before = workspace.catalogue.entry(first)
    lose_catalogue(data)
    (shelf / "harbour.txt").unlink()

    with opened(data) as workspace:
        assert workspace.resume_target() == first
        after = workspace.entry(first)
        assert before is not None
        assert after is not None
        assert after.missing
        assert after._replace(added=before.added, missing=False) == before
        assert workspace.entry(second) is None


def test_originals_are_enough_when_the_state_is_lost_too(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        first, second = [result.id for result in added(workspace, shelf)]
    lose_catalogue(data)
    for path in data.glob("state*"):
        path.unlink()

    with opened(data) as workspace:
        assert {entry.info.id for entry in workspace.catalogue.entries()} == {first, second}


def test_the_state_s_id_outlives_the_catalogue(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        first, _ = [result.id for result in added(workspace, shelf)]
    state = data / "state.toml"
    state.write_text(state.read_text(encoding="utf-8").replace(first, "own:bell"), encoding="utf-8")
    lose_catalogue(data)

    with opened(data) as workspace:
        assert workspace.find("harbour bell").info.id == "own:bell"


def test_looking_again_notes_files_that_are_gone_until_they_are_back(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        _harbour, _orchard = [result.id for result in added(workspace, shelf)]
        (shelf / "harbour.txt").rename(shelf.parent / "away")
        list(workspace.update())
        assert [work.missing for work in workspace.catalogue.entries()] == [True, False]
        (shelf.parent / "away").rename(shelf / "harbour.txt")
        list(workspace.update())
        assert [work.missing for work in workspace.catalogue.entries()] == [False, False]


def test_a_known_folder_that_is_gone_says_what_to_do(data: Path, shelf: Path, tmp_path: Path) -> None:
    with opened(data) as workspace:
        work_id = next(result.id for result in workspace.add([shelf]) if result.id)
        shelf.rename(tmp_path / "elsewhere")
        (told,) = workspace.update()
        assert told.outcome == "failed"
        assert str(workspace.folders.settings) in told.detail
        entry = workspace.entry(work_id)
        assert entry
        assert entry.missing


def test_a_folder_is_known_whatever_way_leads_to_it(
    data: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shelf / "in").mkdir()
    monkeypatch.chdir(shelf / "in")
    with opened(data) as workspace:
        added(workspace, Path(".."))
        assert workspace.settings.folders == (str(shelf),)


def test_a_work_that_was_removed_on_another_machine_goes(data: Path, shelf: Path, tmp_path: Path) -> None:
    with opened(data) as workspace:
        harbour, orchard = [result.id for result in added(workspace, shelf)]
    with opened(tmp_path / "other") as other:
        added(other, shelf)
        other.remove(harbour)
        other_state = other.folders.state
    with opened(data) as workspace:
        workspace.merge(other_state)
        assert [work.info.id for work in workspace.catalogue.entries()] == [orchard]


def test_a_work_whose_removal_was_cut_short_is_gone_at_the_next_start(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        harbour, orchard = [result.id for result in added(workspace, shelf)]
        decide_removal(workspace.store, harbour, "The Harbour Bell")
        workspace.store.save()
    with opened(data) as workspace:
        assert [work.info.id for work in workspace.catalogue.entries()] == [orchard]


def test_a_rebuild_that_a_full_disk_ends_goes_on_at_the_next_start(
    data: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(data) as workspace:
        ids = {result.id for result in added(workspace, shelf)}
    lose_catalogue(data)
    put = Catalogue.put

    def put_first(catalogue: Catalogue, work: Work, **facts: Any) -> Outcome:
        if catalogue.count():
            raise CatalogueError("The disk is full.")
        return put(catalogue, work, **facts)

    with monkeypatch.context() as full, opened(data) as workspace:
        full.setattr(Catalogue, "put", put_first)
        assert workspace.catalogue.count() == 1
        assert len(workspace.notices) == 1
    with opened(data) as workspace:
        assert {work.info.id for work in workspace.catalogue.entries()} == ids
        assert workspace.notices == []
