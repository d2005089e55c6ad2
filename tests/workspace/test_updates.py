"""A work downloaded again: the place, the marks, the status, and which chapters are new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.formats.ao3_page import Page, PageChapter, render
from tests.workspace.data_directory import added, begin, moment, opened
from tests.workspace.followed_work import (
    BELL,
    BUOY,
    FIRST,
    FOG,
    LAMP,
    ROPE,
    SPOT,
    TIDE,
    WORK,
    Followed,
    chapters,
    later,
    told,
)

from reader.reading.reading import Place

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("page", "new"),
    [
        (later(FOG, BUOY, BELL, ROPE, TIDE, LAMP), ["Fog", "Buoy"]),
        (later(*(replace(c, title=f"Chapter {n}: {c.title}") for n, c in enumerate(FIRST.chapters, 1))), []),
        (later(*(replace(c, title=f"Of Salt {c.title}s") for c in FIRST.chapters)), []),
        (later(PageChapter(BELL.body + ROPE.body, "Bell"), PageChapter(TIDE.body + LAMP.body, "Ebb")), []),
        (
            later(
                BELL,
                ROPE,
                PageChapter(told("tide", 5), "Tide"),
                PageChapter(told("tide").removeprefix(told("tide", 5)), "More"),
                LAMP,
            ),
            [],
        ),
        (
            later(
                BELL,
                ROPE,
                replace(TIDE, body=TIDE.body.replace("keepers of", "old watchers of")),
                LAMP,
                FOG,
            ),
            ["Fog"],
        ),
    ],
    ids=["in front", "numbered", "retitled", "merged", "split", "corrected"],
)
def test_no_update_moves_the_reader(followed: Followed, page: Page, new: list[str]) -> None:
    followed.put(FIRST)
    followed.read_at(3, SPOT)
    outcome, detail = followed.put(page)
    assert outcome == "updated"
    assert detail == (
        f"{len(new)} new chapter{'s' * (len(new) > 1)} ({', '.join(new)})" if new else "new text"
    )
    assert followed.words_at_place().startswith(SPOT)
    assert followed.new() == new
    entry = followed.workspace.entry(WORK)
    assert entry is not None
    assert entry.new_chapters == len(new)


def test_an_unread_work_has_no_new_chapters(followed: Followed) -> None:
    followed.put(FIRST)
    assert followed.put(later(*FIRST.chapters, FOG))[1] == "1 new chapter (Fog)"
    assert followed.new() == []


@pytest.mark.parametrize("status", ["finished", "caught-up"])
def test_a_work_read_through_is_being_read_again_from_the_first_new_chapter(
    followed: Followed, status: str
) -> None:
    followed.put(FIRST)
    followed.read_at(4, "The lamp was 11")
    followed.set_status(status)
    before = followed.workspace.entry(WORK)
    followed.put(later(BELL, ROPE, FOG, TIDE, LAMP, BUOY))
    entry = followed.workspace.entry(WORK)
    assert before is not None
    assert entry is not None
    assert (entry.status, entry.new_chapters) == ("reading", 2)
    assert followed.new() == ["Fog", "Buoy"]
    place = followed.workspace.place(WORK)
    assert place is not None
    assert (place.chapter, place.offset) == (3, 0)
    assert entry.progress == pytest.approx(2 / 6, abs=0.02)
    assert before.last_read is not None
    assert entry.last_read is not None
    assert (entry.last_read - before.last_read).total_seconds() < 0.01, "an update is no reading"


def test_how_far_a_work_is_read_is_told_of_the_text_as_it_is_now(followed: Followed) -> None:
    followed.put(FIRST)
    followed.read_at(3, SPOT)
    before = followed.workspace.entry(WORK)
    followed.put(later(*FIRST.chapters, *chapters("fog", "buoy", "oar", "reef")))
    entry = followed.workspace.entry(WORK)
    assert before is not None
    assert entry is not None
    assert before.progress == pytest.approx(2.75 / 4, abs=0.06)
    assert entry.progress == pytest.approx(2.6 / 8, abs=0.03)
    assert before.last_read is not None
    assert entry.last_read is not None
    assert (entry.last_read - before.last_read).total_seconds() < 0.01, "an update is no reading"


def test_an_update_under_a_better_id_keeps_what_was_known_under_the_other(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "salt.txt"
    with opened(data) as workspace:
        text = " ".join(f"Line {n} of the salt road." for n in range(40))
        file.write_text(f"The Salt Road\n\n{text}\n")
        (plain,) = added(workspace, file)
        begin(workspace, plain.id, at=moment(2), progress=0.5)
        page = replace(FIRST, chapters=(PageChapter(f"<p>{text}</p>"), FOG))
        file.write_bytes(render(page))
        (result,) = added(workspace, file)
        assert (result.id, result.former_id) == (WORK, plain.id)
        entry = workspace.entry(WORK)
        assert entry is not None
        assert (entry.status, entry.new_chapters) == ("reading", 1)


def test_a_paused_work_stays_paused(followed: Followed) -> None:
    followed.put(FIRST)
    followed.read_at(2, "The rope was 3")
    followed.set_status("paused")
    followed.put(later(*FIRST.chapters, FOG))
    entry = followed.workspace.entry(WORK)
    assert entry is not None
    assert (entry.status, entry.new_chapters) == ("paused", 1)
    assert followed.words_at_place().startswith("The rope was 3")


def test_a_chapter_is_new_until_it_was_read_to_its_end(followed: Followed) -> None:
    followed.put(FIRST)
    followed.read_at(3, SPOT)
    followed.put(later(*FIRST.chapters, FOG, BUOY))
    reading, keeping = followed.reading()
    assert list(keeping.new_chapters) == [5, 6]
    reading.go(Place(5, 0))
    keeping.remember_place()
    assert list(keeping.new_chapters) == [5, 6]
    while reading.anchor.chapter == 5:
        reading.turn(1)
    keeping.remember_place()
    assert list(keeping.new_chapters) == [6]
    followed.workspace.save()
    assert followed.new() == ["Buoy"]
    followed.workspace.mark_seen(WORK)
    assert followed.new() == []


def test_what_was_new_stays_new_through_the_next_update(followed: Followed) -> None:
    followed.put(FIRST)
    followed.read_at(3, SPOT)
    followed.put(later(*FIRST.chapters, FOG))
    renamed = replace(FOG, title="In the Fog")
    followed.put(replace(later(*FIRST.chapters, renamed, BUOY), updated="2024-04-01"))
    assert followed.new() == ["In the Fog", "Buoy"]


def test_what_was_removed_stays_removed_when_it_is_updated(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "salt.html").write_bytes(render(FIRST))
    with opened(data) as workspace:
        added(workspace, folder)
        workspace.remove(WORK)
        (folder / "salt.html").write_bytes(render(later(*FIRST.chapters, FOG)))
        assert [result.outcome for result in workspace.update()] == ["skipped"]
        assert workspace.entry(WORK) is None


def test_a_file_in_a_known_folder_is_followed_through_changes_moves_and_loss(
    data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    file, moved = folder / "salt.html", folder / "moved.html"
    file.write_bytes(render(FIRST))
    with opened(data) as workspace:
        added(workspace, folder)
        file.write_bytes(render(later(*FIRST.chapters, FOG)))
        assert [result.detail for result in workspace.update()] == ["1 new chapter (Fog)"]
        file.rename(moved)
        list(workspace.update())
        entry = workspace.entry(WORK)
        assert entry is not None
        assert (entry.path, entry.missing) == (str(moved), False)
        moved.unlink()
        list(workspace.update())
        entry = workspace.entry(WORK)
        assert entry is not None
        assert entry.missing
        assert "The fog was 11" in workspace.catalogue.text(WORK, 5)
