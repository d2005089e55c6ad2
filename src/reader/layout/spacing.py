"""The blank lines between two blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.frames import MATTER
from reader.work.model import Align, BlockKind, Role, Style

if TYPE_CHECKING:
    from reader.layout.style import PageStyle
    from reader.work.model import Block

_ROOMY = 12
"""The least height in lines at which headings get more than one blank line."""


def _belongs_to(before: Block, block: Block) -> bool:
    """Whether a block stands right under the one before it: a caption, a definition."""
    if before.role is not block.role or before.quote != block.quote:
        return False
    if before.kind is BlockKind.IMAGE:
        return block.kind is BlockKind.PARAGRAPH and block.align is Align.CENTRE
    term = before.kind is BlockKind.PARAGRAPH and any(Style.STRONG in span.style for span in before.spans[:1])
    return term and block.kind is BlockKind.LIST_ITEM and not block.marker


def blank_lines(before: Block, block: Block, style: PageStyle) -> int:
    """How many blank lines stand between two blocks that are on the same page."""
    if before.kind is block.kind is BlockKind.PARAGRAPH and before.role is block.role is Role.STORY:
        alike = style.indent and before.align is block.align  # nearly always, so it is asked first
        return 0 if alike and before.quote == block.quote else 1
    more = 2 if style.height >= _ROOMY else 1
    if before.role is Role.TITLE:
        if block.role is not Role.TITLE:
            return more
        if block.kind is not BlockKind.HEADING:
            return 1 if before.level == 1 and style.height >= _ROOMY else 0
        return more
    if block.kind is BlockKind.HEADING:
        return 1 if block.role in MATTER else more
    if before.role in MATTER and block.role is Role.STORY:
        return more
    if _belongs_to(before, block):
        return 0
    if before.kind is not block.kind or before.quote != block.quote or before.role is not block.role:
        return 1
    if block.kind is not BlockKind.PARAGRAPH:
        return 0 if block.continues else 1
    apart = not style.indent or block.role in MATTER or before.align is not block.align
    return 1 if apart else 0
