"""Footnotes typed into a text ("[Footnote 1: …]", "[1] …", "{1} …"), made end notes with links to them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.formats.text.spans import is_free
from reader.work.model import Block, BlockKind, Role, Span, Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.formats.assembly import ChapterDraft

_LABEL = r"[0-9]{1,3}|[A-Z]|\*{1,3}"
_WORDED = re.compile(r"\[(?:Footnote|Note|Fu(?:ß|ss)note|Nota)\s*([^\]:\s]{1,6}):\s*(?=\S)", re.IGNORECASE)
_NUMBERED = re.compile(rf"(?:\[({_LABEL})\]|\{{({_LABEL})\}})\s+(?=\S)")
_REFERENCE = re.compile(rf"\[({_LABEL})\]|\{{({_LABEL})\}}")
_LONGEST = 20
"""Paragraphs of one note in brackets; one that never ends is none."""


@dataclass(frozen=True, slots=True)
class _Note:
    """A note where it stands: indices of its chapter and of its blocks."""

    chapter: int
    start: int
    end: int
    label: str
    text: int
    """Where in the first block its text begins."""
    worded: bool


def with_notes(drafts: Sequence[ChapterDraft]) -> tuple[ChapterDraft, ...]:
    """The chapters, with each note at the end of its own and a link at each number that means it.

    Only where there is no doubt: a number that stands at one note alone, in the whole work or, where they
    begin anew in each, in its chapter, and that the text refers to.
    """
    notes = [note for at, draft in enumerate(drafts) for note in _notes(at, draft.blocks)]
    labels = Counter(note.label for note in notes)
    throughout = all(count == 1 for count in labels.values())
    scoped = [(0 if throughout else note.chapter, note.label) for note in notes]
    times = Counter(scoped)
    taken = {(note.chapter, at) for note in notes for at in range(note.start, note.end)}
    used = {
        (0 if throughout else chapter, found[1] or found[2])
        for chapter, draft in enumerate(drafts)
        for at, block in enumerate(draft.blocks)
        if (chapter, at) not in taken
        for found in _REFERENCE.finditer(block.text)
    }
    names = {
        scope: f"footnote-{number}"
        for number, scope in enumerate(scoped, 1)
        if times[scope] == 1 and scope in used
    }
    if not names:
        return tuple(drafts)
    links: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for (scope, label), name in names.items():
        links[scope][label] = name
    own: defaultdict[int, list[_Note]] = defaultdict(list)
    for note, place in zip(notes, scoped, strict=True):
        if place in names:
            own[note.chapter].append(note)
    return tuple(
        replace(draft, blocks=tuple(_settled(draft.blocks, own[at], links[0 if throughout else at])))
        for at, draft in enumerate(drafts)
    )


def _notes(chapter: int, blocks: Sequence[Block]) -> Iterator[_Note]:
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if block.kind is not BlockKind.PARAGRAPH or block.role is not Role.STORY:
            continue
        if found := _WORDED.match(block.text):
            ends = (
                end
                for end in range(at, min(at + _LONGEST, len(blocks) + 1))
                if blocks[end - 1].text.endswith("]")
            )
            end = next(ends, 0)
            if end:
                yield _Note(chapter, at - 1, end, found[1], found.end(), worded=True)
                at = end
        elif found := _NUMBERED.match(block.text):
            yield _Note(chapter, at - 1, at, found[1] or found[2], found.end(), worded=False)


def _settled(blocks: Sequence[Block], notes: Sequence[_Note], links: dict[str, str]) -> Iterator[Block]:
    """A chapter's blocks with their links, its notes after them."""
    moved = {at for note in notes for at in range(note.start, note.end)}
    for at, block in enumerate(blocks):
        if at not in moved:
            yield _linked(block, links)
    for note in notes:
        own = list(blocks[note.start : note.end])
        if note.worded:
            own[-1] = _cut(own[-1], 0, len(own[-1].text) - 1)
        own[0] = _cut(own[0], note.text, len(own[0].text))
        for number, block in enumerate(own):
            kind = block._replace(kind=BlockKind.LIST_ITEM, role=Role.END_NOTES, level=1)
            first = number == 0
            yield kind._replace(
                marker=note.label if first else "", anchors=(links[note.label],) if first else ()
            )


def _cut(block: Block, start: int, end: int) -> Block:
    """The block with this stretch of its text."""
    spans = (
        span._replace(start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in block.spans
        if span.start < end and start < span.end
    )
    return block._replace(text=block.text[start:end], spans=tuple(spans))


def _linked(block: Block, links: dict[str, str]) -> Block:
    """The block with a link at each number of a note, where no other span is."""
    added = []
    for found in _REFERENCE.finditer(block.text):
        name = links.get(found[1] or found[2])
        if name and is_free(block.spans, found.start(), found.end()):
            added.append(Span(found.start(), found.end(), Style.SUPERSCRIPT, f"#{name}"))
    if not added:
        return block
    return block._replace(spans=tuple(sorted([*block.spans, *added], key=lambda span: span.start)))
