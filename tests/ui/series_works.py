"""A workspace with works of one series and of others, as downloads give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.formats.ao3_page import Page, PageChapter, render

from reader.folders import find_folders
from reader.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Made:
    """A work to be made."""

    id: int
    title: str
    series: str = ""
    """In the archive's words: "Part 2 of The Salt Road"."""
    author: str = "marrowlight"


SALT_ROAD = (
    Made(1, "Low Water", "Part 1 of The Salt Road"),
    Made(2, "High Water", "Part 2 of The Salt Road"),
    Made(4, "The Lamp", "Part 4 of The Salt Road"),
    Made(5, "Something Else", author="oxbow"),
)


def workspace_of(folder: Path, works: tuple[Made, ...] = SALT_ROAD) -> Workspace:
    """A workspace in which these works are."""
    shelf = folder / "shelf"
    shelf.mkdir()
    for made in works:
        part, _, name = made.series.partition(" of ")
        html = f'{part} of <a href="https://archiveofourown.org/series/9">{name}</a>' if made.series else ""
        text = f"<p>What {made.title} says is said here, and that is all of it.</p>"
        byline = f'<a rel="author" href="/users/{made.author}">{made.author}</a>'
        page = Page((PageChapter(text),), id=made.id, title=made.title, byline_html=byline, series_html=html)
        (shelf / f"{made.id}.html").write_bytes(render(page))
    workspace = Workspace(find_folders(folder / "data"))
    assert {result.outcome for result in workspace.add([shelf])} == {"added"}
    return workspace
