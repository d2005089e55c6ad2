"""Blocks of a chapter as compact values of the database that load fast.

The text of a chapter is stored beside its blocks. A block is stored as the length of its text alone where
everything else is as usual, else as a list of its length and what differs, by the names below.
"""

from __future__ import annotations

import json
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from reader.work.model import Align, Block, BlockKind, Role, Span, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

_KINDS = {kind.value: kind for kind in BlockKind}
_ROLES = {role.value: role for role in Role}
_ALIGNS = {align.value: align for align in Align}
_STYLES: dict[int, Style] = {}
"""Made when met: building a flag from its number costs more than the rest of a span."""
_PLAIN_FIELDS = ("level", "quote", "marker", "continues", "target", "lang", "rtl")
_plain_fields = attrgetter(*_PLAIN_FIELDS)
_USUAL = _plain_fields(Block(BlockKind.PARAGRAPH, ""))


def encode_blocks(blocks: Sequence[Block]) -> bytes:
    """The blocks without their texts."""
    return json.dumps([_encode(block) for block in blocks], separators=(",", ":")).encode()


def decode_blocks(data: bytes, text: str) -> tuple[Block, ...]:
    """The blocks again, from what `encode_blocks` gave and the chapter's text.

    Raises ValueError when the two do not belong together.
    """
    blocks = []
    start = 0
    paragraph = BlockKind.PARAGRAPH
    for stored in json.loads(data):
        if type(stored) is int:
            end = start + stored
            blocks.append(Block(paragraph, text[start:end]))
        else:
            length, fields = stored
            end = start + length
            blocks.append(_decode(text[start:end], fields))
        start = end + 1
    if blocks and start != len(text) + 1:
        raise ValueError("the blocks are not those of the text")
    return tuple(blocks)


def _encode(block: Block) -> int | list[object]:
    fields: dict[str, object] = {}
    plain = _plain_fields(block)
    if plain != _USUAL:  # compared at once: of most blocks there is nothing more to say
        fields = {
            name: value
            for name, value, usual in zip(_PLAIN_FIELDS, plain, _USUAL, strict=True)
            if value != usual
        }
    if block.kind is not BlockKind.PARAGRAPH:
        fields["kind"] = block.kind.value
    if block.role is not Role.STORY:
        fields["role"] = block.role.value
    if block.align is not Align.START:
        fields["align"] = block.align.value
    if block.spans:
        fields["spans"] = [
            [span.start, span.end, span.style.value, *([span.link] if span.link else [])]
            for span in block.spans
        ]
    if block.anchors:
        fields["anchors"] = block.anchors
    return [len(block.text), fields] if fields else len(block.text)


def _decode(text: str, fields: dict[str, Any]) -> Block:
    kind = _KINDS[fields.pop("kind")] if "kind" in fields else BlockKind.PARAGRAPH
    if "role" in fields:
        fields["role"] = _ROLES[fields["role"]]
    if "align" in fields:
        fields["align"] = _ALIGNS[fields["align"]]
    if "spans" in fields:
        fields["spans"] = tuple(
            [Span(start, end, _style(of), *link) for start, end, of, *link in fields["spans"]]
        )
    if "anchors" in fields:
        fields["anchors"] = tuple(fields["anchors"])
    return Block(kind, text, **fields)


def _style(value: int) -> Style:
    style = _STYLES.get(value)
    if style is None:
        style = _STYLES[value] = Style(value)
    return style
