"""How the text of a page begins: byline, and lines such as "Pairing: …" as old archives write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.text.opening import Opening, read_opening
from reader.formats.text.paragraphs import Paragraph
from reader.work.model import BlockKind, Role
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import Block

_LONGEST = 40
"""Blocks that are looked at."""
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.HEADING, BlockKind.LIST_ITEM})


def split_opening(blocks: Sequence[Block], title: str) -> tuple[Opening, list[Block], list[Block]]:
    """What the first blocks say, those of them to be shown apart, and the rest.

    `title` is that of the page; the heading or first line that repeats it is left out. Without labels or a
    byline all is the rest.
    """
    first = list(blocks[:_LONGEST])
    repeated = next((at for at, block in enumerate(first[:3]) if folded(block.text) == folded(title)), None)
    begin = 0 if repeated is None else repeated + 1
    lines = []
    for block in first[begin:]:
        if block.kind not in _LINES or block.role is not Role.STORY:
            break
        lines.append(Paragraph((block.text,), 1))
    if repeated is not None:  # so that a byline is known by the title before it
        lines.insert(0, Paragraph((title,), 1))
    opening = read_opening(lines, is_heading=repeated is None)
    said = opening.length if repeated is None else max(opening.length - 1, 0)
    if not opening.labels and not opening.info.authors:
        return Opening(), [], list(blocks)
    known = [block._replace(role=Role.PREFACE) for block in first[: repeated or 0]]
    start = begin + said
    labels = [block._replace(role=Role.PREFACE) for block in first[start : start + opening.labels]]
    return opening, [*known, *labels], list(blocks[start + opening.labels :])
