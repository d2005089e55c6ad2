"""Where scenes begin in a chapter."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from reader.work.model import BlockKind

if TYPE_CHECKING:
    from reader.work.model import Chapter


def scene_starts(chapter: Chapter) -> list[int]:
    """Text positions of the chapter's start, which begins a scene too, and of what follows each break."""
    starts = chapter.starts
    after_breaks = [
        starts[index + 1]
        for index, block in enumerate(chapter.blocks[:-1])
        if block.kind is BlockKind.SCENE_BREAK
    ]
    return [0, *after_breaks]


def scene_from(chapter: Chapter, position: int) -> int | None:
    """Where the first scene begins at or after a text position; None when there is none."""
    starts = scene_starts(chapter)
    index = bisect_left(starts, position)
    return starts[index] if index < len(starts) else None


def scene_before(chapter: Chapter, position: int) -> int | None:
    """Where the last scene begins before a text position; None when there is none."""
    starts = scene_starts(chapter)
    index = bisect_left(starts, position)
    return starts[index - 1] if index else None
