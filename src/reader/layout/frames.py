"""The room each kind of block is given: how far it is set in, what stands before it, how it is aligned."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.layout.breaking import Room
from reader.work.model import Align, BlockKind, Role

if TYPE_CHECKING:
    from reader.work.model import Block

MATTER = frozenset({Role.PREFACE, Role.SUMMARY, Role.NOTES, Role.END_NOTES, Role.AFTERWORD})
"""The roles that are set apart from the story, and may be hidden."""
_LEAST = 8
"""Cells that must be left for text when something could do without its indentation."""
_LEAST_BOXED = 12
"""Cells in which a frame can be drawn round a picture's description."""
_GREAT = 2
"""The lowest level of headings in the text that are set like those of chapters."""
_TURN = "↳ "
"""What stands before the rest of a line of preformatted text that is too long."""
IMAGE = "image"
"""What is said of a picture that has no description, and what readers of formats say of it."""


class Frame(NamedTuple):
    """Where the lines of a block stand. All in cells."""

    left: int
    """From the left edge of the measure."""
    width: int
    first: int = 0
    """How far the first line is set in from there, what leads it included."""
    rest: int = 0
    """How far the other lines are."""
    align: Align = Align.START
    lead: str = ""
    """What stands right before the first line's text and is not of it: a list marker."""
    tail: str = ""
    """What stands right after the last line's text and is not of it."""
    turn: str = ""
    """What stands right before the text of each further line and is not of it."""
    rtl: bool = False
    boxed: bool = False
    """Whether there is a line drawn round the block, which takes a row above and below."""

    @property
    def room(self) -> Room:
        """The cells there are for text in each line."""
        return Room(self.width - self.first - len(self.tail), self.width - self.rest - len(self.tail))


def frame_of(block: Block, measure: int, indent: int = 0) -> Frame:
    """The frame of a block that is no table row; `indent` is how far its first line is set in."""
    centred = block.kind is BlockKind.SCENE_BREAK or (
        block.kind is BlockKind.HEADING and (block.role is Role.TITLE or _is_great(block))
    )
    return _frame(
        block.kind,
        measure,
        block.quote,
        block.role in MATTER,
        Align.CENTRE if centred else block.align,
        block.rtl,
        indent,
        block.text.casefold() if block.kind is BlockKind.IMAGE else "",
    )


def image_frame(block: Block, measure: int) -> Frame | None:
    """The frame of a picture that is drawn; None where there is no room for it."""
    inset = block_inset(block, measure)
    room = measure - 2 * inset
    if room < _LEAST_BOXED:
        return None
    return Frame(inset, room, first=2, rest=2, tail=" │", rtl=block.rtl, boxed=True)


def _is_great(heading: Block) -> bool:
    """Whether a heading in the text stands in the middle, as those of chapters do."""
    return heading.level <= _GREAT and heading.role is Role.STORY and heading.align is Align.START


@lru_cache(maxsize=512)
def _frame(
    kind: BlockKind,
    measure: int,
    quote: int,
    matter: bool,
    align: Align,
    rtl: bool,
    indent: int,
    text: str,
) -> Frame:
    inset = quote_inset(measure, quote) + matter_inset(measure, matter=matter)
    room = measure - 2 * inset
    if kind is BlockKind.IMAGE:
        return _image_frame(inset, room, align, text=text)
    if kind is BlockKind.VERSE and align is Align.START:
        extra = _spared(room, paragraph_indent(measure))
        room -= extra
        turned = _spared(room, 4)
        if rtl:
            return Frame(inset, room, rest=turned, align=Align.END, rtl=True)
        return Frame(inset + extra, room, rest=turned)
    if kind is BlockKind.PREFORMATTED and align is Align.START and not rtl and _spared(room, len(_TURN)):
        return Frame(inset, room, rest=len(_TURN), turn=_TURN)
    first = _spared(room, indent)
    if rtl and align is not Align.CENTRE:
        return Frame(inset, room, first=first, align=Align.END, rtl=True)
    return Frame(inset, room, first=first, align=align)


def block_inset(block: Block, measure: int) -> int:
    """How far a block is set in on either side."""
    return quote_inset(measure, block.quote) + matter_inset(measure, matter=block.role in MATTER)


def paragraph_indent(measure: int) -> int:
    """How far verse is set in, and the first line of a paragraph."""
    return 3 if measure >= 45 else 2


def quote_inset(measure: int, depth: int) -> int:
    """How far a quotation is set in on either side: a step for each depth, never past a quarter."""
    step = 4 if measure >= 60 else 3 if measure >= 40 else 2 if measure >= 24 else 1
    return min(step * depth, measure // 4)


def matter_inset(measure: int, *, matter: bool) -> int:
    """How far summaries and notes are set in on either side."""
    if not matter or measure < 12:
        return 0
    return 2 if measure >= 24 else 1


def _spared(room: int, wanted: int) -> int:
    """The indentation that is wanted, if there is enough left for text."""
    return wanted if room - wanted >= _LEAST else 0


def _image_frame(left: int, room: int, align: Align, *, text: str) -> Frame:
    if not text:
        return Frame(left, room, align=align, lead="[image]"[: max(room, 1)])
    for lead in ("[",) if text == IMAGE else ("[image: ", "["):
        if room >= 2 * len(lead) + 4:
            return Frame(left, room, first=len(lead), rest=1, align=align, lead=lead, tail="]")
    return Frame(left, room, align=align)
