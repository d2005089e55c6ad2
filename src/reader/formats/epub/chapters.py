"""From documents and the places where chapters begin to chapters, and the matter before and behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.formats.assembly import ChapterDraft
from reader.formats.epub.chapter_headings import headed
from reader.formats.epub.matter import ROLES, Kind, kind_by_title
from reader.formats.epub.outline import Opening, Spot, begins_a_chapter
from reader.work.model import Align, Block, BlockKind, Role, count_words
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.formats.epub.documents import Document

_PART_PAGE = 25
"""Words of prose on the page of a part; one with more is a chapter."""
_FRONT_PAGE = 150
"""Words before all that the contents name; more are a chapter without a title."""
_NO_TEXT = frozenset({BlockKind.HEADING, BlockKind.IMAGE, BlockKind.SCENE_BREAK})


class Chapters(NamedTuple):
    """What a novel's text falls into."""

    front: tuple[Block, ...]
    drafts: tuple[ChapterDraft, ...]
    back: tuple[Block, ...]


class _Piece(NamedTuple):
    """A stretch of one document in which no chapter begins but at its start."""

    document: Document
    opening: Opening | None
    blocks: tuple[Block, ...]
    whole: bool
    """Whether it begins its document."""


@dataclass(slots=True)
class _Draft:
    """A chapter while its blocks are gathered."""

    title: str
    listed: bool
    blocks: list[Block] = field(default_factory=list)


def chapters_of(documents: Sequence[Document], openings: Mapping[Spot, Opening]) -> Chapters:
    """The chapters and the matter around them. Every block is in one of them, in order."""
    drafts, front, back = _gathered(list(_pieces(documents, openings)))
    if not drafts:
        return Chapters((), (ChapterDraft("", _as_story([*front, *back])),), ())
    named = [headed(draft.title, draft.blocks) for draft in drafts]
    return Chapters(
        tuple(_as_matter(front, Role.PREFACE)),
        tuple(ChapterDraft(heading, _in_order(blocks)) for heading, blocks in named),
        tuple(_as_matter(back, Role.AFTERWORD)),
    )


def _pieces(documents: Sequence[Document], openings: Mapping[Spot, Opening]) -> Iterator[_Piece]:
    cuts: dict[int, set[int]] = {}
    for spot in openings:
        cuts.setdefault(spot.document, {0}).add(spot.block)
    for number, document in enumerate(documents):
        spots = sorted(cuts.get(number, {0}))
        for first, end in pairwise([*spots, max(len(document.blocks), spots[-1] + 1)]):
            blocks = document.blocks[first:end]
            if blocks:
                blocks = (blocks[0]._replace(continues=False), *blocks[1:])
                yield _Piece(document, openings.get(Spot(number, first)), blocks, first == 0)


def _gathered(pieces: list[_Piece]) -> tuple[list[_Draft], list[Block], list[Block]]:
    """The chapters, and what stands before the first and after the last.

    `waiting` is what opens the next chapter: the page of a part, matter between two chapters.
    """
    drafts: list[_Draft] = []
    front: list[Block] = []
    waiting: list[Block] = []
    matter_waits = False
    for index, piece in enumerate(pieces):
        matter = _matter(piece)
        if matter is not None:
            waiting += matter
            matter_waits = True
        elif _opens_next(piece, pieces, index + 1):
            waiting += piece.blocks
        elif not drafts and _is_front_page(piece, pieces, index + 1):
            waiting += [block._replace(role=Role.PREFACE) for block in piece.blocks]
            matter_waits = True
        elif _begins(piece, drafts):
            if not drafts:
                front, waiting = _front(waiting)
            title = piece.opening.title if piece.opening else ""
            drafts.append(_Draft(title, piece.opening is not None, [*waiting, *piece.blocks]))
            waiting, matter_waits = [], False
        else:
            drafts[-1].blocks += [*waiting, *piece.blocks]
            waiting, matter_waits = [], False
    if drafts and not matter_waits:
        drafts[-1].blocks += waiting
        waiting = []
    return drafts, front, waiting


def _matter(piece: _Piece) -> list[Block] | None:
    """The blocks of a piece that is set apart from the story, None for one that is story."""
    if all(block.role is not Role.STORY for block in piece.blocks):
        return list(piece.blocks)
    kind = kind_by_title(piece.opening.title) if piece.opening else None
    if kind is None or (kind is Kind.NOTES and not piece.whole):
        return None
    role = ROLES.get(kind, Role.AFTERWORD)
    return [block._replace(role=role) if block.role is Role.STORY else block for block in piece.blocks]


def _begins(piece: _Piece, drafts: list[_Draft]) -> bool:
    """Whether a piece of story begins a chapter."""
    return piece.opening is not None or not drafts or (piece.whole and begins_a_chapter(piece.document))


def _is_followed(pieces: list[_Piece], start: int) -> bool:
    """Whether the next piece of story from `start` on begins a chapter."""
    story = (at for at in range(start, len(pieces)) if _matter(pieces[at]) is None)
    following = next((pieces[at] for at in story), None)
    return following is not None and (
        following.opening is not None or (following.whole and begins_a_chapter(following.document))
    )


def _is_front_page(piece: _Piece, pieces: list[_Piece], start: int) -> bool:
    """Whether a piece before all that the contents name is too short for a chapter."""
    words = sum(count_words(block.text) for block in piece.blocks)
    return piece.opening is None and words <= _FRONT_PAGE and _is_followed(pieces, start)


def _opens_next(piece: _Piece, pieces: list[_Piece], start: int) -> bool:
    """Whether a piece opens the chapter after it: the page of a part, headings without text."""
    if not _is_followed(pieces, start):
        return False
    if not any(block.kind not in _NO_TEXT for block in piece.blocks):
        return piece.opening is not None or any(block.kind is BlockKind.HEADING for block in piece.blocks)
    return piece.opening is not None and piece.opening.parent and _prose(piece) <= _PART_PAGE


def _prose(piece: _Piece) -> int:
    """Words of a part's page that are no heading, motto or verse."""
    title = folded(piece.opening.title) if piece.opening else ""
    return sum(
        count_words(block.text)
        for block in piece.blocks
        if block.kind is BlockKind.PARAGRAPH
        and not block.quote
        and block.align is Align.START
        and folded(block.text) not in title
    )


def _front(waiting: list[Block]) -> tuple[list[Block], list[Block]]:
    """What stands before the first chapter in matter of its own, and what opens that chapter."""
    last = next((at for at in range(len(waiting), 0, -1) if waiting[at - 1].role is not Role.STORY), 0)
    return waiting[:last], waiting[last:]


def _as_matter(blocks: list[Block], role: Role) -> Iterator[Block]:
    """Blocks before or behind the story: what is no note has the role of that side."""
    for block in blocks:
        yield block if block.role is Role.END_NOTES else block._replace(role=role)


def _as_story(blocks: list[Block]) -> tuple[Block, ...]:
    return tuple(block._replace(role=Role.STORY) for block in blocks)


def _in_order(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A chapter's blocks with its notes at the end, and without rules that part nothing any more."""
    story = [block for block in blocks if block.role is not Role.END_NOTES]
    while story and _is_bare_rule(story[-1]):
        story.pop()
    while story and _is_bare_rule(story[0]):
        story.pop(0)
    return (*story, *(block for block in blocks if block.role is Role.END_NOTES))


def _is_bare_rule(block: Block) -> bool:
    return block.kind is BlockKind.SCENE_BREAK and not block.text and not block.anchors
