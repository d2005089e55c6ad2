"""Blocks of a chapter, and lists of names, as compact values of the database that load fast.

The text of a chapter is stored beside its blocks. A block is stored as the length of its text alone where
everything else is as usual, else as a list of its length and what differs, by the names below.
"""

from __future__ import annotations

import json
from array import array
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from reader.work.model import Align, Block, BlockKind, Role, SeriesPart, Span, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_KINDS = {kind.value: kind for kind in BlockKind}
_ROLES = {role.value: role for role in Role}
_ALIGNS = {align.value: align for align in Align}
_STYLES: dict[int, Style] = {}
"""Made when met: building a flag from its number costs more than the rest of a span."""
_PLAIN_FIELDS = ("level", "quote", "marker", "continues", "target", "lang", "rtl")
_plain_fields = attrgetter(*_PLAIN_FIELDS)
_USUAL = _plain_fields(Block(BlockKind.PARAGRAPH, ""))
_SEPARATOR = "\x1f"


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


def pack_names(names: Iterable[str]) -> str:
    """Names in one string."""
    return _SEPARATOR.join(name.replace(_SEPARATOR, " ") for name in names)


def unpack_names(packed: str | None) -> tuple[str, ...]:
    """The names again; none from None and from an empty string."""
    return tuple(packed.split(_SEPARATOR)) if packed else ()


def pack_numbers(numbers: Iterable[int]) -> bytes:
    """Numbers below 2**32 in one value. In the machine's byte order: a catalogue is local to its machine."""
    return array("I", numbers).tobytes()


def unpack_numbers(packed: bytes) -> array[int]:
    """The numbers again."""
    return array("I", packed)


def pack_series(series: Iterable[SeriesPart]) -> str | None:
    """The places in series in one string, None for none."""
    parts = [[part.title, part.part, part.url] for part in series]
    return json.dumps(parts, separators=(",", ":")) if parts else None


def packed_title(title: str) -> str:
    """What stands in the string of `pack_series` where a series of this title is among them."""
    return f"[{json.dumps(title)},"


def unpack_series(packed: str | None) -> tuple[SeriesPart, ...]:
    """The places in series again."""
    return tuple([SeriesPart(*part) for part in json.loads(packed)]) if packed else ()
