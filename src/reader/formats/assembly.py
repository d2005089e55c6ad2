"""From the parts a format has read to a `Work`: title page, chapter headings, keys and identity."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from reader.work.model import Align, Block, BlockKind, Chapter, Role, Work, WorkInfo
from reader.work.titles import chapter_keys, folded, without_number

UNTITLED = "Untitled"


@dataclass(frozen=True, slots=True)
class ChapterDraft:
    """A chapter as a format found it, without its place in the work."""

    heading: str
    """As the source writes it ("Chapter 3: The Ledger", "Prologue"); empty where it has none."""
    blocks: tuple[Block, ...]
    """Its own notes included, in the order in which they are read, without the heading."""
    key: str = ""
    """The source's own stable id of the chapter, where there is one."""
    byline: str = ""
    """Who wrote this chapter, where the source says so apart from the work's authors."""
    repaired: bool = False


def assemble(
    info: WorkInfo,
    drafts: tuple[ChapterDraft, ...],
    *,
    front: tuple[Block, ...] = (),
    back: tuple[Block, ...] = (),
) -> Work:
    """The work: its title page and `front` before the first chapter, `back` after the last.

    An empty `info.id` is replaced by one made of title, authors and the first chapter's story. A work of one
    chapter without a heading gets none; in any longer one each chapter has a heading. A title in which there
    is nothing to see is none.
    """
    if not any(character.isprintable() and character != " " for character in info.title):
        info = replace(info, title=UNTITLED)
    chaptered = len(drafts) > 1
    keys = chapter_keys(draft.heading for draft in drafts)
    chapters = []
    for number, draft in enumerate(drafts, 1):
        heading = draft.heading or (f"Chapter {number}" if chaptered else "")
        blocks = [*_heading(heading, draft.byline), *draft.blocks]
        if number == 1:
            blocks = [*_title_page(info), *front, *blocks]
        if number == len(drafts):
            blocks = [*blocks, *back]
        chapters.append(
            Chapter(
                number=number,
                title=without_number(draft.heading),
                key=draft.key or keys[number - 1],
                blocks=tuple(blocks),
                repaired=draft.repaired,
            )
        )
    if not info.id:
        info = replace(info, id=content_id(info, chapters[0]))
    return Work(info, tuple(chapters))


def content_id(info: WorkInfo, first: Chapter) -> str:
    """The identity of a work whose source gives none: a hash of title, authors and first chapter's story."""
    story = " ".join(folded(block.text) for block in first.story())
    parts = (folded(info.title), *(folded(author) for author in info.authors), story)
    return "sha256:" + hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _title_page(info: WorkInfo) -> list[Block]:
    title = Block(BlockKind.HEADING, info.title, role=Role.TITLE, level=1, align=Align.CENTRE)
    if not info.authors:
        return [title]
    byline = "by " + ", ".join(info.authors)
    return [title, Block(BlockKind.PARAGRAPH, byline, role=Role.TITLE, align=Align.CENTRE)]


def _heading(heading: str, byline: str) -> list[Block]:
    blocks = []
    if heading:
        blocks.append(Block(BlockKind.HEADING, heading, role=Role.TITLE, level=2, align=Align.CENTRE))
    if byline:
        blocks.append(Block(BlockKind.PARAGRAPH, byline, role=Role.TITLE, align=Align.CENTRE))
    return blocks
