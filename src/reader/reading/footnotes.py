"""Notes to the text: what a link to one leads to, and where those at the end of a chapter begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.reading.links import block_named
from reader.reading.note_text import is_marked, marked_as, note_end, settled
from reader.reading.reading import Place
from reader.work.model import BlockKind, Role, Style
from reader.work.note_marks import is_notes_heading, note_label
from reader.work.titles import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.reading.reading import Reading
    from reader.work.model import Block, Chapter, Span

_NOTES = frozenset({Role.NOTES, Role.END_NOTES})
_LABELS = 3
"""The lowest level of the headings that name a stretch of notes; those of single notes are below."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is to be shown by itself."""

    place: Place
    """Where it stands in the work."""
    blocks: tuple[Block, ...]
    """Its text as story, without its mark and what leads back from it."""
    title: str
    """"Note 3", its own heading or the one that it stands under."""


@dataclass(frozen=True, slots=True)
class _Reference:
    """Where a link stands: the indices of chapter and block, and how it reads."""

    chapter: int
    block: int
    label: str
    """Of the note that its text means; empty where it is no mark."""
    in_notes: bool


def note(reading: Reading, link: str) -> Note | None:
    """The note that a link of the chapter shown leads to; None where it leads to a place to go to."""
    spot = block_named(reading, link) if link.startswith("#") else None
    if spot is None:
        return None
    number, index = spot
    chapter = reading.chapter(number)
    here = reading.anchor.chapter
    reference = next(_references(reading.chapter(here), link), _Reference(here, -1, "", in_notes=False))
    if not _is_note(chapter, index, reference):
        return None
    blocks = chapter.blocks[index : note_end(chapter.blocks, index)]
    label = marked_as(blocks[0]) or reference.label
    return Note(
        Place(number, chapter.starts[index]),
        settled(blocks, label),
        _title(chapter.blocks, index, label),
    )


def end_notes(reading: Reading) -> Place | None:
    """Where the notes after the text of the chapter shown begin; None where there are none."""
    number = reading.anchor.chapter
    chapter = reading.chapter(number)
    first: int | None = None
    story = False
    for index, block in enumerate(chapter.blocks):
        if block.role is Role.STORY:
            story, first = True, None
        elif block.role is Role.END_NOTES and first is None:
            first = index
    return Place(number, chapter.starts[first]) if story and first is not None else None


def _references(chapter: Chapter, link: str) -> Iterator[_Reference]:
    """Each place of a chapter from which a link leads."""
    for index, block in enumerate(chapter.blocks):
        for span in block.spans:
            if span.link == link:
                in_notes = block.role in _NOTES
                yield _Reference(chapter.number, index, _label(block, span), in_notes)


def _label(block: Block, span: Span) -> str:
    text = block.text[span.start : span.end]
    if label := note_label(text):
        return label
    return text.strip() if Style.SUPERSCRIPT in span.style and len(text) < len(block.text) else ""


def _is_note(chapter: Chapter, index: int, reference: _Reference) -> bool:
    """Whether what a link leads to is a note, and not a part of the work or the text that a note belongs to.

    Only what stands after its reference is. What the source sets apart as notes needs no mark; elsewhere the
    reference must be one, and the note must bear one or lead back.
    """
    block = chapter.blocks[index]
    if (chapter.number, index) <= (reference.chapter, reference.block):
        return block.role is Role.NOTES and not reference.in_notes and is_marked(block)
    if block.kind is BlockKind.HEADING:
        return block.role in _NOTES and block.level > _LABELS and bool(reference.label)
    if block.role in _NOTES:
        return bool(reference.label) or is_marked(block) or not _is_first(chapter.blocks, index)
    if not reference.label or block.role is Role.TITLE:
        return False
    own = marked_as(block)
    if own and own.casefold() != reference.label.casefold():
        return False
    return is_marked(block) or _stands_among_notes(chapter.blocks, index)


def _is_first(blocks: Sequence[Block], index: int) -> bool:
    """Whether a stretch of matter begins with a block: a link there leads to all of it."""
    return index == 0 or blocks[index - 1].role is not blocks[index].role


def _heading_over(blocks: Sequence[Block], index: int) -> Block | None:
    """The heading that a block of matter, or of a section of notes in the story, stands under."""
    for before in range(index, -1, -1):
        if blocks[before].role is not blocks[index].role:
            break
        if blocks[before].kind is BlockKind.HEADING:
            return blocks[before]
    return None


def _stands_among_notes(blocks: Sequence[Block], index: int) -> bool:
    heading = _heading_over(blocks, index)
    return heading is not None and is_notes_heading(folded(heading.text))


def _title(blocks: Sequence[Block], index: int, label: str) -> str:
    if blocks[index].kind is BlockKind.HEADING:
        return blocks[index].text
    if label:
        return f"Note {label}"
    heading = _heading_over(blocks, index)
    return heading.text if heading else "Note"
