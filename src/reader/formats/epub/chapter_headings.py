"""A chapter's heading: in the contents, in the text, or in both; shown once, and the one that says more."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from reader.formats.anchors import without
from reader.work.model import BlockKind, Role
from reader.work.titles import folded, without_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import Block

_FIRST = 8
"""Blocks among which a chapter's heading stands."""
_LONGEST = 200
"""Code points of a heading that is no heading by its element."""
_NO_TITLE = re.compile(
    r"start|unknown|untitled(?: chapter)?|no title|section ?\d*|.*\.x?html?|(?:index )?split \d+",
    re.IGNORECASE,
)
"""Titles that converters give to documents in which they found none."""
_PASSED = frozenset({BlockKind.IMAGE, BlockKind.SCENE_BREAK})


def headed(title: str, blocks: Sequence[Block]) -> tuple[str, tuple[Block, ...]]:
    """The heading of a chapter that the contents call `title`, and its blocks without that heading.

    An empty title is taken from the headings with which the text begins. A heading of a part before the
    chapter's own stays. The places that the heading names become those of the block after it.
    """
    if _NO_TITLE.fullmatch(title.strip()):
        title = ""
    leading = _leading(blocks)
    heading, taken = _of_text(blocks) if not title else _of_both(title, blocks, leading)
    return heading, without(blocks, taken)


def leading_headings(blocks: Sequence[Block]) -> list[int]:
    """The indices of the headings with which the story in the blocks begins; pictures may stand between."""
    first = takewhile(lambda index: blocks[index].kind is BlockKind.HEADING, _leading(blocks))
    return list(first)


def _leading(blocks: Sequence[Block]) -> list[int]:
    """The indices of the first blocks that may be a heading: headings, then short lines."""
    story = (index for index, block in enumerate(blocks) if block.role is Role.STORY)
    found = []
    for index in islice(story, _FIRST):
        block = blocks[index]
        if block.kind in _PASSED:
            continue
        if block.kind is not BlockKind.HEADING and len(block.text) > _LONGEST:
            break
        found.append(index)
    return found


def _of_text(blocks: Sequence[Block]) -> tuple[str, list[int]]:
    """The heading that the text itself has: its first, with the title that follows a bare number."""
    headings = leading_headings(blocks)
    if not headings:
        return "", []
    texts = [" ".join(blocks[index].text.split()) for index in headings]
    numbered = (at for at, text in enumerate(texts) if without_number(text) != text)
    first = next(numbered, 0)
    taken = headings[first : first + (1 if without_number(texts[first]) else 2)]
    return _joined(blocks, taken), taken


def _of_both(title: str, blocks: Sequence[Block], leading: list[int]) -> tuple[str, list[int]]:
    """The heading where the contents give a title: the run of blocks that says the same, if there is one."""
    for size in (3, 2, 1):
        for start in range(len(leading) - size + 1):
            run = leading[start : start + size]
            if _same(title, _joined(blocks, run)):
                return _with_subtitle(title, blocks, run, leading)
    headings = leading_headings(blocks)
    for size in (2, 1):
        text = _joined(blocks, headings[:size]) if len(headings) >= size else ""
        if text and _says_more(text, title):
            return text, headings[:size]
    if headings and not without_number(title):
        return _of_text(blocks)
    return title, []


def _with_subtitle(
    title: str, blocks: Sequence[Block], run: list[int], leading: list[int]
) -> tuple[str, list[int]]:
    """The same heading, with the title in the text where the contents give but a number."""
    after = [index for index in leading if index > run[-1]][:1]
    bare = not without_number(title)
    if (
        bare
        and after
        and blocks[after[0]].kind is BlockKind.HEADING
        and without_number(blocks[after[0]].text)
    ):
        whole = [*run, *after]
        return _joined(blocks, whole), whole
    text = _joined(blocks, run)
    return (title if folded(text) == folded(title) else text), run


def _joined(blocks: Sequence[Block], indices: Sequence[int]) -> str:
    """The texts as one heading: "CHAPTER I" and "The Last Straw" are "CHAPTER I: The Last Straw"."""
    texts = [blocks[index].text.strip() for index in indices]
    return ": ".join(
        text.rstrip(":") if number < len(texts) else text for number, text in enumerate(texts, 1)
    )


def _same(title: str, text: str) -> bool:
    """Whether the two are one heading, but for punctuation, case, and the number before a title."""
    if folded(title) == folded(text):
        return bool(folded(title))
    plain = folded(without_number(text))
    numbered = without_number(title) != " ".join(title.split())
    return bool(plain) and not numbered and folded(title) == plain


def _says_more(text: str, title: str) -> bool:
    """Whether a heading in the text has all the words of the title in the contents, and others."""
    long, short = folded(text), folded(title)
    if not short:
        return True
    if long.startswith(short + " ") or long.endswith(" " + short):
        return True
    return not without_number(title) and without_number(text) != " ".join(text.split())
