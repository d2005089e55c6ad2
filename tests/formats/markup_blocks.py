"""What is read from a stretch of markup: its blocks, their texts, their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.markup.tree import parse_text
from reader.formats.markup.walk import read_blocks

if TYPE_CHECKING:
    from reader.work.model import Block, BlockKind


def blocks_of(html: str) -> list[Block]:
    """The blocks of what a page's body holds."""
    body = parse_text(f"<html><body>{html}</body></html>").find("body")
    assert body is not None
    return read_blocks(body)


def shown(html: str) -> list[str]:
    """Their texts."""
    return [block.text for block in blocks_of(html)]


def kinds(html: str) -> list[tuple[BlockKind, str]]:
    """Their kinds, each with its text."""
    return [(block.kind, block.text) for block in blocks_of(html)]
