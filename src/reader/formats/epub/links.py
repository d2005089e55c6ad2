"""Links within a work, once all its places are known: each leads to one of them or is text like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.work.model import Style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.work.model import Block, Span


def anchors_of(blocks: Iterable[Block]) -> set[str]:
    """The names of all places in the blocks."""
    return {anchor for block in blocks for anchor in block.anchors}


def settle_links(block: Block, anchors: set[str]) -> Block:
    """The block with links only to places that there are.

    A link to a missing place in a document that is there leads to that document.
    """
    if not any(span.link.startswith("#") for span in block.spans):
        return block
    spans = tuple(settled for span in block.spans if (settled := _settled(span, anchors)))
    return block._replace(spans=spans)


def _settled(span: Span, anchors: set[str]) -> Span | None:
    name = span.link[1:]
    if not span.link.startswith("#") or name in anchors:
        return span
    document = name.rpartition("#")[0]
    if document in anchors:
        return span._replace(link=f"#{document}")
    return span._replace(link="") if span.style is not Style.PLAIN else None
