"""One reading of one work: where the reader is, the pages shown there, the moves from it, how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.layout.pages import Page
from reader.reading.chapters import Chapters
from reader.reading.history import History
from reader.reading.page_lines import PageLines
from reader.reading.scenes import scene_before, scene_from
from reader.reading.shares import StoryShares
from reader.reading.turning import Turning
from reader.work.anchoring import find
from reader.work.locator import ChapterMark, Match, make_locator

if TYPE_CHECKING:
    from collections.abc import Generator

    from reader.layout.line import Line
    from reader.layout.pages import ChapterLayout
    from reader.layout.style import PageStyle
    from reader.reading.chapters import BreakStore, TextSource
    from reader.work.locator import Locator
    from reader.work.model import Chapter, WorkInfo


class Place(NamedTuple):
    """A chapter's number and a text position in it."""

    chapter: int
    offset: int


class Reading:
    """A work being read. It changes: it knows the place, and keeps laid-out chapters and the jumps made.

    The anchor is the place the reader moved to. Only a move changes it, so that a page shown at another size
    and back again is the same page, and so is one that was shown beside another meanwhile.
    """

    def __init__(
        self, info: WorkInfo, source: TextSource, style: PageStyle, breaks: BreakStore | None = None
    ) -> None:
        self.info = info
        self.style = style
        """How pages are set; to give it another sets them anew, and the anchor stays."""
        self.outline = tuple(source.outline(info.id))
        marks = tuple(ChapterMark(c.number, c.key, c.title, c.length) for c in self.outline)
        self.chapters = Chapters(source, info.id, marks, breaks)
        self.anchor = Place(1, 0)
        self._shares = StoryShares(self.chapters, (c.story_length for c in self.outline))
        self._history = History()
        self._lines = PageLines()
        self._turning = Turning(lambda number: len(self.layout(number).pages), self.chapter_count)
        self._passed: set[int] = set()

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
        """Make ready what turning either way shows, and save breaks, pausing about every millisecond.

        First the lines of the next pages in the chapter, then the chapters next to it and what shows of them,
        and where chapters begin.
        """
        here, shown = self.anchor.chapter, self.pages
        yield from self._make_lines(here, shown.stop)
        yield from self._make_lines(here, shown.start - 1)
        if self.chapters.save_breaks(here, self.style):
            yield
        for number in (here + 1, here - 1):
            yield from self.chapters.prepare(number, self.style)
        yield from self._make_lines(*self._turning.turned(here, shown.start, 1))
        yield from self._make_lines(*self._turning.turned(here, shown.start, -1))
        for number in (here, here - 1, here + 1):
            if 1 <= number <= self.chapter_count:
                yield from self._make_lines(number, 0)

    def _make_lines(self, number: int, index: int) -> Generator[None, None, None]:
        """Make the lines of the pages that are shown with one, if there is such a one."""
        for shown in self._turning.shown_with(number, index):
            if self._lines.make(self.layout(number), shown):
                yield

    @property
    def facing(self) -> bool:
        """Whether two pages are shown side by side; a chapter begins on the left one."""
        return self._turning.facing

    @facing.setter
    def facing(self, facing: bool) -> None:
        self._turning.facing = facing

    @property
    def pages(self) -> range:
        """The indices of the pages shown, from 0: one or two, for one alone is left at a chapter's end."""
        number = self.anchor.chapter
        return self._turning.shown_with(number, self.layout(number).page_at(self.anchor.offset))

    @property
    def page_index(self) -> int:
        """Which page of its chapter is shown, from 0; of two, the left one."""
        return self.pages.start

    @property
    def page_count(self) -> int:
        """How many pages the current chapter has."""
        return len(self.layout(self.anchor.chapter).pages)

    @property
    def page(self) -> Page:
        """What is shown, from the start of the first page to the end of the last."""
        pages, shown = self.layout(self.anchor.chapter).pages, self.pages
        return Page(pages[shown[0]].start, pages[shown[-1]].end)

    def columns(self) -> tuple[tuple[Line, ...], ...]:
        """The lines of each page shown."""
        layout = self.layout(self.anchor.chapter)
        return tuple(self._lines.of(layout, index) for index in self.pages)

    def lines(self) -> tuple[Line, ...]:
        """The lines of all pages shown, the left one's first."""
        return tuple(line for column in self.columns() for line in column)

    # -- Turning pages ----------------------------------------------------------------------------------

    def turn(self, times: int) -> bool:
        """Turn the page so often, back when negative, through chapters; False when already at that end."""
        before, shown = self.anchor.chapter, self.page_index
        number, index = self._turning.turned(before, shown, times)
        if (number, index) == (before, shown):
            return False
        self._passed.update(range(before, number))
        self.anchor = Place(number, self.layout(number).pages[index].start)
        return True

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
        """Go to the start of a later or earlier scene, which is not shown yet."""
        before, step = self.anchor, 1 if scenes > 0 else -1
        for _ in range(abs(scenes)):
            if not self._turn_scene(step):
                break
        return self.anchor != before

    def _turn_scene(self, step: int) -> bool:
        number, page = self.anchor.chapter, self.page
        if step > 0:
            later = scene_from(self.chapter(number), max(page.end, self.anchor.offset + 1))
            if later is None:
                return number < self.chapter_count and self.turn_chapters(1)
            self.anchor = Place(number, later)
            return True
        earlier = scene_before(self.chapter(number), page.start)
        if earlier is None:
            number -= 1
            earlier = (
                scene_before(self.chapter(number), self.outline[number - 1].length + 1) if number else None
            )
        if earlier is not None:
            self.anchor = Place(number, earlier)
        return earlier is not None

    # -- Jumping ----------------------------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Move without remembering the way back."""
        number = max(1, min(place.chapter, self.chapter_count))
        self.anchor = Place(number, max(0, place.offset))

    def jump(self, place: Place) -> bool:
        """Move, and remember where from, so that `back` returns there; False when already there."""
        if place == self.anchor:
            return False
        self._history.leave(self.anchor)
        self.go(place)
        return True

    @property
    def can_go_back(self) -> bool:
        """Whether a jump was made from somewhere."""
        return self._history.has_back

    def back(self) -> bool:
        """Return to where the last jump was made; False when there was none."""
        return self._retrace(self._history.back(self.anchor))

    def forward(self) -> bool:
        """Take back a `back`."""
        return self._retrace(self._history.forward(self.anchor))

    def _retrace(self, place: Place | None) -> bool:
        if place is not None:
            self.go(place)
        return place is not None

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
        return Place(*self._shares.place(share))

    # -- How far it is ----------------------------------------------------------------------------------

    @property
    def progress(self) -> float:
        """The share of the story's characters up to the end of the page shown, from 0 to 1."""
        return self.progress_at(Place(self.anchor.chapter, self.page.end))

    def progress_at(self, place: Place) -> float:
        """The share of the story before a place, from 0 to 1."""
        return self._shares.before(place.chapter, place.offset)

    @property
    def at_end(self) -> bool:
        """Whether the last page of the work is shown."""
        return self.anchor.chapter == self.chapter_count and self._at_chapter_end

    def ended(self) -> set[int]:
        """The numbers of the chapters read to their ends: their last page is shown, or was turned."""
        return self._passed | ({self.anchor.chapter} if self._at_chapter_end else set())

    @property
    def _at_chapter_end(self) -> bool:
        return self.pages.stop == self.page_count

    def chapter_shares(self) -> list[float]:
        """Where in the story each chapter begins, from 0 to 1."""
        return self._shares.of_chapters()

    # -- Places that last -------------------------------------------------------------------------------

    def locator(self, place: Place | None = None) -> Locator:
        """The place, by default the anchor, in the form that survives layout and updates."""
        place = place or self.anchor
        chapter = self.chapter(place.chapter)
        return make_locator(chapter, place.offset, self.chapters.text(chapter.number))

    def find(self, locator: Locator) -> tuple[Place, Match]:
        """Where a locator's place is in the text as it is now, and how surely."""
        found = find(locator, self.chapters)
        return Place(found.chapter, found.offset), found.match
