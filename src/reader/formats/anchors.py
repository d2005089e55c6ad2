"""The names of places in a work, kept when headings are taken from its blocks or parts are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from reader.work.model import Block


def named(blocks: Sequence[Block], names: Iterable[str]) -> tuple[Block, ...]:
    """The blocks, the first of them with these names before its own."""
    names = tuple(names)
    if not blocks or not names:
        return tuple(blocks)
    return (blocks[0]._replace(anchors=names + blocks[0].anchors), *blocks[1:])


def without(blocks: Sequence[Block], taken: Collection[int]) -> tuple[Block, ...]:
    """The blocks but for those at the indices; the names of these become those of the next."""
    kept: list[Block] = []
    waiting: tuple[str, ...] = ()
    for index, block in enumerate(blocks):
        if index in taken:
            waiting += block.anchors
        else:
            kept.append(block._replace(anchors=waiting + block.anchors) if waiting else block)
            waiting = ()
    if waiting and kept:
        kept[-1] = kept[-1]._replace(anchors=kept[-1].anchors + waiting)
    return tuple(kept)
