"""Chapters of a page or a text with headings: they begin at the largest of which there are several."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.formats.anchors import named
from reader.formats.assembly import ChapterDraft
from reader.work.model import BlockKind, Role
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from reader.work.model import Block

_MOST_CHAPTERS = 2000
_LONGEST_FRONT = 2000
"""Code points before the first heading; more is a chapter of its own."""
CONTENTS = frozenset({"contents", "table of contents", "chapters", "index"})


def has_chapters(blocks: Sequence[Block]) -> bool:
    """Whether there are headings at which chapters begin."""
    return bool(_chapter_levels(blocks))


def chapters(blocks: list[Block], title: str) -> tuple[tuple[Block, ...], tuple[ChapterDraft, ...]]:
    """What stands before the first chapter, and the chapters.

    They begin at the largest headings of which there are several; one that repeats the title is left out.
    Where these are parts, a chapter begins at each of the next size too, the first with its part's title.
    """
    if blocks and blocks[0].kind is BlockKind.HEADING and folded(blocks[0].text) == folded(title):
        blocks = blocks[1:]
    levels = _chapter_levels(blocks)
    if not levels:
        return (), (ChapterDraft("", tuple(blocks)),)
    starts = [index for index, block in enumerate(blocks) if _is_heading(block, levels)]
    drafts = []
    part: list[Block] = []
    for start, end in pairwise([*starts, len(blocks)]):
        if end == start + 1 and end < len(blocks) and blocks[start].level < blocks[end].level:
            part.append(blocks[start])
            continue
        headings, part = [*part, blocks[start]], []
        titles = [heading.text for heading in headings if folded(heading.text) != folded(title)]
        text = " – ".join(titles or [blocks[start].text])
        names = [name for heading in headings for name in heading.anchors]
        drafts.append(ChapterDraft(text, named(blocks[start + 1 : end], names)))
    front = blocks[: starts[0]]
    if sum(len(block.text) for block in front) > _LONGEST_FRONT:
        drafts.insert(0, ChapterDraft("", tuple(front)))
        front = []
    kept = [draft for draft in drafts if not _is_contents(draft)]
    return tuple(block._replace(role=Role.PREFACE) for block in front), tuple(kept or drafts)


def _chapter_levels(blocks: Sequence[Block]) -> frozenset[int]:
    """The levels of headings that begin a chapter; none where all is one chapter.

    Two where the larger ones are parts.
    """
    for level in (1, 2, 3):
        count = sum(_is_heading(block, {level}) for block in blocks)
        if 1 < count <= _MOST_CHAPTERS:
            both = {level, level + 1}
            few = sum(_is_heading(block, both) for block in blocks) <= _MOST_CHAPTERS
            return frozenset(both if few and _are_parts(blocks, level) else {level})
    return frozenset()


def _are_parts(blocks: Sequence[Block], level: int) -> bool:
    """Whether most headings of a level, or those over most of the text, have a smaller one at once."""
    starts = [index for index, block in enumerate(blocks) if _is_heading(block, {level})]
    within = text = 0
    for start, end in pairwise([*starts, len(blocks)]):
        if end > start + 1 and _is_heading(blocks[start + 1], {level + 1}):
            within += 1
            text += sum(len(block.text) for block in blocks[start:end])
    return within * 2 > len(starts) or text * 2 > sum(len(block.text) for block in blocks)


def _is_heading(block: Block, levels: AbstractSet[int]) -> bool:
    return block.kind is BlockKind.HEADING and block.level in levels and block.role is Role.STORY


def _is_contents(draft: ChapterDraft) -> bool:
    """Whether it is a list of links to the chapters, which the reader has already."""
    return folded(draft.heading) in CONTENTS and all(
        any(span.link.startswith("#") for span in block.spans) for block in draft.blocks
    )
