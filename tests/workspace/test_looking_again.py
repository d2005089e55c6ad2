"""`update`: the folders that are known, and the files that were added one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

from tests.formats.ao3_page import Page, PageChapter, render
from tests.workspace.data_directory import opened

if TYPE_CHECKING:
    from pathlib import Path

    from reader.workspace import Workspace


def page(number: int, *chapters: str) -> bytes:
    """A download of a work."""
    parts = tuple(PageChapter(f"<p>{told} {'and so it went on ' * 40}</p>", told) for told in chapters)
    return render(Page(parts, id=number, title=f"Work {number}"))


def outcomes(workspace: Workspace) -> list[tuple[str, str, str]]:
    """What comes of looking again, but for what is the same."""
    results = [r for r in workspace.update() if r.outcome != "same"]
    return [(result.path.rpartition("/")[2], result.outcome, result.id) for result in results]


def test_files_added_one_by_one_are_looked_at_wherever_they_are(tmp_path: Path) -> None:
    shelf, loose = tmp_path / "shelf", tmp_path / "loose"
    shelf.mkdir()
    loose.mkdir()
    (shelf / "a.html").write_bytes(page(1, "Lamp"))
    for number in (2, 3, 4):
        (loose / f"{number}.html").write_bytes(page(number, "Tide"))
    with opened(tmp_path) as workspace:
        list(workspace.add([shelf, *(loose / f"{n}.html" for n in (2, 3, 4))]))
        assert outcomes(workspace) == []
        (loose / "2.html").write_bytes(page(2, "Tide", "Rope"))
        (loose / "3.html").unlink()
        (loose / "5.html").write_bytes(page(5, "Never asked for"))
        (shelf / "a.html").write_bytes(page(1, "Lamp", "Fog"))
        (shelf / "b.html").write_bytes(page(6, "New"))
        assert outcomes(workspace) == [
            ("a.html", "updated", "ao3:1"),
            ("b.html", "added", "ao3:6"),
            ("2.html", "updated", "ao3:2"),
            ("3.html", "gone", "ao3:3"),
        ]
        assert outcomes(workspace) == []
        assert len(workspace.catalogue.outline("ao3:3")) == 1
        workspace.remove("ao3:4")
        (loose / "4.html").write_bytes(page(4, "Tide", "Bell"))
        assert outcomes(workspace) == []


def test_an_archive_added_by_itself_is_looked_into_again(tmp_path: Path) -> None:
    archive = tmp_path / "works.zip"
    with ZipFile(archive, "w") as packed:
        packed.writestr("1.html", page(1, "Lamp"))
        packed.writestr("2.html", page(2, "Rope"))
    with opened(tmp_path) as workspace:
        list(workspace.add([archive]))
        workspace.remove("ao3:2")
        with ZipFile(archive, "w") as packed:
            packed.writestr("1.html", page(1, "Lamp", "Tide"))
            packed.writestr("2.html", page(2, "Rope"))
            packed.writestr("3.html", page(3, "Fog"))
        assert outcomes(workspace) == [
            ("1.html", "updated", "ao3:1"),
            ("2.html", "skipped", "ao3:2"),
            ("3.html", "added", "ao3:3"),
        ]


def test_of_a_folder_that_is_gone_its_files_are_not_told_one_by_one(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    for number in (1, 2):
        (shelf / f"{number}.html").write_bytes(page(number, "Lamp"))
    with opened(tmp_path) as workspace:
        list(workspace.add([shelf]))
        shelf.rename(tmp_path / "elsewhere")
        assert [outcome for _, outcome, _ in outcomes(workspace)] == ["failed"]
        assert all(entry.missing for entry in workspace.catalogue.entries() if entry.path)
