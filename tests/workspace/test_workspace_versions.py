"""The files of one work: which of them gives the text, by itself and when the reader chooses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.formats.ao3_page import PageChapter
from tests.workspace.data_directory import lose_catalogue, opened
from tests.workspace.followed_work import (
    BELL,
    BUOY,
    FIRST,
    FOG,
    SPOT,
    WORK,
    Followed,
    chapters,
    later,
)

from reader.workspace import WorkspaceError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("left", [(BELL,), (PageChapter("<p>Gone.</p>"),)])
def test_a_shrunk_work_keeps_its_longer_text_until_the_reader_takes_the_other(
    followed: Followed, left: tuple[PageChapter, ...]
) -> None:
    followed.put(FIRST)
    followed.read_at(3, SPOT)
    outcome, detail = followed.put(later(*left, words=3))
    assert (outcome, detail) == ("same", "a shorter version, with 3 chapters fewer; the longer text stays")
    assert followed.words_at_place().startswith(SPOT)
    longer, shorter = followed.workspace.versions(WORK)
    assert (longer.in_use, longer.path, longer.chapters) == (True, None, 4)
    assert (shorter.in_use, shorter.path, shorter.chapters) == (False, str(followed.file), 1)
    assert longer.kept
    followed.workspace.choose_version(WORK, shorter.sha256)
    assert len(followed.workspace.catalogue.outline(WORK)) == 1
    followed.workspace.choose_version(WORK, None)
    assert followed.words_at_place().startswith(SPOT)


def test_how_far_a_work_is_read_is_told_of_the_version_chosen(followed: Followed) -> None:
    followed.put(FIRST)
    followed.read_at(3, SPOT)
    followed.put(later(*FIRST.chapters, *chapters("fog", "buoy", "oar", "reef")))
    _, older = followed.workspace.versions(WORK)
    followed.workspace.choose_version(WORK, older.sha256)
    entry = followed.workspace.entry(WORK)
    assert entry is not None
    assert entry.progress == pytest.approx(2.6 / 4, abs=0.06)
    followed.workspace.choose_version(WORK, None)
    entry = followed.workspace.entry(WORK)
    assert entry is not None
    assert entry.progress == pytest.approx(2.6 / 8, abs=0.03)
    assert entry.new_chapters == 4


def test_an_older_file_after_the_newer_changes_nothing(followed: Followed) -> None:
    followed.put(later(*FIRST.chapters, FOG))
    followed.read_at(5, "The fog was 4")
    before = followed.workspace.entry(WORK)
    followed.file = followed.file.with_name("older.html")
    assert followed.put(FIRST) == ("same", "an older version; the newer one stays")
    assert followed.workspace.entry(WORK) == before
    assert followed.new() == []


def test_a_chosen_version_stays_while_newer_ones_come_and_follows_its_own_file(followed: Followed) -> None:
    followed.put(FIRST)
    first = followed.file
    (chosen,) = followed.workspace.versions(WORK)
    followed.workspace.choose_version(WORK, chosen.sha256)
    followed.file = first.with_name("newer.html")
    assert followed.put(later(*FIRST.chapters, FOG)) == (
        "same",
        "a newer version is there; the one you chose stays",
    )
    assert len(followed.workspace.catalogue.outline(WORK)) == 4
    followed.file = first
    assert followed.put(later(*FIRST.chapters, FOG, BUOY, words=900))[0] == "updated"
    in_use, *_ = followed.workspace.versions(WORK)
    assert (in_use.path, in_use.chosen, in_use.chapters) == (str(first), True, 6)


def test_a_catalogue_made_anew_has_every_version_the_choice_and_what_is_new(
    data: Path, tmp_path: Path
) -> None:
    with opened(data) as workspace:
        followed = Followed(workspace, tmp_path / "salt.html")
        followed.put(FIRST)
        followed.read_at(3, SPOT)
        followed.put(later(*FIRST.chapters, FOG))
        followed.put(replace(later(BELL), updated="2024-05-01"))
        before = workspace.versions(WORK), workspace.entry(WORK), followed.new()
        assert before[2] == ["Fog"]
    lose_catalogue(data)
    with opened(data) as workspace:
        followed = Followed(workspace, tmp_path / "salt.html")
        assert followed.new() == ["Fog"]
        assert [(v.sha256, v.in_use) for v in workspace.versions(WORK)] == [
            (v.sha256, v.in_use) for v in before[0]
        ]
        assert followed.words_at_place().startswith(SPOT)
        oldest = min(workspace.versions(WORK), key=lambda version: version.added)
        workspace.choose_version(WORK, oldest.sha256)
    lose_catalogue(data)
    with opened(data) as workspace:
        assert [version.chosen for version in workspace.versions(WORK) if version.in_use] == [True]
        assert len(workspace.catalogue.outline(WORK)) == 4


def test_a_superseded_version_is_let_go_for_good(data: Path, tmp_path: Path) -> None:
    with opened(data) as workspace:
        followed = Followed(workspace, tmp_path / "salt.html")
        followed.put(FIRST)
        followed.put(later(*FIRST.chapters, FOG))
        in_use, old = workspace.versions(WORK)
        assert old.superseded
        assert not in_use.superseded
        workspace.let_go(WORK, old.sha256)
        assert [version.sha256 for version in workspace.versions(WORK)] == [in_use.sha256]
        assert workspace.originals.load(old.sha256) is None
        for sha256 in (in_use.sha256, old.sha256):
            with pytest.raises(WorkspaceError):
                workspace.let_go(WORK, sha256)
    lose_catalogue(data)
    with opened(data) as workspace:
        assert [version.sha256 for version in workspace.versions(WORK)] == [in_use.sha256]


def test_a_choice_made_on_another_machine_is_followed(data: Path, tmp_path: Path) -> None:
    newer = later(*FIRST.chapters, FOG)
    for folder in (data, tmp_path / "other"):
        with opened(folder) as workspace:
            followed = Followed(workspace, tmp_path / "salt.html")
            followed.put(FIRST)
            followed.put(newer)
    with opened(tmp_path / "other") as workspace:
        workspace.choose_version(WORK, workspace.versions(WORK)[1].sha256)
    with opened(data) as workspace:
        assert len(workspace.catalogue.outline(WORK)) == 5
        workspace.merge(tmp_path / "other" / "state.toml")
        assert len(workspace.catalogue.outline(WORK)) == 4
