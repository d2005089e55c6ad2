"""The places in a line that may be made wider when it is spread to the right edge.

They are the spaces, and in Chinese and Japanese what W3C's requirements for their layout (JLREQ 3.8, CLREQ)
spread first: after closing and before opening punctuation, which has a blank half anyway, and where letters
or figures meet ideographs.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reader.layout.cells import is_boundary, offsets

_AFTER = {
    mark: weight for marks, weight in ((".!?…。！？", 3), (";:—–；：", 2), (",，、", 1)) for mark in marks
}
_CLOSING = "”’\"')»」』）》〉】"


class Gap(NamedTuple):
    """A place that may be made wider."""

    offset: int
    """In the block's text, of the character after which it is: a space or a full-width character."""
    column: int
    """Cells from the edge at which lines begin to the blank cell that is there, nothing being spread."""
    pause: int
    """How much of a rest there is in the sentence: 0 after a word, 3 after a full stop."""


@cache  # most works do without it
def _rests() -> re.Pattern[str]:
    closing, opening = "、。，．：；？！」』）》〉】〕〗", "「『（《〈【〔〖"
    wide, narrow = "\u3041-\u30fa\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003fffd", "A-Za-z0-9"
    return re.compile(
        f"(?<=[{closing}])(?![{closing}…—”’])|(?<=[{wide}])(?=[{opening}])"
        f"|(?<=[{wide}])(?=[{narrow}])|(?<=[{narrow}])(?=[{wide}])"
    )


def pause_after(text: str, offset: int) -> int:
    """How much of a rest there is in the sentence before an offset."""
    before = text[offset - 1]
    if before.isalpha():
        return 0
    return _AFTER.get(text[max(offset - 2, 0)] if before in _CLOSING else before, 0)


def gaps_of(text: str, begin: int, end: int, indent: int, *, plain: bool) -> list[Gap]:
    """The gaps of a line that shows a stretch of a text and begins so many cells from the edge."""
    gaps: list[Gap] = []
    if plain:
        offset = text.find(" ", begin + 1, end)
        while offset >= 0:
            gaps.append(Gap(offset, indent + offset - begin, pause_after(text, offset)))
            offset = text.find(" ", offset + 1, end)
        return gaps
    cells = offsets(text[begin:end])
    rests = (
        {found.start() for found in _rests().finditer(text, begin + 1, end)}
        if cells[-1] > end - begin
        else ()
    )
    for after in range(begin + 1, end):
        spaced = text[after - 1] == " " and after - 1 > begin
        if (spaced or after in rests) and is_boundary(text, after):
            before = after - 1 if spaced else after
            gaps.append(Gap(after - 1, indent + cells[after - begin] - 1, pause_after(text, before)))
    return gaps
