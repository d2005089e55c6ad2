"""How long the story in a chapter is, and how much of it lies before a place. Matter never counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.work.model import BlockKind, Role

if TYPE_CHECKING:
    from reader.work.model import Chapter

_NO_PARAGRAPHS = frozenset({BlockKind.HEADING, BlockKind.SCENE_BREAK, BlockKind.IMAGE})


def story_length(chapter: Chapter) -> int:
    """Code points of the story blocks' texts, without the line feeds between them."""
    return sum(len(block.text) for block in chapter.story())


def story_characters(chapter: Chapter, position: int) -> int:
    """How many of the story's code points lie before a text position."""
    before = start = 0
    for block in chapter.blocks:
        if start >= position:
            break
        if block.role is Role.STORY:
            before += min(len(block.text), position - start)
        start += len(block.text) + 1
    return before


def story_paragraphs(chapter: Chapter) -> int:
    """Blocks of story with text that are neither heading, scene break nor image.

    Those that belong with the block before them (a stanza's lines, a table's rows) count as one.
    """
    return sum(
        bool(block.text) and not block.continues and block.kind not in _NO_PARAGRAPHS
        for block in chapter.story()
    )
