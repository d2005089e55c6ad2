"""The chapters of the work being read, with their pages: the last few are kept, the rest fetched."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Protocol

from reader.layout.pages import ChapterLayout, lay_out, lay_out_in_steps
from reader.work.story import StoryMeasure

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

    from reader.layout.breaking import Breaks
    from reader.layout.style import PageStyle
    from reader.library.catalogue import ChapterInfo
    from reader.work.locator import ChapterMark
    from reader.work.model import Chapter

_LAYOUTS_KEPT = 6
_CHAPTERS_KEPT = 4
_BEGUN_KEPT = 2
"""Layouts that may be half made: of the chapters on either side."""


class TextSource(Protocol):
    """Where a reading gets the text of its work: the catalogue."""

    def chapter(self, work_id: str, number: int, /) -> Chapter:
        """One chapter with its blocks."""

    def text(self, work_id: str, number: int, /) -> str:
        """The text of one chapter."""

    def outline(self, work_id: str, /) -> Sequence[ChapterInfo]:
        """What is known of each chapter without its text."""


class BreakStore(Protocol):
    """Where breaks are kept that took long to choose."""

    def load(self, key: str, /) -> bytes:
        """What was saved under a key, nothing if that is gone."""

    def save(self, key: str, data: bytes, /) -> None:
        """Save something, unless it is there."""


class Chapters:
    """One work's chapters, numbered from 1. It changes: it keeps those used last.

    It has what the search for a locator asks of a work's texts: `outline` and `text`.
    """

    def __init__(
        self,
        source: TextSource,
        work_id: str,
        outline: Sequence[ChapterMark],
        breaks: BreakStore | None = None,
    ) -> None:
        self.outline = outline
        self._breaks = breaks
        self._saved: ChapterLayout | None = None
        self._source = source
        self._work_id = work_id
        self._chapters: OrderedDict[int, Chapter] = OrderedDict()
        self._text: tuple[Chapter, str] | None = None
        self._stories: dict[int, StoryMeasure] = {}
        self._layouts: OrderedDict[tuple[int, PageStyle], ChapterLayout] = OrderedDict()
        self._begun: OrderedDict[tuple[int, PageStyle], Generator[None, None, None]] = OrderedDict()
        """Layouts that were begun in a pause, to be gone on with: who turns pages fast leaves none in which
        that of a long chapter could be made at once."""

    def chapter(self, number: int) -> Chapter:
        """One chapter with its blocks."""
        if number not in self._chapters:
            self._chapters[number] = self._source.chapter(self._work_id, number)
            while len(self._chapters) > _CHAPTERS_KEPT:
                gone, _ = self._chapters.popitem(last=False)
                self._stories.pop(gone, None)
        self._chapters.move_to_end(number)
        return self._chapters[number]

    def text(self, number: int) -> str:
        """The text of one chapter, without keeping its blocks.

        That of a chapter whose pages are turned is put together once: each turn asks for it.
        """
        kept = self._chapters.get(number)
        if kept is None:
            return self._source.text(self._work_id, number)
        if self._text is None or self._text[0] is not kept:
            self._text = (kept, kept.text)
        return self._text[1]

    def story(self, number: int) -> StoryMeasure:
        """How much of one chapter's story lies where."""
        if number not in self._stories:
            self._stories[number] = StoryMeasure(self.chapter(number))
        return self._stories[number]

    def layout(self, number: int, style: PageStyle) -> ChapterLayout:
        """One chapter in pages."""
        key = (number, style)
        for _ in self._begun.pop(key, ()):
            pass
        if key not in self._layouts:
            chapter = self.chapter(number)
            self._keep(key, lay_out(chapter, style, self._kept_breaks(chapter, style)))
        self._layouts.move_to_end(key)
        return self._layouts[key]

    def _kept_breaks(self, chapter: Chapter, style: PageStyle) -> Mapping[int, Breaks]:
        if self._breaks is None or not _is_costly(style):
            return {}
        from reader.layout.kept_breaks import breaks_key, unpack_breaks  # greedy pages do without

        return unpack_breaks(self._breaks.load(breaks_key(chapter, style)), chapter)

    def save_breaks(self, number: int, style: PageStyle) -> bool:
        """Save the breaks of a laid-out chapter where they took long; False when there is no need."""
        layout = self._layouts.get((number, style))
        if self._breaks is None or layout is None or layout is self._saved or not _is_costly(style):
            return False
        self._saved = layout
        from reader.layout.kept_breaks import breaks_key, pack_breaks

        self._breaks.save(breaks_key(layout.chapter, style), pack_breaks(layout))
        return True

    def prepare(self, number: int, style: PageStyle) -> Generator[None, None, None]:
        """Lay out one chapter, if there is one of that number, pausing about every millisecond of work."""
        key = (number, style)
        if not 1 <= number <= len(self.outline) or key in self._layouts:
            return
        steps = self._begun.setdefault(key, self._lay_out_in_steps(number, style))
        while len(self._begun) > _BEGUN_KEPT:
            self._begun.popitem(last=False)
        for _ in steps:  # which goes on where it was even if this is given up
            yield
        self._begun.pop(key, None)

    def _lay_out_in_steps(self, number: int, style: PageStyle) -> Generator[None, None, None]:
        chapter = self.chapter(number)
        yield
        kept = self._kept_breaks(chapter, style)
        yield
        layout = yield from lay_out_in_steps(chapter, style, kept)
        self._keep((number, style), layout)

    def _keep(self, key: tuple[int, PageStyle], layout: ChapterLayout) -> None:
        self._layouts[key] = layout
        while len(self._layouts) > _LAYOUTS_KEPT:
            self._layouts.popitem(last=False)


def _is_costly(style: PageStyle) -> bool:
    """Whether its breaks take longer to choose than to read from a file."""
    return style.whole or style.hyphenation
