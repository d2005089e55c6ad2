"""The chapters of a story by FanFicFare: titles without its additions, the authors' notes set apart."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from reader.formats.labels import label_heading
from reader.formats.markup.elements import classes
from reader.work.model import BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from reader.work.model import Block

_NEW = re.compile(r"^(\d+\. +)?\(new\) +")
_NOTES = frozenset({"fff_head_notes", "fff_foot_notes", "fff_chapter_notes"})
_STYLES = {"u": "u", "bold": "b"}
_CENTRED = frozenset({"center", "CI"})
"""Classes of the style sheet that it puts into every file."""
_LABELS = {
    "author's note": Role.NOTES,
    "notes for the chapter": Role.NOTES,
    "summary for the chapter": Role.SUMMARY,
}
"""FanFicFare's labels of the notes that stand in a chapter of AO3 and its kin, in lower case."""
_LONGEST_LABEL = 40
"""Code points."""


def plain_titles(titles: Sequence[str]) -> tuple[str, ...]:
    """The titles without the mark "(new)", and without numbers where each has its own in front."""
    plain = [_NEW.sub(r"\1", title) for title in titles]
    numbered = all(title.startswith(f"{number}. ") for number, title in enumerate(plain, 1))
    return tuple(title.partition(". ")[2].strip() or title if numbered else title for title in plain)


def prepare(root: _Element) -> None:
    """Say in HTML's own elements what FanFicFare's classes mean: notes set apart, underlining, alignment."""
    for element in root.iter("div", "p", "span"):
        found = classes(element)
        if not found:
            continue
        if found & _NOTES:
            element.tag = "reader-end-notes" if "fff_foot_notes" in found else "reader-notes"
        elif element.tag == "span":
            element.tag = next((_STYLES[name] for name in sorted(found & _STYLES.keys())), "span")
        elif found & _CENTRED and not element.get("align"):
            element.set("align", "center")


def settle_notes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a chapter, labels in its notes as headings.

    Labelled quotations at either end are notes too: nothing more is left of them in text, and before 2021.
    """
    start = 0
    while start < len(blocks) and (size := _note_length(blocks, start)):
        start += size
    end = len(blocks)
    at = end - 1
    while at > start and (blocks[at].quote or _label_role(blocks[at])):
        if _label_role(blocks[at]) and at + _note_length(blocks, at) == end:
            end = at
        at -= 1
    if start < end:
        head = [block._replace(role=Role.NOTES) for block in blocks[:start]]
        foot = [block._replace(role=Role.END_NOTES) for block in blocks[end:]]
        blocks = [*head, *blocks[start:end], *foot]
    runs = groupby(blocks, key=lambda block: block.role)
    return tuple(
        block for role, run in runs for block in (run if role is Role.STORY else _labelled(list(run), role))
    )


def _note_length(blocks: Sequence[Block], start: int) -> int:
    """How many blocks a labelled quotation in the story has with its label; 0 where none begins there."""
    if _label_role(blocks[start]) is None or blocks[start].role is not Role.STORY:
        return 0
    end = start + 1
    while end < len(blocks) and blocks[end].quote:
        end += 1
    return end - start if end > start + 1 else 0


def _label_role(block: Block) -> Role | None:
    if block.kind is not BlockKind.PARAGRAPH or not block.spans or len(block.text) > _LONGEST_LABEL:
        return None
    return _LABELS.get(block.text.rstrip(": ").replace("’", "'").lower())


def _labelled(notes: Sequence[Block], role: Role) -> Iterator[Block]:
    """Notes with their labels as headings and without the quotation that they stand in."""
    own = role
    depth = 1 if any(_label_role(block) for block in notes) else 0
    for block in notes:
        labelled = _label_role(block)
        if labelled:
            own = labelled if role is Role.NOTES else role
            yield label_heading(block.text, own)._replace(anchors=block.anchors)
        else:
            yield block._replace(role=own, quote=max(block.quote - depth, 0))
