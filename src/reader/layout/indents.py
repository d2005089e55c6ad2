"""How far the first line of a paragraph is set in, as the script it is written in has it.

Western paragraphs are set in after another paragraph. Chinese, Japanese and Korean ones always are, by whole
characters, which are two cells wide: Chinese by two (W3C, "Requirements for Chinese Text Layout", 3.4.1),
Japanese by one, but not where it begins with an opening bracket, as speech does ("Requirements for Japanese
Text Layout", 3.1.5, with the bracket at the head of the line), Korean by one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.layout.cells import is_plain
from reader.layout.frames import paragraph_indent
from reader.work.model import Align, BlockKind, Role

if TYPE_CHECKING:
    from reader.layout.style import PageStyle
    from reader.work.model import Block

_WIDE = 2
"""Cells of an ideograph, kana or syllable of Hangul."""
_BRACKETS = "「『（《〈【〔［｛〝"
_LOOKED_AT = 40
"""Characters of a paragraph that tell its script."""
_CHINESE, _JAPANESE, _KOREAN = "zh", "ja", "ko"


@cache  # it takes milliseconds to compile, and most works do without it
def _east_asian_characters() -> re.Pattern[str]:
    return re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]")


def first_line_indent(before: Block | None, block: Block, style: PageStyle, *, plain: bool) -> int:
    """Cells by which the first line of a block is set in; `before` is what is shown right before it.

    `plain` is True where the whole chapter is known to be, as `cells.is_plain` has it.
    """
    if not style.indent or not _may_be_indented(block):
        return 0
    script = _east_asian(block, style.language, plain=plain)
    if not script:
        return paragraph_indent(style.measure) if before and _is_alike(before, block) else 0
    if script == _JAPANESE and block.text.lstrip()[:1] in _BRACKETS:
        return 0
    return _WIDE * 2 if script == _CHINESE and style.measure >= 8 * _WIDE else _WIDE


def _may_be_indented(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and block.role is Role.STORY and block.align is Align.START


def _is_alike(before: Block, block: Block) -> bool:
    return _may_be_indented(before) and before.quote == block.quote


def _east_asian(block: Block, language: str, *, plain: bool) -> str:
    """Which East Asian way of setting a paragraph in is meant, by its text and then its language; or none."""
    language = (block.lang or language)[:2].lower()
    head = block.text[:_LOOKED_AT]
    if plain or is_plain(head) or 3 * len(_east_asian_characters().findall(head)) < len(head):
        return language if language == _CHINESE else ""
    if re.search(r"[\u3041-\u3096\u30a1-\u30fa]", head):
        return _JAPANESE
    if re.search(r"[\uac00-\ud7a3]", head):
        return _KOREAN
    return language if language in (_JAPANESE, _KOREAN) else _CHINESE
