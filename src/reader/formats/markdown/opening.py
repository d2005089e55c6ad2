"""How a text in Markdown begins: title, byline, and facts in bold labels ("**Fandom:** Tidewrack")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.formats.labels import Fact, field_anywhere
from reader.work.model import BlockKind, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import Block

_BYLINE = re.compile(r"(?:written )?by:? (?P<names>\S.{0,100})", re.IGNORECASE)
_FACT_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.LIST_ITEM})


class Opening(NamedTuple):
    """What the first blocks say, and the others."""

    title: str
    """Of the only heading of the first level, where the text begins with it."""
    fields: dict[str, tuple[str, ...]]
    blocks: list[Block]


def read_opening(blocks: list[Block]) -> Opening:
    """The title, the byline under it, and the labelled facts under these, up to the first other block."""
    title, at = _title(blocks), 0
    fields: dict[str, tuple[str, ...]] = {}
    if title:
        at = 1
        byline = _BYLINE.fullmatch(blocks[at].text) if at < len(blocks) else None
        if byline and blocks[at].kind is BlockKind.PARAGRAPH:
            fields["author"] = (byline["names"],)
            at += 1
    while at < len(blocks) and (found := _labelled(blocks[at])):
        fields |= {key: (value,) for key, value in found.items()}
        at += 1
    return Opening(title, fields, blocks[at:] if at < len(blocks) else blocks)


def _title(blocks: Sequence[Block]) -> str:
    largest = [block for block in blocks if block.kind is BlockKind.HEADING and block.level == 1]
    return largest[0].text if len(largest) == 1 and largest[0] is blocks[0] else ""


def _labelled(block: Block) -> dict[str, str]:
    """The facts in a block that consists of them; several may have run into one paragraph."""
    bold = [span for span in block.spans if Style.STRONG in span.style]
    if block.kind not in _FACT_KINDS or not bold or bold[0].start > 0:
        return {}
    facts = {}
    for span, end in zip(bold, [*(after.start for after in bold[1:]), len(block.text)], strict=True):
        label, colon, value = block.text[span.start : end].partition(":")
        key = label.strip().lower()
        if not colon or not value.strip() or field_anywhere(key) in (None, Fact.NOTES):
            return {}
        facts[key] = value.strip(" ;|•")
    return facts
