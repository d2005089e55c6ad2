"""A work in a file that is downloaded again and again, and the reader who is in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.formats.ao3_page import Page, PageChapter, render
from tests.workspace.data_directory import added, moment

from reader.layout.style import PageStyle
from reader.reading.keeping import Keeping
from reader.reading.reading import Place, Reading
from reader.state.records import Stamped
from reader.work.locator import Match

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


BELL, ROPE, TIDE, LAMP = FIRST.chapters
FOG, BUOY = chapters("fog", "buoy")
SPOT = "The tide was 7 fathoms"
"""Words of the third chapter."""


def later(*made: PageChapter, words: int = 800) -> Page:
    return replace(FIRST, chapters=made, updated="2024-03-01", words=words)


@dataclass
class Followed:
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
        locator = self.workspace.place(WORK)
        assert locator is not None
        reading.go(reading.find(locator)[0])
        (mark,) = keeping.marks()
        assert mark.match is not Match.APPROXIMATE
        return reading.chapter(reading.anchor.chapter).text[reading.anchor.offset :]

    def new(self) -> list[str]:
        return [chapter.title for chapter in self.workspace.catalogue.outline(WORK) if chapter.new]

    def set_status(self, status: str) -> None:
        at = Stamped(status, moment(1))
        self.workspace.store.change(WORK, lambda state: replace(state, status=at))
        self.workspace.save()
