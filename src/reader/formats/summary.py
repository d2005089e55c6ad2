"""A work's summary: plain text among its facts, blocks under a label before its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.labels import label_heading
from reader.formats.markup.inline import one_line
from reader.work.model import Block, BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def as_text(blocks: Iterable[Block]) -> str | None:
    """The blocks as plain text, paragraphs separated by a line feed; None where nothing is said."""
    return "\n".join(block.text for block in blocks if block.text) or None


def as_blocks(text: str | None) -> tuple[Block, ...]:
    """A plain text's paragraphs under the label; nothing for nothing."""
    lines = map(one_line, (text or "").split("\n"))
    return labelled([Block(BlockKind.PARAGRAPH, line, role=Role.SUMMARY) for line in lines if line])


def labelled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a summary under the label; nothing for nothing."""
    return (label_heading("Summary", Role.SUMMARY), *blocks) if blocks else ()
