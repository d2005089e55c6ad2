from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.library.conftest import Library, outcomes

from reader.library import file_parsing
from reader.library.entries import CatalogueError
from reader.library.files.discovery import discover
from reader.library.importing import Identity, import_files
from reader.library.originals import Originals
from reader.library.reading_again import read_again

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue
    from reader.library.outcomes import Outcome
    from reader.library.packed_works import PackedWork

pytestmark = pytest.mark.usefixtures("simple_format")


def test_a_file_is_added_once_and_known_from_then_on(library: Library, shelf: Path) -> None:
    first = library.add_one(shelf / "a.txt", "id=ao3:1 title=Salt\nOne.\nTwo.")
    assert (first.outcome, first.id, first.title, first.path) == (
        "added",
        "ao3:1",
        "Salt",
        str(shelf / "a.txt"),
    )
    (again,) = library.add(shelf / "a.txt")
    assert (again.outcome, again.id, again.title) == ("same", "ao3:1", "Salt")
    assert library.texts("ao3:1") == ["One.", "Two."]


def test_a_known_file_is_not_parsed_again(
    library: Library, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add_one(shelf / "a.txt", "id=ao3:1\nOne.")
    monkeypatch.setattr(file_parsing, "read_work_and_format", lambda _: pytest.fail("parsed again"))
    (shelf / "copy.txt").write_bytes((shelf / "a.txt").read_bytes())
    assert outcomes(library.add(shelf)) == ["same", "same"]
    assert [file.path for file in library.catalogue.files("ao3:1")] == [
        os.fsencode(shelf / "a.txt"),
        os.fsencode(shelf / "copy.txt"),
    ]


def test_a_known_file_is_there_where_nothing_can_be_written(
    library: Library, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def record_file(*_: object, **__: object) -> None:
        raise CatalogueError("The catalogue can't be written here.")

    library.add_one(shelf / "a.txt", "id=ao3:1\nOne.")
    monkeypatch.setattr(type(library.catalogue), "record_file", record_file)
    (again,) = library.add(shelf / "a.txt")
    assert (again.outcome, again.id) == ("same", "ao3:1")


def test_a_moved_file_is_followed(library: Library, shelf: Path) -> None:
    library.add_one(shelf / "a.txt", "id=ao3:1\nOne.")
    (shelf / "a.txt").rename(shelf / "b.txt")
    assert outcomes(library.add(shelf)) == ["same"]
    (entry,) = library.catalogue.entries()
    assert entry.path == str(shelf / "b.txt")


def test_a_newer_download_replaces_the_text_and_says_what_is_new(library: Library, shelf: Path) -> None:
    library.add_one(shelf / "a.txt", "id=ao3:1 updated=2024-01-01\nOne.")
    newer = library.add_one(shelf / "b.txt", "id=ao3:1 updated=2024-02-01\nOne.\nTwo.\nThree.")
    assert (newer.outcome, newer.detail) == ("updated", "2 new chapters")
    assert library.texts("ao3:1") == ["One.", "Two.", "Three."]
    assert [(file.in_use, file.path) for file in library.catalogue.files("ao3:1")] == [
        (False, os.fsencode(shelf / "a.txt")),
        (True, os.fsencode(shelf / "b.txt")),
    ]


def test_without_dates_more_chapters_are_newer(library: Library, shelf: Path) -> None:
    library.add_one(shelf / "a.txt", "id=ao3:1\nOne.")
    assert library.add_one(shelf / "b.txt", "id=ao3:1\nOne.\nTwo.").detail == "1 new chapter"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id=ao3:1 updated=2023-12-31\nOne or two.\nTwo.", "older"),
        ("id=ao3:1 updated=2024-05-01\nOne longer than before.", "shorter"),
        ("id=ao3:1 updated=2024-05-01\nGone.\nGone.", "shorter"),
        ("id=ao3:1 updated=2024-01-01\nOne or two!\nTwo.", "another file"),
    ],
)
def test_what_is_not_newer_never_replaces_but_is_recorded(
    library: Library, shelf: Path, text: str, said: str
) -> None:
    library.add_one(shelf / "a.txt", "id=ao3:1 updated=2024-01-01\nOne or two.\nTwo.")
    result = library.add_one(shelf / "b.txt", text)
    assert result.outcome == "same"
    assert said in result.detail
    assert library.texts("ao3:1") == ["One or two.", "Two."]
    assert len(library.catalogue.files("ao3:1")) == 2
    (entry,) = library.catalogue.entries()
    assert entry.path == str(shelf / "a.txt")


def test_a_file_changed_in_place_is_an_update(library: Library, shelf: Path) -> None:
    library.add_one(shelf / "a.txt", "id=sha256:1\nOne is here.")
    changed = library.add_one(shelf / "a.txt", "id=sha256:2\nOne was here.")
    assert (changed.outcome, changed.id, changed.detail) == ("updated", "sha256:1", "new text")
    assert library.texts("sha256:1") == ["One was here."]
    assert library.ids() == ["sha256:1"]


def test_a_file_changed_in_place_gives_its_work_a_better_id(library: Library, shelf: Path) -> None:
    library.add_one(shelf / "a.txt", "id=sha256:1\nOne.")
    changed = library.add_one(shelf / "a.txt", "id=ao3:1\nOne.\nTwo.")
    assert (changed.outcome, changed.id, changed.former_id) == ("updated", "ao3:1", "sha256:1")
    assert library.ids() == ["ao3:1"]


def test_another_work_at_a_known_path_is_another_work(library: Library, shelf: Path) -> None:
    library.add_one(shelf / "a.txt", "id=ao3:1\nOne.")
    other = library.add_one(shelf / "a.txt", "id=ao3:2\nOther.")
    assert (other.outcome, other.id) == ("added", "ao3:2")
    assert {entry.info.id: entry.path for entry in library.catalogue.entries()} == {
        "ao3:1": None,
        "ao3:2": str(shelf / "a.txt"),
    }
    assert library.texts("ao3:1") == ["One."]


def test_one_work_in_several_files_is_one_entry(library: Library, shelf: Path) -> None:
    library.add_one(shelf / "a.txt", "id=ao3:1\nOne.")
    library.add_one(shelf / "a.html", "id=ao3:1\nOne. ")
    assert library.ids() == ["ao3:1"]


def test_a_batch_goes_on_past_everything_that_is_wrong(library: Library, shelf: Path) -> None:
    (shelf / "a-crash.txt").write_text("crash")
    (shelf / "b-none.txt").write_text("?")
    (shelf / "c-broken.zip").write_bytes(b"PK\x03\x04 no archive")
    (shelf / "d.txt").write_text("id=ao3:1\nOne.")
    (shelf / "empty").mkdir()
    os.mkfifo(shelf / "pipe.txt")
    results = library.add(shelf / "nowhere.txt", shelf / "empty", shelf / "pipe.txt", shelf)
    said = {Path(result.path).name: (result.outcome, result.detail) for result in results}
    assert said == {
        "nowhere.txt": ("failed", "There is no such file."),
        "empty": ("failed", "There are no works in this folder."),
        "pipe.txt": ("failed", "It is no ordinary file."),
        "a-crash.txt": ("failed", "Reader fails on it (ZeroDivisionError); see the log."),
        "b-none.txt": ("failed", "It is no work."),
        "c-broken.zip": ("failed", "It is a damaged zip archive."),
        "d.txt": ("added", ""),
    }


def test_what_may_not_be_read_says_so(library: Library, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shelf / "a.txt").write_text("id=ao3:1\nOne.")
    real_open = open

    def closed(path: object, *rest: object) -> object:
        if str(path).endswith("a.txt"):
            raise PermissionError(13, "Permission denied")
        return real_open(path, *rest)  # type: ignore[call-overload]  # passes on what it was given

    monkeypatch.setattr("builtins.open", closed)
    (result,) = library.add(shelf / "a.txt")
    assert (result.outcome, result.detail) == ("failed", "You may not read it: permission denied.")


def test_a_file_too_large_to_be_kept_is_added_all_the_same(
    catalogue: Catalogue, tmp_path: Path, shelf: Path
) -> None:
    library = Library(catalogue, Originals(tmp_path / "originals", limit=1000))
    result = library.add_one(shelf / "a.txt", "id=ao3:1\n" + "x" * 1000)
    assert result.outcome == "added"
    assert library.originals.load(result.sha256) is None


def test_a_file_too_large_for_a_work_is_not_read(
    library: Library, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.importing.LARGEST", 1000)
    monkeypatch.setattr(library.originals, "limit", 1000)
    result = library.add_one(shelf / "a.txt", "id=ao3:1\n" + "x" * 1000)
    assert (result.outcome, result.detail) == (
        "failed",
        "It is too large: 1,009 bytes, and the limit is 1,000 bytes.",
    )


def test_a_removed_work_is_only_taken_again_when_its_file_is_named(library: Library, shelf: Path) -> None:
    (shelf / "a.txt").write_text("id=ao3:1 title=Salt\nOne.")
    removed = Identity(refused=lambda work_id: work_id == "ao3:1")
    (skipped,) = library.add(shelf, identity=removed)
    assert (skipped.outcome, skipped.id, skipped.title) == ("skipped", "ao3:1", "Salt")
    assert library.ids() == []
    assert outcomes(library.add(shelf / "a.txt", identity=removed)) == ["added"]


def test_what_the_state_knows_of_ids_is_heeded(library: Library, shelf: Path) -> None:
    known = Identity(present_id={"sha256:old": "ao3:9", "sha256:x": "sha256:x"}.__getitem__)
    assert library.add_one(shelf / "a.txt", "id=sha256:old\nOne.", identity=known).id == "ao3:9"
    by_source = Identity(known_source=lambda _: "sha256:first")
    assert library.add_one(shelf / "b.txt", "id=sha256:x\nTwo.", identity=by_source).id == "sha256:first"
    assert library.add_one(shelf / "c.txt", "id=ao3:7\nThree.", identity=by_source).id == "ao3:7"


def test_repair_is_left_out_where_it_was_turned_off(library: Library, shelf: Path) -> None:
    library.add_one(shelf / "a.txt", "id=ao3:1\nOne.", identity=Identity(repair=lambda _: False))
    library.add_one(shelf / "b.txt", "id=ao3:2\nTwo.")
    assert [entry.repaired for entry in library.catalogue.entries()] == [False, True]
    assert read_again(library.catalogue, library.originals, "ao3:2", repair=False)
    assert [entry.repaired for entry in library.catalogue.entries()] == [False, False]


def test_adding_can_be_followed_and_stopped(library: Library, shelf: Path) -> None:
    for number in range(4):
        (shelf / f"{number}.txt").write_text(f"id=ao3:{number}\nOne.")
    seen: list[tuple[int, int]] = []
    results = import_files(
        library.catalogue,
        library.originals,
        discover([shelf]),
        progress=lambda done, total: seen.append((done, total)),
        cancelled=lambda: len(seen) > 2,
    )
    assert outcomes(list(results)) == ["added", "added"]
    assert seen == [(0, 4), (0, 4), (0, 4), (2, 4)]
    assert outcomes(library.add(shelf)) == ["same", "same", "added", "added"]


def test_one_that_cannot_be_stored_takes_no_other_of_its_batch_along(
    library: Library, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = type(library.catalogue).put

    def put_most(self: Catalogue, work: PackedWork, **rest: Any) -> Outcome:
        outcome = put(self, work, **rest)
        if work.info.id == "ao3:1":
            raise CatalogueError("The disk is full.")
        return outcome

    for number in range(3):
        (shelf / f"{number}.txt").write_text(f"id=ao3:{number}\nOne.")
    monkeypatch.setattr(type(library.catalogue), "put", put_most)
    results = library.add(shelf)
    assert outcomes(results) == ["added", "failed", "added"]
    assert results[1].detail == "The disk is full."
    assert {"ao3:0", "ao3:2"} <= set(library.ids())


def test_the_same_file_twice_in_a_batch_is_one_work_in_two_places(library: Library, shelf: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (shelf / name).write_text("id=ao3:1\nOne.")
    assert outcomes(library.add(shelf)) == ["added", "same", "same"]
    assert len(library.catalogue.files("ao3:1")) == 3
