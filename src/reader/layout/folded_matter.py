"""Folded matter: one line in the place of a summary, of notes, of all that stands there unbroken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.cells import width
from reader.layout.frames import MATTER, Frame, matter_inset
from reader.layout.piece import Piece
from reader.work.counts import counted
from reader.work.model import Role, count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.work.model import Block, Chapter

_NAMES = {
    Role.PREFACE: "preface",
    Role.SUMMARY: "summary",
    Role.NOTES: "notes",
    Role.END_NOTES: "end notes",
    Role.AFTERWORD: "afterword",
}
_FOLDED = "▸"


def matter_end(chapter: Chapter, index: int) -> int:
    """The index after the last block of the matter that stands there unbroken."""
    while index < len(chapter.blocks) and chapter.blocks[index].role in MATTER:
        index += 1
    return index


def folded(chapter: Chapter, first: int, after: int, starts: Sequence[int], gap: int, measure: int) -> Piece:
    """The line that stands for the blocks of matter from one to before another."""
    blocks = chapter.blocks[first:after]
    inset = matter_inset(measure, matter=True)
    room = max(measure - 2 * inset, 1)
    label = next(label for label in _labels(blocks) if width(label) <= room)
    return Piece(
        block=first,
        start=starts[first],
        begins=[0],
        end=starts[after - 1] + len(blocks[-1].text) - starts[first],
        frame=Frame(inset, room),
        gap=gap,
        plain=True,
        rows=1,
        folded=label,
    )


def _labels(blocks: Sequence[Block]) -> Iterable[str]:
    """What the line may say, the fullest first: "▸ Summary, notes · 120 words"."""
    names = list(dict.fromkeys(_NAMES[block.role] for block in blocks))
    words = sum(count_words(block.text) for block in blocks)
    for said in (", ".join(names), names[0] + ", …" if names[1:] else names[0]):
        yield f"{_FOLDED} {said[0].upper()}{said[1:]} · {counted(words, 'word')}"
    yield f"{_FOLDED} {names[0].capitalize()}"
    yield _FOLDED
