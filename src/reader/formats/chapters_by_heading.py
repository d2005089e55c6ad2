"""Chapters of a page or a text with headings: they begin at the largest of which there are several."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.formats.assembly import ChapterDraft
from reader.work.model import BlockKind, Role
from reader.work.titles import folded

if TYPE_CHECKING:
    from reader.work.model import Block

_MOST_CHAPTERS = 2000
_LONGEST_FRONT = 2000
"""Code points before the first heading; more is a chapter of its own."""
_CONTENTS = frozenset({"contents", "table of contents", "chapters", "index"})


def chapters(blocks: list[Block], title: str) -> tuple[tuple[Block, ...], tuple[ChapterDraft, ...]]:
    """What stands before the first chapter, and the chapters.

    They begin at the largest headings of which there are several; one that repeats the title is left out.
    """
    if blocks and blocks[0].kind is BlockKind.HEADING and folded(blocks[0].text) == folded(title):
        blocks = blocks[1:]
    level = _chapter_level(blocks)
    if not level:
        return (), (ChapterDraft("", tuple(blocks)),)
    starts = [index for index, block in enumerate(blocks) if _is_heading(block, level)]
    drafts = [
        ChapterDraft(blocks[start].text, _with_anchors(blocks[start], blocks[start + 1 : end]))
        for start, end in pairwise([*starts, len(blocks)])
    ]
    front = blocks[: starts[0]]
    if sum(len(block.text) for block in front) > _LONGEST_FRONT:
        drafts.insert(0, ChapterDraft("", tuple(front)))
        front = []
    kept = [draft for draft in drafts if not _is_contents(draft)]
    return tuple(replace(block, role=Role.PREFACE) for block in front), tuple(kept or drafts)


def _chapter_level(blocks: list[Block]) -> int:
    """The level of heading that begins a chapter; 0 where the page is one chapter."""
    for level in (1, 2):
        if 1 < sum(_is_heading(block, level) for block in blocks) <= _MOST_CHAPTERS:
            return level
    return 0


def _is_heading(block: Block, level: int) -> bool:
    return block.kind is BlockKind.HEADING and block.level == level


def _with_anchors(heading: Block, blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks after a heading, the first of them with the heading's anchors."""
    if not blocks or not heading.anchors:
        return tuple(blocks)
    return (replace(blocks[0], anchors=heading.anchors + blocks[0].anchors), *blocks[1:])


def _is_contents(draft: ChapterDraft) -> bool:
    """Whether it is a list of links to the chapters, which the reader has already."""
    return folded(draft.heading) in _CONTENTS and all(
        any(span.link.startswith("#") for span in block.spans) for block in draft.blocks
    )
