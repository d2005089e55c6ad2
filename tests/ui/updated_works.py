"""A data directory with a work that was begun, and files of it that came later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.formats.ao3_page import Page, PageChapter, render

from reader.folders import find_folders
from reader.layout.style import PageStyle
from reader.reading.keeping import Keeping
from reader.reading.reading import Reading
from reader.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

WORK = "ao3:1234567"
NAMES = ("Bell", "Rope", "Tide", "Lamp", "Ledger", "Oar", "Net")


def chapter(name: str) -> PageChapter:
    """A chapter of some pages, in which no sentence stands twice."""
    lines = (f"<p>The {name} left mark {n} on the stairs of the {name} light.</p>" for n in range(60))
    return PageChapter("".join(lines), name)


def page(chapters: int) -> Page:
    """The work with so many chapters, the more the later."""
    made = tuple(chapter(name) for name in NAMES[:chapters])
    return Page(made, updated=f"2024-0{chapters}-01", total="?", words=1000 * chapters)


def put(file: Path, chapters: int, **changes: object) -> None:
    """Write a download with so many chapters."""
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(render(replace(page(chapters), **changes)))  # type: ignore[arg-type]  # names are Page's own


def begin(workspace: Workspace, share: float) -> None:
    """Read so much of the work."""
    reading = Reading(workspace.work_info(WORK), workspace.catalogue, PageStyle())
    reading.go(reading.at_share(share))
    Keeping(reading, workspace.store).remember_place()
    workspace.save()


def begun(folder: Path, *, chapters: int = 4, share: float = 0.3) -> Workspace:
    """A workspace that knows the folder `shelf`, where the work is, of which so much was read."""
    put(folder / "shelf" / "salt.html", chapters)
    workspace = Workspace(find_folders(folder / "data"))
    assert [result.outcome for result in workspace.add([folder / "shelf"])] == ["added"]
    begin(workspace, share)
    return workspace
