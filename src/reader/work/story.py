"""How long the story in a chapter is, and how much of it lies before a place. Matter never counts."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.work.model import BlockKind, Role, count_words

if TYPE_CHECKING:
    from reader.work.model import Chapter

_NO_PARAGRAPHS = frozenset({BlockKind.HEADING, BlockKind.SCENE_BREAK, BlockKind.IMAGE})


def story_length(chapter: Chapter) -> int:
    """Code points of the story blocks' texts, without the line feeds between them."""
    return sum(len(block.text) for block in chapter.story())


def story_words(chapter: Chapter) -> int:
    """Words of the story as people count them; the glyphs of a scene break are none."""
    blocks = (block for block in chapter.story() if block.kind is not BlockKind.SCENE_BREAK)
    return count_words("\n".join([block.text for block in blocks]))


def story_paragraphs(chapter: Chapter) -> int:
    """Blocks of story with text that are neither heading, scene break nor image.

    Those that belong with the block before them (a stanza's lines, a table's rows) count as one.
    """
    return sum(
        bool(block.text) and not block.continues and block.kind not in _NO_PARAGRAPHS
        for block in chapter.story()
    )


class StoryMeasure:
    """A chapter's story in code points: how many of them lie before a text position, and the way back."""

    def __init__(self, chapter: Chapter) -> None:
        self._starts = chapter.starts
        lengths = [len(block.text) if block.role is Role.STORY else 0 for block in chapter.blocks]
        self._before = [0, *accumulate(lengths)]
        self.total = self._before[-1]
        """All code points of the story blocks' texts, without the line feeds between them."""

    def characters(self, position: int) -> int:
        """How many of the story's code points lie before a text position."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return 0
        length = self._before[index + 1] - self._before[index]
        return self._before[index] + min(length, position - self._starts[index])

    def position(self, characters: int) -> int:
        """The text position before which so many of them lie."""
        if not self._starts:
            return 0
        index = min(bisect_right(self._before, characters), len(self._starts)) - 1
        return self._starts[index] + characters - self._before[index]
