"""The text of a note: how far it goes, and its blocks without what only means something among other notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.work.model import Block, BlockKind, Role
from reader.work.note_marks import is_return, leading_label, note_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import Span

_MOST = 40
"""Blocks of one note."""
_FARTHEST = 8
"""Blocks after a note's first that may be its own where nothing tells where it ends, when the source sets
notes apart."""


def marked_as(block: Block) -> str:
    """What a note calls itself in its first block: "3" of "[3] …" or of a list item with that number."""
    if _is_item(block) and block.marker:
        return note_label(block.marker)
    return leading_label(block.text)[0] or _linked_label(block)


def is_marked(block: Block) -> bool:
    """Whether a block begins with a note's mark, or leads back from its beginning or end."""
    return bool(marked_as(block)) or any(_leads_back(block, span) for span in block.spans)


def note_end(blocks: Sequence[Block], start: int) -> int:
    """The index just past a note's last block.

    It goes on to the next note or heading, or to where it leads back. Where none of them comes, it is one
    block in the story, and some where notes are set apart.
    """
    first = blocks[start]
    if _leads_back_at_end(first):
        return start + 1
    index = start + 1
    while index < min(start + _MOST, len(blocks)):
        block = blocks[index]
        if block.role is not first.role or block.kind in (BlockKind.HEADING, BlockKind.SCENE_BREAK):
            break
        if _begins_another(block, first):
            return index
        index += 1
        if _leads_back_at_end(block):
            return index
    if first.role is Role.STORY:
        return start + 1
    while index > start + 1 and _is_item(first) and not _is_item(blocks[index - 1]):
        index -= 1
    return min(index, start + 1 + _FARTHEST)


def settled(blocks: Sequence[Block], label: str) -> tuple[Block, ...]:
    """A note's blocks as story, without its mark and links back; the heading of its own is its title."""
    if len(blocks) > 1 and blocks[0].kind is BlockKind.HEADING:
        blocks = blocks[1:]
    least = min(block.quote for block in blocks)
    made = []
    for number, block in enumerate(blocks):
        own = _without_links_back(block)
        if number == 0:
            own = _without_mark(own, label)
        if _is_item(own) and own.level <= 1 and (number == 0 or not own.marker):
            own = own._replace(kind=BlockKind.PARAGRAPH, level=0, marker="", continues=False)
        if own.text or own.kind in (BlockKind.IMAGE, BlockKind.SCENE_BREAK):
            made.append(own._replace(role=Role.STORY, quote=own.quote - least, anchors=()))
    return tuple(made) or (blocks[0]._replace(role=Role.STORY, quote=0, anchors=()),)


def _is_item(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM


def _begins_another(block: Block, first: Block) -> bool:
    """Whether a block after a note's first is the first of the next."""
    if _is_item(first) and _is_item(block):
        return bool(block.marker) and block.level <= first.level
    return bool(block.anchors) or (is_marked(block) and not _leads_back_at_end(block))


def _leads_back(block: Block, span: Span) -> bool:
    """Whether a link at the beginning or end of a block leads back from it."""
    begins = span.link.startswith("#") and not block.text[: span.start].strip(" [({")
    is_label = begins and bool(note_label(block.text[span.start : span.end]))
    return is_label or _is_last_return(block, span)


def _is_last_return(block: Block, span: Span) -> bool:
    """Whether a link says that it leads back, with no words of the block after it."""
    says_so = span.link.startswith("#") and is_return(block.text[span.start : span.end])
    return says_so and not any(map(str.isalnum, block.text[span.end :]))


def _leads_back_at_end(block: Block) -> bool:
    return any(span.start > 0 and _is_last_return(block, span) for span in block.spans)


def _linked_label(block: Block) -> str:
    """The mark with which a block begins, where only its link tells it from a word: "1 Written in…"."""
    if not block.spans or block.spans[0].start > 1 or not block.spans[0].link.startswith("#"):
        return ""
    return note_label(block.text[: block.spans[0].end])


def _without_mark(block: Block, label: str) -> Block:
    """A note's first block without the mark that its title shows."""
    found, after = leading_label(block.text)
    if not found and _linked_label(block):
        found, after = label, block.spans[0].end
    if not label or found != label:
        return block
    rest = block.text[after:]
    return _cut(block, after + len(rest) - len(rest.lstrip(" .:)]–—-")), len(block.text))


def _without_links_back(block: Block) -> Block:
    """The block without arrows and words that lead back, wherever they stand in it."""
    for span in reversed(block.spans):
        text = block.text[span.start : span.end]
        if span.link.startswith("#") and is_return(text) and not note_label(text):
            block = _removed(block, span.start, span.end)
    return block


def _removed(block: Block, start: int, end: int) -> Block:
    """The block without a stretch of its text, the space before it and brackets round it included."""
    before, after = _cut(block, 0, start), _cut(block, end, len(block.text))
    if before.text[-1:] in ("[", "(") and after.text[:1] in ("]", ")"):
        before, after = _cut(before, 0, len(before.text) - 1), _cut(after, 1, len(after.text))
    before = _cut(before, 0, len(before.text.rstrip()))
    at = len(before.text)
    moved = tuple(span._replace(start=span.start + at, end=span.end + at) for span in after.spans)
    return block._replace(text=before.text + after.text, spans=before.spans + moved)


def _cut(block: Block, start: int, end: int) -> Block:
    """The block with only a stretch of its text."""
    spans = tuple(
        span._replace(start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in block.spans
        if span.start < end and start < span.end
    )
    return block._replace(text=block.text[start:end], spans=spans)
