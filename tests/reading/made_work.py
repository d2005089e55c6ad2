"""A work made of given texts, to be read without files and without a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.style import PageStyle
from reader.library.entries import ChapterInfo
from reader.reading.reading import Reading
from reader.work.model import Block, BlockKind, Chapter, WorkInfo
from reader.work.story import story_length

if TYPE_CHECKING:
    from collections.abc import Sequence


class MadeWork:
    """Chapters of blocks, or texts of paragraphs, "" for a scene break. A reading takes its texts from it."""

    def __init__(self, chapters: Sequence[Sequence[str | Block]]) -> None:
        self.info = WorkInfo(id="made:1", title="A Harbour", language="English")
        self._chapters = [_chapter(number, parts) for number, parts in enumerate(chapters, start=1)]

    def reading(self, *, measure: int = 30, height: int = 6) -> Reading:
        """A reading of it, at its first page."""
        return Reading(self.info, self, PageStyle(measure=measure, height=height))

    def chapter(self, _work: str, number: int, /) -> Chapter:
        return self._chapters[number - 1]

    def text(self, _work: str, number: int, /) -> str:
        return self._chapters[number - 1].text

    def outline(self, _work: str, /) -> Sequence[ChapterInfo]:
        return [
            ChapterInfo(c.number, c.title, c.key, len(c.text), story_length(c), 0, len(c.blocks), "")
            for c in self._chapters
        ]


def _chapter(number: int, parts: Sequence[str | Block]) -> Chapter:
    blocks = tuple(part if isinstance(part, Block) else _block(part) for part in parts)
    return Chapter(number, f"Part {number}", f"part {number}", blocks)


def _block(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH if text else BlockKind.SCENE_BREAK, text)
