"""A work downloaded again: the place, the marks, the status, and which chapters are new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from tests.formats.ao3_page import Page, PageChapter, render
from tests.workspace.data_directory import added, begin, lose_catalogue, moment, opened

from reader.layout.style import PageStyle
from reader.reading.keeping import Keeping
from reader.reading.reading import Place, Reading
from reader.state.records import Stamped
from reader.work.locator import Match
from reader.workspace import WorkspaceError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.workspace import Workspace

WORK = "ao3:1234567"


def told(name: str, paragraphs: int = 12) -> str:
    """A chapter's text in which no sentence stands twice, nor in a chapter of another name."""
    lines = (
        f"The {name} was {n} fathoms off {name} light, where {name} keepers of {n * n} {name} boats saw it."
        for n in range(paragraphs)
    )
    return "".join(f"<p>{line}</p>" for line in lines)


def chapters(*names: str) -> tuple[PageChapter, ...]:
    return tuple(PageChapter(told(name), name.title()) for name in names)


FIRST = Page(
    chapters("bell", "rope", "tide", "lamp"), published="2024-01-02", updated="2024-02-01", words=700
)


def later(*made: PageChapter, words: int = 800) -> Page:
    return replace(FIRST, chapters=made, updated="2024-03-01", words=words)


@dataclass
class Shelf:
    workspace: Workspace
    file: Path

    def put(self, page: Page) -> tuple[str, str]:
        self.file.write_bytes(render(page))
        (result,) = added(self.workspace, self.file)
        return result.outcome, result.detail

    def reading(self) -> tuple[Reading, Keeping]:
        reading = Reading(self.workspace.work_info(WORK), self.workspace.catalogue, PageStyle(40, 10))
        return reading, Keeping(reading, self.workspace.store)

    def read_at(self, chapter: int, words: str) -> None:
        reading, keeping = self.reading()
        reading.go(Place(chapter, reading.chapter(chapter).text.index(words)))
        keeping.remember_place()
        keeping.mark_place()
        self.workspace.save()

    def words_at_place(self) -> str:
        reading, keeping = self.reading()
        keeping.resume()
        (mark,) = keeping.marks()
        assert mark.match is not Match.APPROXIMATE
        return reading.chapter(reading.anchor.chapter).text[reading.anchor.offset :]

    def new(self) -> list[str]:
        return [chapter.title for chapter in self.workspace.catalogue.outline(WORK) if chapter.new]

    def set_status(self, status: str) -> None:
        at = Stamped(status, moment(1))
        self.workspace.store.change(WORK, lambda state: replace(state, status=at))
        self.workspace.save()


@pytest.fixture
def shelf(data: Path, tmp_path: Path):  # type: ignore[no-untyped-def]  # a generator of one Shelf
    with opened(data) as workspace:
        yield Shelf(workspace, tmp_path / "salt.html")


BELL, ROPE, TIDE, LAMP = FIRST.chapters
FOG, BUOY = chapters("fog", "buoy")
SPOT = "The tide was 7 fathoms"


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
def test_no_update_moves_the_reader(shelf: Shelf, page: Page, new: list[str]) -> None:
    shelf.put(FIRST)
    shelf.read_at(3, SPOT)
    outcome, detail = shelf.put(page)
    assert outcome == "updated"
    assert detail == (
        f"{len(new)} new chapter{'s' * (len(new) > 1)} ({', '.join(new)})" if new else "new text"
    )
    assert shelf.words_at_place().startswith(SPOT)
    assert shelf.new() == new
    entry = shelf.workspace.entry(WORK)
    assert entry is not None
    assert entry.new_chapters == len(new)


def test_an_unread_work_has_no_new_chapters(shelf: Shelf) -> None:
    shelf.put(FIRST)
    assert shelf.put(later(*FIRST.chapters, FOG))[1] == "1 new chapter (Fog)"
    assert shelf.new() == []


@pytest.mark.parametrize("status", ["finished", "caught-up"])
def test_a_work_read_through_is_being_read_again_from_the_first_new_chapter(
    shelf: Shelf, status: str
) -> None:
    shelf.put(FIRST)
    shelf.read_at(4, "The lamp was 11")
    shelf.set_status(status)
    before = shelf.workspace.entry(WORK)
    shelf.put(later(BELL, ROPE, FOG, TIDE, LAMP, BUOY))
    entry = shelf.workspace.entry(WORK)
    assert before is not None
    assert entry is not None
    assert (entry.status, entry.new_chapters) == ("reading", 2)
    assert shelf.new() == ["Fog", "Buoy"]
    place = shelf.workspace.place(WORK)
    assert place is not None
    assert (place.chapter, place.offset) == (3, 0)
    assert entry.progress == pytest.approx(2 / 6, abs=0.02)
    assert before.last_read is not None
    assert entry.last_read is not None
    assert (entry.last_read - before.last_read).total_seconds() < 0.01, "an update is no reading"


def test_how_far_a_work_is_read_is_told_of_the_text_as_it_is_now(shelf: Shelf) -> None:
    shelf.put(FIRST)
    shelf.read_at(3, SPOT)
    before = shelf.workspace.entry(WORK)
    shelf.put(later(*FIRST.chapters, *chapters("fog", "buoy", "oar", "reef")))
    entry = shelf.workspace.entry(WORK)
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


def test_a_paused_work_stays_paused(shelf: Shelf) -> None:
    shelf.put(FIRST)
    shelf.read_at(2, "The rope was 3")
    shelf.set_status("paused")
    shelf.put(later(*FIRST.chapters, FOG))
    entry = shelf.workspace.entry(WORK)
    assert entry is not None
    assert (entry.status, entry.new_chapters) == ("paused", 1)
    assert shelf.words_at_place().startswith("The rope was 3")


def test_a_chapter_is_new_until_it_was_read_to_its_end(shelf: Shelf) -> None:
    shelf.put(FIRST)
    shelf.read_at(3, SPOT)
    shelf.put(later(*FIRST.chapters, FOG, BUOY))
    reading, keeping = shelf.reading()
    assert list(keeping.new_chapters) == [5, 6]
    reading.go(Place(5, 0))
    keeping.remember_place()
    assert list(keeping.new_chapters) == [5, 6]
    while reading.anchor.chapter == 5:
        reading.turn(1)
    keeping.remember_place()
    assert list(keeping.new_chapters) == [6]
    shelf.workspace.save()
    assert shelf.new() == ["Buoy"]
    shelf.workspace.mark_seen(WORK)
    assert shelf.new() == []


def test_what_was_new_stays_new_through_the_next_update(shelf: Shelf) -> None:
    shelf.put(FIRST)
    shelf.read_at(3, SPOT)
    shelf.put(later(*FIRST.chapters, FOG))
    renamed = replace(FOG, title="In the Fog")
    shelf.put(replace(later(*FIRST.chapters, renamed, BUOY), updated="2024-04-01"))
    assert shelf.new() == ["In the Fog", "Buoy"]


@pytest.mark.parametrize("left", [(BELL,), (PageChapter("<p>Gone.</p>"),)])
def test_a_shrunk_work_keeps_its_longer_text_until_the_reader_takes_the_other(
    shelf: Shelf, left: tuple[PageChapter, ...]
) -> None:
    shelf.put(FIRST)
    shelf.read_at(3, SPOT)
    outcome, detail = shelf.put(later(*left, words=3))
    assert (outcome, detail) == ("same", "a shorter version, with 3 chapters fewer; the longer text stays")
    assert shelf.words_at_place().startswith(SPOT)
    longer, shorter = shelf.workspace.versions(WORK)
    assert (longer.in_use, longer.path, longer.chapters) == (True, None, 4)
    assert (shorter.in_use, shorter.path, shorter.chapters) == (False, str(shelf.file), 1)
    assert longer.kept
    shelf.workspace.choose_version(WORK, shorter.sha256)
    assert len(shelf.workspace.catalogue.outline(WORK)) == 1
    shelf.workspace.choose_version(WORK, None)
    assert shelf.words_at_place().startswith(SPOT)


def test_an_older_file_after_the_newer_changes_nothing(shelf: Shelf) -> None:
    shelf.put(later(*FIRST.chapters, FOG))
    shelf.read_at(5, "The fog was 4")
    before = shelf.workspace.entry(WORK)
    shelf.file = shelf.file.with_name("older.html")
    assert shelf.put(FIRST) == ("same", "an older version; the newer one stays")
    assert shelf.workspace.entry(WORK) == before
    assert shelf.new() == []


def test_a_chosen_version_stays_while_newer_ones_come_and_follows_its_own_file(shelf: Shelf) -> None:
    shelf.put(FIRST)
    first = shelf.file
    (chosen,) = shelf.workspace.versions(WORK)
    shelf.workspace.choose_version(WORK, chosen.sha256)
    shelf.file = first.with_name("newer.html")
    assert shelf.put(later(*FIRST.chapters, FOG)) == (
        "same",
        "a newer version is there; the one you chose stays",
    )
    assert len(shelf.workspace.catalogue.outline(WORK)) == 4
    shelf.file = first
    assert shelf.put(later(*FIRST.chapters, FOG, BUOY, words=900))[0] == "updated"
    in_use, *_ = shelf.workspace.versions(WORK)
    assert (in_use.path, in_use.chosen, in_use.chapters) == (str(first), True, 6)


def test_a_catalogue_made_anew_has_every_version_the_choice_and_what_is_new(
    data: Path, tmp_path: Path
) -> None:
    with opened(data) as workspace:
        shelf = Shelf(workspace, tmp_path / "salt.html")
        shelf.put(FIRST)
        shelf.read_at(3, SPOT)
        shelf.put(later(*FIRST.chapters, FOG))
        shelf.put(replace(later(BELL), updated="2024-05-01"))
        before = workspace.versions(WORK), workspace.entry(WORK), shelf.new()
        assert before[2] == ["Fog"]
    lose_catalogue(data)
    with opened(data) as workspace:
        shelf = Shelf(workspace, tmp_path / "salt.html")
        assert shelf.new() == ["Fog"]
        assert [(v.sha256, v.in_use) for v in workspace.versions(WORK)] == [
            (v.sha256, v.in_use) for v in before[0]
        ]
        assert shelf.words_at_place().startswith(SPOT)
        oldest = min(workspace.versions(WORK), key=lambda version: version.added)
        workspace.choose_version(WORK, oldest.sha256)
    lose_catalogue(data)
    with opened(data) as workspace:
        assert [version.chosen for version in workspace.versions(WORK) if version.in_use] == [True]
        assert len(workspace.catalogue.outline(WORK)) == 4


def test_a_superseded_version_is_let_go_for_good(data: Path, tmp_path: Path) -> None:
    with opened(data) as workspace:
        shelf = Shelf(workspace, tmp_path / "salt.html")
        shelf.put(FIRST)
        shelf.put(later(*FIRST.chapters, FOG))
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
            shelf = Shelf(workspace, tmp_path / "salt.html")
            shelf.put(FIRST)
            shelf.put(newer)
    with opened(tmp_path / "other") as workspace:
        workspace.choose_version(WORK, workspace.versions(WORK)[1].sha256)
    with opened(data) as workspace:
        assert len(workspace.catalogue.outline(WORK)) == 5
        workspace.merge(tmp_path / "other" / "state.toml")
        assert len(workspace.catalogue.outline(WORK)) == 4


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
