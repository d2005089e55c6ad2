"""The chapters of a plain text: from its paragraphs and headings to drafts, with what stands before them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.formats.assembly import ChapterDraft
from reader.formats.labels import label_heading, matter_role
from reader.formats.text.blocks import to_blocks
from reader.formats.text.heading_forms import is_text_label
from reader.formats.text.headings import find_headings, section_numbers
from reader.formats.text.paragraphs import Form
from reader.formats.text.repair import repaired_if_glued
from reader.work.model import Block, Role
from reader.work.spaces import tidy_spaces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.formats.text.heading_forms import Heading
    from reader.formats.text.paragraphs import Paragraph, Shape

_SHORT_FRONT = 600
"""Words; more than this before a first chapter is a chapter of its own."""
_SHORT_HEADER = 80
"""Words; more than this before the first label is story."""


@dataclass(frozen=True, slots=True)
class _Break:
    """Where a chapter begins: its heading's paragraphs, then perhaps its notes, then its text."""

    start: int
    notes: int
    text: int
    heading: str
    first: bool
    """Whether it can only be a work's first chapter, so that what stands before it is no story."""


def read_chapters(
    paragraphs: Sequence[Paragraph], shape: Shape, *, repair: bool
) -> tuple[tuple[ChapterDraft, ...], tuple[Block, ...]]:
    """The chapters, and the front matter before the first one.

    `repair` puts lost boundaries back into chapters whose paragraphs were run together.
    """
    headings = find_headings(paragraphs, wrapped=bool(shape.width))
    breaks = _breaks(paragraphs, headings)
    sections = section_numbers(paragraphs, headings)
    marked = [
        replace(paragraph, form=Form.SECTION) if index in sections else paragraph
        for index, paragraph in enumerate(paragraphs)
    ]
    ends = [*(each.start for each in breaks), len(paragraphs)][1:]
    drafts = []
    for each, end in zip(breaks, ends, strict=True):
        notes = _matter(paragraphs[each.notes : each.text], shape)
        drafts.append(_draft(each.heading, notes, marked[each.text : end], shape, repair=repair))
    before = marked[: breaks[0].start] if breaks else marked
    if not before:
        return tuple(drafts), ()
    if drafts and _is_front(before, breaks[0]):
        return tuple(drafts), tuple(to_blocks(before, scene_gap=shape.scene_gap, role=Role.PREFACE))
    return (_draft("", [], before, shape, repair=repair), *drafts), ()


def _draft(
    heading: str, notes: Sequence[Block], story: Sequence[Paragraph], shape: Shape, *, repair: bool
) -> ChapterDraft:
    whole = repaired_if_glued(story) if repair else None
    blocks = to_blocks(whole or story, scene_gap=shape.scene_gap)
    return ChapterDraft(heading, (*notes, *blocks), repaired=whole is not None)


def _is_front(before: Sequence[Paragraph], first: _Break) -> bool:
    words = sum(paragraph.text.count(" ") + 1 for paragraph in before)
    return words < (_SHORT_FRONT if first.first else _SHORT_HEADER)


def _breaks(paragraphs: Sequence[Paragraph], headings: Sequence[Heading]) -> list[_Break]:
    """Headings, and the labels "Chapter Text" that copied pages of the archive have between chapters.

    A label that follows a heading, with nothing but notes between, belongs to it and begins no chapter.
    """
    found = [
        _Break(
            heading.start,
            heading.end,
            heading.end,
            tidy_spaces(heading.text),
            (heading.number or 0) <= 1,
        )
        for heading in headings
    ]
    labels = [index for index, paragraph in enumerate(paragraphs) if _is_label(paragraph)]
    for label in labels:
        place = next((at for at, each in enumerate(found) if each.start > label), len(found))
        before = found[place - 1] if place else None
        if before and before.text == before.notes and _only_notes(paragraphs[before.notes : label]):
            found[place - 1] = _Break(before.start, before.notes, label + 1, before.heading, before.first)
        else:
            found.insert(place, _Break(label, label + 1, label + 1, "", first=False))
    return found


def _is_label(paragraph: Paragraph) -> bool:
    return len(paragraph.lines) == 1 and is_text_label(paragraph.lines[0])


def _only_notes(paragraphs: Sequence[Paragraph]) -> bool:
    return not paragraphs or matter_role(paragraphs[0].text) is not None


def _matter(paragraphs: Sequence[Paragraph], shape: Shape) -> list[Block]:
    """Summary and notes between a chapter's heading and its text, each with the role its label gives it.

    The paragraph of a label that was dropped (the last one) is left out.
    """
    blocks: list[Block] = []
    role = Role.NOTES
    for paragraph in paragraphs:
        if _is_label(paragraph):
            continue
        if found := matter_role(paragraph.text):
            role = found
            blocks.append(label_heading(paragraph.text, role))
        else:
            blocks += to_blocks([paragraph], scene_gap=shape.scene_gap, role=role)
    return blocks
