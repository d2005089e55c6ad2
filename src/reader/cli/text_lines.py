"""A work's blocks as lines of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.output import safe
from reader.work.model import BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.work.model import Block

_WITHOUT_NOTES = (Role.STORY, Role.TITLE)
_UNTYPED_BREAK = "* * *"


def lines(blocks: Iterable[Block], *, notes: bool) -> Iterator[str]:
    """The blocks of a chapter as lines; none is empty."""
    for block in blocks:
        if notes or block.role in _WITHOUT_NOTES:
            line = _line(block)
            if line.strip():
                yield line


def _line(block: Block) -> str:
    text = safe(block.text)
    if block.kind is BlockKind.SCENE_BREAK:
        return text or _UNTYPED_BREAK
    return f"{block.marker} {text}" if block.marker else text
