"""Which blank paragraphs are scene breaks and which only space a text out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.work.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_UNBROKEN = frozenset({BlockKind.SCENE_BREAK, BlockKind.HEADING, BlockKind.IMAGE})
"""A blank line beside one of these parts nothing that is not parted already."""


def settle_breaks(blocks: Sequence[Block | None]) -> list[Block]:
    """The blocks, with a scene break for each blank paragraph (None) that is meant as one.

    Blank paragraphs between most of the others are spacing; where they are, two or more in a row are meant.
    None stands at the start or the end, nor beside a typed scene break or a heading. A rule at the start or
    the end parts nothing and goes; rules beside a typed break go too.
    """
    gaps = list(_gaps(blocks))
    enough = _meant(gaps)
    result: list[Block] = []
    for blank, block in gaps:
        if block.kind is BlockKind.SCENE_BREAK and not block.text:
            if result and result[-1].kind is not BlockKind.SCENE_BREAK:
                result.append(block)
            continue
        if block.kind is BlockKind.SCENE_BREAK and result and _is_rule(result[-1]):
            result.pop()
        elif enough and blank >= enough and result and _parts(result[-1], block):
            result.append(Block(BlockKind.SCENE_BREAK, "", role=block.role, quote=block.quote))
        result.append(block)
    while result and _is_rule(result[-1]):
        result.pop()
    return result


def _gaps(blocks: Sequence[Block | None]) -> Iterator[tuple[int, Block]]:
    """Each block with the number of blank paragraphs before it."""
    blank = 0
    for block in blocks:
        if block is None:
            blank += 1
        else:
            yield blank, block
            blank = 0


def _meant(gaps: list[tuple[int, Block]]) -> int:
    """How many blank paragraphs in a row make a scene break here; 0 where none do."""
    counts = [blank for blank, block in gaps[1:] if not block.continues]
    blanks = [blank for blank in counts if blank]
    if not blanks:
        return 0
    if len(blanks) * 2 <= len(counts):
        return 1
    usual = max(set(blanks), key=lambda blank: (blanks.count(blank), -blank))
    wider = [blank for blank in blanks if blank > usual]
    return min(wider) if wider and len(wider) * 2 <= len(counts) else 0


def _parts(before: Block, after: Block) -> bool:
    """Whether a blank line between the two says more than their own kinds do: not beside a quoted letter."""
    return (
        before.kind not in _UNBROKEN
        and after.kind not in _UNBROKEN
        and not after.continues
        and before.quote == after.quote
        and not (before.kind is after.kind is BlockKind.VERSE)
    )


def _is_rule(block: Block) -> bool:
    return block.kind is BlockKind.SCENE_BREAK and not block.text
