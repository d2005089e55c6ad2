"""Chapter headings that somebody typed as paragraphs, in pages that have no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.text.headings import find_headings
from reader.formats.text.paragraphs import Paragraph
from reader.work.model import Align, BlockKind, Role, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import Block

_LEVEL = 2
"""Of the headings that are made, as AO3 and most others have those of chapters."""
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.VERSE})


def with_typed_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with a heading for each paragraph that is one by its form: bold or centred "Chapter 3".

    Where fewer than two are, they stay as they are.
    """
    paragraphs = [Paragraph((block.text or "\u00a0",), 1) for block in blocks]
    found = [
        heading
        for heading in find_headings(paragraphs, wrapped=True)
        if all(_may_head(block) for block in blocks[heading.start : heading.end])
    ]
    stressed = [heading for heading in found if _is_stressed(blocks[heading.start])]
    found = stressed or found
    if len(found) < 2:
        return list(blocks)
    result: list[Block] = []
    at = 0
    for heading in found:
        first = blocks[heading.start]
        anchors = tuple(name for block in blocks[heading.start : heading.end] for name in block.anchors)
        made = first._replace(
            kind=BlockKind.HEADING, text=heading.text, spans=(), level=_LEVEL, anchors=anchors
        )
        result += [*blocks[at : heading.start], made]
        at = heading.end
    return [*result, *blocks[at:]]


def _may_head(block: Block) -> bool:
    return block.kind in _KINDS and block.role is Role.STORY and not any(span.link for span in block.spans)


def _is_stressed(block: Block) -> bool:
    """Whether it is a heading, centred, or in bold or underlined from end to end."""
    strong = Style.STRONG | Style.UNDERLINE
    marked = sum(span.end - span.start for span in block.spans if span.style & strong)
    return block.kind is BlockKind.HEADING or block.align is Align.CENTRE or marked == len(block.text)
