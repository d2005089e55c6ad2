"""From the parts a format has read to a `Work`: title page, chapter headings, keys and identity."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from reader.formats.markup.inline import one_line
from reader.work.model import Align, Block, BlockKind, Chapter, Role, Tag, Work, WorkInfo
from reader.work.titles import chapter_keys, folded, without_number

UNTITLED = "Untitled"
_NOBODY = ("Unknown",)
"""What calibre writes for authors that nobody has named."""


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
    is nothing to see is none. Facts, headings and keys may be as the file has them: what could steer a
    terminal is taken out of them here, for all formats.
    """
    info = _printable(info)
    chaptered = len(drafts) > 1
    keys = chapter_keys(one_line(draft.heading) for draft in drafts)
    chapters = []
    for number, draft in enumerate(drafts, 1):
        given = one_line(draft.heading)
        heading = given or (f"Chapter {number}" if chaptered else "")
        blocks = [*_heading(heading, one_line(draft.byline)), *draft.blocks]
        if number == 1:
            blocks = [*_title_page(info), *front, *blocks]
        if number == len(drafts):
            blocks = [*blocks, *back]
        chapters.append(
            Chapter(
                number=number,
                title=without_number(given),
                key=one_line(draft.key) or keys[number - 1],
                blocks=tuple(blocks),
                repaired=draft.repaired,
            )
        )
    if not info.id:
        info = info._replace(id=content_id(info, chapters[0]))
    return Work(info, tuple(chapters))


def content_id(info: WorkInfo, first: Chapter) -> str:
    """The identity of a work whose source gives none: a hash of title, authors and first chapter's story."""
    story = " ".join(folded(block.text) for block in first.story())
    parts = (folded(info.title), *(folded(author) for author in info.authors), story)
    return "sha256:" + hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _printable(info: WorkInfo) -> WorkInfo:
    """The facts without controls, each on one line; what has nothing to see is not there."""
    title = one_line(info.title)
    if not any(character.isprintable() and character != " " for character in title):
        title = UNTITLED
    series = [part._replace(title=one_line(part.title), url=one_line(part.url)) for part in info.series]
    summary = "\n".join(filter(None, map(one_line, (info.summary or "").split("\n"))))
    authors = _names(info.authors)
    return info._replace(
        id=one_line(info.id),
        title=title,
        authors=() if authors == _NOBODY else authors,
        tags=tuple([Tag(tag.kind, name) for tag in info.tags if (name := one_line(tag.name))]),
        series=tuple(part for part in series if part.title),
        language=one_line(info.language or "") or None,
        summary=summary or None,
        url=one_line(info.url or "") or None,
        collections=_names(info.collections),
    )


def _names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, map(one_line, names)))


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
