"""Words of story: on the page shown, and after it in the chapter and in the work."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.catalogue import ChapterInfo
    from reader.reading.reading import Reading

_CHARACTERS_A_WORD = 6
"""With the space after it, in a chapter whose story has no words to go by."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of what is shown, in words of story from the start of the work, and all there are on it."""

    start: float
    end: float
    """Of one page the same as `start` of the next."""
    seen: float
    """With those of notes and summaries."""

    @property
    def story(self) -> float:
        """Words of story on the page."""
        return self.end - self.start


class StoryWords:
    """Where the words of a reading's story are. Made once for a reading; to ask costs no counting.

    The words of each chapter are known, as `work.model.count_words` counts them; within one they are taken to
    lie as evenly as its characters do, so that a page may have a fraction of a word.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._before = [0, *accumulate(chapter.words for chapter in reading.outline)]

    def on_page(self) -> PageWords:
        """The words of what is shown."""
        number, page = self._reading.anchor.chapter, self._reading.page
        chapter = self._reading.outline[number - 1]
        story = self._reading.chapters.story(number)
        a_character = _words_a_character(chapter)
        start, end = (
            self._before[number - 1] + min(chapter.words, a_character * story.characters(position))
            for position in (page.start, page.end)
        )
        return PageWords(start, end, a_character * (page.end - page.start))

    def left(self, page: PageWords) -> tuple[float, float]:
        """Words of story after the page shown: in its chapter, and in the work."""
        number = self._reading.anchor.chapter
        return max(0.0, self._before[number] - page.end), max(0.0, self._before[-1] - page.end)


def _words_a_character(chapter: ChapterInfo) -> float:
    if not chapter.words or not chapter.story_length:
        return 1 / _CHARACTERS_A_WORD
    return chapter.words / chapter.story_length
