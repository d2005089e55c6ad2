"""What Project Gutenberg's plain texts mark by signs (Distributed Proofreaders' Formatting Guidelines)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.text.spans import is_free
from reader.work.model import BlockKind, Role, Span, Style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.work.model import Block

_MARKED = re.compile(r"(?<![\w=+])([=+])(?=[^\s=+])([^=+]{1,300}?)(?<=[^\s=+])\1(?![\w=+])")
_STYLES = {"=": Style.STRONG, "+": Style.EMPHASIS}
"""Spaced-out letters (gesperrt) are how old German print stresses."""
_PICTURE = re.compile(r"\[(?:Illustration|Abbildung|Frontispiece)(?::\s*(.*?))?\]", re.IGNORECASE)


def marked_up(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with their signs made styles, and pictures of what stands for one."""
    return tuple(_picture(block) or _styled(block) for block in blocks)


def _picture(block: Block) -> Block | None:
    found = _PICTURE.fullmatch(block.text) if block.kind is BlockKind.PARAGRAPH else None
    if not found or block.role is not Role.STORY:
        return None
    caption, start = found[1] or "", max(found.start(1), 0)
    return block._replace(kind=BlockKind.IMAGE, text=caption, spans=_within(block.spans, start, len(caption)))


def _within(spans: tuple[Span, ...], start: int, length: int) -> tuple[Span, ...]:
    """The spans of the stretch of so many code points from `start` on, counted in it."""
    moved = (
        span._replace(start=max(span.start - start, 0), end=min(span.end - start, length)) for span in spans
    )
    return tuple(span for span in moved if span.start < span.end)


def _styled(block: Block) -> Block:
    if "=" not in block.text and "+" not in block.text:
        return block
    found = [each for each in _MARKED.finditer(block.text) if is_free(block.spans, each.start(), each.end())]
    if not found:
        return block
    cuts = sorted(at for each in found for at in (each.start(), each.end() - 1))
    spans = [Span(each.start() + 1, each.end() - 1, _STYLES[each[1]]) for each in found]
    spans = sorted([*block.spans, *spans], key=lambda span: span.start)
    return block._replace(text=_without(block.text, cuts), spans=_moved(spans, cuts))


def _without(text: str, cuts: list[int]) -> str:
    """The text without the code points at these positions."""
    parts = []
    at = 0
    for cut in cuts:
        parts.append(text[at:cut])
        at = cut + 1
    return "".join([*parts, text[at:]])


def _moved(spans: list[Span], cuts: list[int]) -> tuple[Span, ...]:
    """The spans where that leaves them; both are in order."""
    moved = []
    before = 0
    for span in spans:
        while before < len(cuts) and cuts[before] < span.start:
            before += 1
        moved.append(span._replace(start=span.start - before, end=span.end - before))
    return tuple(moved)
