"""One reading of one work: where the reader is, the pages around it, how far it is, and the way back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.reading.chapters import Chapters
from reader.work.locator import ChapterMark, Match, find, make_locator
from reader.work.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Generator

    from reader.layout.lines import Line
    from reader.layout.pages import ChapterLayout, Page
    from reader.layout.style import PageStyle
    from reader.reading.chapters import BreakStore, TextSource
    from reader.work.locator import Locator
    from reader.work.model import Chapter, WorkInfo

CHARACTERS_A_MINUTE = 1400
"""How fast people read fiction: about 240 words a minute."""
_HISTORY_KEPT = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A chapter's number and a text position in it."""

    chapter: int
    offset: int


class Reading:
    """A work being read. It changes: it knows the place, and keeps laid-out chapters and the jumps made.

    The anchor is the place the reader moved to. Only a move changes it, so that a page shown at another size
    and back again is the same page.
    """

    def __init__(
        self, info: WorkInfo, source: TextSource, style: PageStyle, breaks: BreakStore | None = None
    ) -> None:
        self.info = info
        self.style = style
        self.outline = tuple(source.outline(info.id))
        marks = tuple(ChapterMark(c.number, c.key, c.title, c.length) for c in self.outline)
        self.chapters = Chapters(source, info.id, marks, breaks)
        self._story_before = [0, *accumulate(c.story_length for c in self.outline)]
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._passed: set[int] = set()
        self.anchor = Place(1, 0)

    # -- Text and pages ---------------------------------------------------------------------------------

    @property
    def chapter_count(self) -> int:
        """How many chapters the work has."""
        return len(self.outline)

    def chapter(self, number: int) -> Chapter:
        """One chapter, numbered from 1."""
        return self.chapters.chapter(number)

    def place(self, offset: int) -> Place:
        """A text position of the current chapter as a place."""
        return Place(self.anchor.chapter, offset)

    def layout(self, number: int) -> ChapterLayout:
        """One chapter in pages, for the style in force."""
        return self.chapters.layout(number, self.style)

    def prepare(self) -> Generator[None, None, None]:
        """Save the current chapter's breaks and lay out those next to it, pausing about every millisecond."""
        here = self.anchor.chapter
        if self.chapters.save_breaks(here, self.style):
            yield
        for number in (here + 1, here - 1):
            yield from self.chapters.prepare(number, self.style)

    @property
    def page_index(self) -> int:
        """Which page of its chapter is shown, from 0."""
        return self.layout(self.anchor.chapter).page_at(self.anchor.offset)

    @property
    def page_count(self) -> int:
        """How many pages the current chapter has."""
        return len(self.layout(self.anchor.chapter).pages)

    @property
    def page(self) -> Page:
        """The page shown."""
        return self.layout(self.anchor.chapter).pages[self.page_index]

    def lines(self) -> tuple[Line, ...]:
        """The lines of the page shown."""
        return self.layout(self.anchor.chapter).lines(self.page_index)

    # -- Turning pages ----------------------------------------------------------------------------------

    def turn(self, pages: int) -> bool:
        """Go on by so many pages, back when negative, through chapters; False when already at that end."""
        before = self.anchor
        number, index = self.anchor.chapter, self.page_index + pages
        while index >= len(self.layout(number).pages) and number < self.chapter_count:
            index -= len(self.layout(number).pages)
            number += 1
        while index < 0 and number > 1:
            number -= 1
            index += len(self.layout(number).pages)
        self._passed.update(range(before.chapter, number))
        here = self.layout(number).pages
        self.anchor = Place(number, here[max(0, min(index, len(here) - 1))].start)
        return self.anchor != before and (self.anchor.chapter != before.chapter or not self._shown(before))

    def _shown(self, place: Place) -> bool:
        return self.layout(place.chapter).page_at(place.offset) == self.page_index

    def turn_chapters(self, chapters: int) -> bool:
        """Go to the start of a later or earlier chapter; back from within a chapter goes to its own start."""
        before = self.anchor
        if chapters < 0 and self.page_index > 0:
            chapters += 1
        number = max(1, min(self.anchor.chapter + chapters, self.chapter_count))
        if chapters > 0 and number == before.chapter:
            return False
        self.anchor = Place(number, self.layout(number).pages[0].start)
        return self.anchor != before

    def turn_scenes(self, scenes: int) -> bool:
        """Go to the start of a later or earlier scene; a chapter's start begins a scene too."""
        before, step = self.anchor, 1 if scenes > 0 else -1
        for _ in range(abs(scenes)):
            if not self._turn_scene(step):
                break
        return self.anchor != before

    def _turn_scene(self, step: int) -> bool:
        number, page = self.anchor.chapter, self.page
        starts = self._scene_starts(number)
        if step > 0:
            later = bisect_left(starts, max(page.end, self.anchor.offset + 1))
            if later < len(starts):
                self.anchor = Place(number, starts[later])
                return True
            return number < self.chapter_count and self.turn_chapters(1)
        earlier = bisect_left(starts, page.start) - 1
        if earlier >= 0:
            self.anchor = Place(number, starts[earlier])
            return True
        if number == 1:
            return False
        self.anchor = Place(number - 1, self._scene_starts(number - 1)[-1])
        return True

    def _scene_starts(self, number: int) -> list[int]:
        """Text positions of a chapter's start and of what follows each scene break."""
        chapter = self.chapter(number)
        starts = chapter.starts
        after_breaks = [
            starts[index + 1]
            for index, block in enumerate(chapter.blocks[:-1])
            if block.kind is BlockKind.SCENE_BREAK
        ]
        return [0, *after_breaks]

    # -- Jumping ----------------------------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Move without remembering the way back."""
        number = max(1, min(place.chapter, self.chapter_count))
        self.anchor = Place(number, max(0, place.offset))

    def jump(self, place: Place) -> bool:
        """Move, and remember where from, so that `back` returns there; False when already there."""
        if place == self.anchor:
            return False
        self._back.append(self.anchor)
        del self._back[:-_HISTORY_KEPT]
        self._forward.clear()
        self.go(place)
        return True

    def back(self) -> bool:
        """Return to where the last jump was made; False when there was none."""
        return self._retrace(self._back, self._forward)

    def forward(self) -> bool:
        """Take back a `back`."""
        return self._retrace(self._forward, self._back)

    def _retrace(self, source: list[Place], other: list[Place]) -> bool:
        if not source:
            return False
        other.append(self.anchor)
        self.go(source.pop())
        return True

    def chapter_start(self, number: int | None = None) -> Place:
        """The start of a chapter, by default the current one."""
        return Place(number or self.anchor.chapter, 0)

    def page_start(self, number: int) -> Place:
        """The start of a page of the current chapter, numbered from 1; the last when there are fewer."""
        pages = self.layout(self.anchor.chapter).pages
        return Place(self.anchor.chapter, pages[max(0, min(number, len(pages)) - 1)].start)

    def work_end(self) -> Place:
        """The last page of the work."""
        number = self.chapter_count
        return Place(number, self.layout(number).pages[-1].start)

    def at_share(self, share: float) -> Place:
        """The place where so much of the story, from 0 to 1, lies behind."""
        target = round(max(0.0, min(share, 1.0)) * self._story_before[-1])
        number = max(1, min(bisect_right(self._story_before, target), self.chapter_count))
        return Place(number, self.chapters.story(number).position(target - self._story_before[number - 1]))

    # -- How far it is ----------------------------------------------------------------------------------

    @property
    def progress(self) -> float:
        """The share of the story's characters up to the end of the page shown, from 0 to 1."""
        return self.progress_at(Place(self.anchor.chapter, self.page.end))

    def progress_at(self, place: Place) -> float:
        """The share of the story before a place, from 0 to 1."""
        total = self._story_before[-1]
        if not total:
            return 1.0 if place.chapter >= self.chapter_count else 0.0
        within = self.chapters.story(place.chapter).characters(place.offset)
        return min(1.0, (self._story_before[place.chapter - 1] + within) / total)

    @property
    def at_end(self) -> bool:
        """Whether the last page of the work is shown."""
        return self.anchor.chapter == self.chapter_count and self.page_index == self.page_count - 1

    def ended(self) -> set[int]:
        """The numbers of the chapters read to their ends: their last page is shown, or was turned."""
        shown = {self.anchor.chapter} if self.page_index == self.page_count - 1 else set()
        return self._passed | shown

    @property
    def minutes_left(self) -> float:
        """How long the rest of the chapter's story takes to read after the page shown."""
        story = self.chapters.story(self.anchor.chapter)
        return (story.total - story.characters(self.page.end)) / CHARACTERS_A_MINUTE

    def chapter_shares(self) -> list[float]:
        """Where in the story each chapter begins, from 0 to 1."""
        total = self._story_before[-1] or 1
        return [before / total for before in self._story_before[:-1]]

    # -- Places that last -------------------------------------------------------------------------------

    def locator(self, place: Place | None = None) -> Locator:
        """The place, by default the anchor, in the form that survives layout and updates."""
        place = place or self.anchor
        return make_locator(self.chapter(place.chapter), place.offset)

    def find(self, locator: Locator) -> tuple[Place, Match]:
        """Where a locator's place is in the text as it is now, and how surely."""
        found = find(locator, self.chapters)
        return Place(found.chapter, found.offset), found.match

    def restyle(self, **changes: object) -> None:
        """Set the pages anew; the anchor stays."""
        self.style = replace(self.style, **changes)  # type: ignore[arg-type]  # names are PageStyle's own
