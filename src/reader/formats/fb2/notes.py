"""The notes of an FB2 file: bodies with a name, which links of type "note" point into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.fb2.as_html import to_html
from reader.formats.fb2.sections import drop_title, heading_of
from reader.formats.labels import label_heading
from reader.formats.markup.walk import read_blocks
from reader.work.model import Block, BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_LONGEST_MARKER = 8
"""Code points of what may stand before a note as its number; longer is its heading."""


def read_notes(body: _Element) -> Iterator[Block]:
    """The notes under the body's heading, each an item marked with its number."""
    heading = heading_of(body) or body.get("name", "").capitalize() or "Notes"
    drop_title(body)
    yield label_heading(heading, Role.END_NOTES)
    for child in list(body):
        yield from _note(child) if child.tag == "section" else _blocks(child)


def _note(section: _Element) -> Iterator[Block]:
    title = heading_of(section)
    drop_title(section)
    blocks = _blocks(section)
    if title and len(title) > _LONGEST_MARKER:
        heading = label_heading(title, Role.END_NOTES)._replace(level=4)
        anchors = blocks[0].anchors if blocks else ()
        blocks = [
            heading._replace(anchors=anchors),
            *(each._replace(anchors=()) for each in blocks[:1]),
            *blocks[1:],
        ]
    elif title and blocks and blocks[0].kind is BlockKind.PARAGRAPH:
        blocks = [_item(block, first=number == 0) for number, block in enumerate(blocks)]
        blocks[0] = blocks[0]._replace(marker=title)
    yield from blocks


def _item(block: Block, *, first: bool) -> Block:
    """A paragraph of a note as it stands beside the note's number; what is none stays what it is."""
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    return block._replace(kind=BlockKind.LIST_ITEM, level=1, continues=not first)


def _blocks(element: _Element) -> list[Block]:
    element.tail = None
    holder = element.makeelement("div")
    holder.append(element)
    return read_blocks(to_html(holder), role=Role.END_NOTES)
