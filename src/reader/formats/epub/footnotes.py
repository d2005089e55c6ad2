"""Notes that only links tell from the story: a reference leads to a note, and the note leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.work.model import BlockKind, Role
from reader.work.note_marks import is_notes_heading, is_return, note_label
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import Block, Span

_FARTHEST = 6
"""Paragraphs that a note may have after the one its reference leads to."""


def set_notes_apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a whole work in order, with the role of end notes for each that is one.

    A note is a block to which a short mark leads from an earlier one, and which leads back from its own
    beginning or end. A paragraph between two notes of a list belongs to the first.
    """
    where = {anchor: index for index, block in enumerate(blocks) for anchor in block.anchors}
    notes: set[int] = set()
    for index, block in enumerate(blocks):
        for span in block.spans:
            target = where.get(span.link[1:]) if span.link.startswith("#") else None
            if target is None or target <= index or not _is_mark(block, span):
                continue
            if any(where.get(back.link[1:]) == index for back in _outer_links(blocks[target])):
                notes.add(target)
    for first in sorted(notes):
        notes.update(_rest_of(first, blocks, notes))
    for index in sorted(notes):
        before = blocks[index - 1]
        if before.kind is BlockKind.HEADING and is_notes_heading(folded(before.text)):
            notes.add(index - 1)
    return [
        block._replace(role=Role.END_NOTES) if index in notes and block.role is Role.STORY else block
        for index, block in enumerate(blocks)
    ]


def _is_mark(block: Block, span: Span) -> bool:
    return bool(note_label(block.text[span.start : span.end]))


def _outer_links(block: Block) -> list[Span]:
    """The links to places in the work with which a block begins or ends."""
    return [
        span
        for span in block.spans
        if span.link.startswith("#") and (span.start <= 2 or is_return(block.text[span.start : span.end]))
    ]


def _rest_of(first: int, blocks: Sequence[Block], notes: set[int]) -> range:
    """The blocks after a note that belong to it: those before the next note of the same list."""
    for index in range(first + 1, min(first + _FARTHEST + 2, len(blocks))):
        if index in notes:
            return range(first + 1, index)
        if blocks[index].kind is BlockKind.HEADING:
            break
    return range(0)
