"""From paragraphs of plain text to blocks: scene breaks, verse, and words between underscores."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.text.paragraphs import Form, indent
from reader.work.model import Align, Block, BlockKind, Role, Span, Style
from reader.work.scene_breaks import is_scene_break
from reader.work.spaces import tidy_spaces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.formats.text.paragraphs import Paragraph

_DEEPEST_INDENT = 20
"""Columns."""
_EMPHASIS = re.compile(r"(?<![\w_])_(?=[^\s_])([^_]{1,300}?)(?<=[^\s_])_(?![\w_])")


def to_blocks(
    paragraphs: Sequence[Paragraph],
    *,
    scene_gap: int,
    role: Role = Role.STORY,
) -> list[Block]:
    """The blocks of one chapter's paragraphs, or of matter with the role given.

    Blank lines end a scene in the story alone, and only between two paragraphs of it.
    """
    blocks: list[Block] = []
    for paragraph in paragraphs:
        text = tidy_spaces(paragraph.text)
        if paragraph.form is Form.SECTION:
            blocks.append(Block(BlockKind.HEADING, text, role=role, level=3, align=Align.CENTRE))
            continue
        typed = is_scene_break(text)
        if _is_open(blocks) and paragraph.gap >= scene_gap and not typed and role is Role.STORY:
            blocks.append(Block(BlockKind.SCENE_BREAK, "", role=role))
        if typed:
            blocks.append(Block(BlockKind.SCENE_BREAK, text, role=role))
        elif paragraph.form is Form.VERSE:
            blocks += _verse(paragraph, role)
        else:
            shown, spans = _emphasised(text)
            quote = int(paragraph.form is Form.QUOTATION)
            blocks.append(Block(BlockKind.PARAGRAPH, shown, spans, role, quote=quote))
    return blocks


def _emphasised(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text without the underscores around emphasised words, and the spans of these words."""
    if "_" not in text:
        return text, ()
    parts, spans, end, length = [], [], 0, 0
    for found in _EMPHASIS.finditer(text):
        parts += [text[end : found.start()], found[1]]
        start = length + found.start() - end
        length = start + len(found[1])
        spans.append(Span(start, length, Style.EMPHASIS))
        end = found.end()
    return "".join([*parts, text[end:]]), tuple(spans)


def _is_open(blocks: Sequence[Block]) -> bool:
    return bool(blocks) and blocks[-1].kind not in {BlockKind.SCENE_BREAK, BlockKind.HEADING}


def _verse(paragraph: Paragraph, role: Role) -> Iterator[Block]:
    """A block a line, each with the indent it has beyond the least indented one."""
    base = min(indent(line) for line in paragraph.lines)
    for number, line in enumerate(paragraph.lines):
        shown, spans = _emphasised(tidy_spaces(line))
        deep = min(indent(line) - base, _DEEPEST_INDENT)
        moved = tuple(Span(span.start + deep, span.end + deep, span.style) for span in spans)
        yield Block(BlockKind.VERSE, " " * deep + shown, moved, role, continues=number > 0)
