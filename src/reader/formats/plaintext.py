"""Plain text: stories copied, typed or converted, with whatever structure their lines show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.formats.assembly import assemble
from reader.formats.encoding import decode
from reader.formats.file_names import title_from
from reader.formats.source import UnreadableError
from reader.formats.text.blocks import to_blocks
from reader.formats.text.chapters import read_chapters
from reader.formats.text.footnotes import with_notes
from reader.formats.text.gutenberg import unwrap
from reader.formats.text.gutenberg_markup import marked_up
from reader.formats.text.headings import begins_with_heading
from reader.formats.text.opening import read_opening
from reader.formats.text.paragraphs import split
from reader.work.model import Role

if TYPE_CHECKING:
    from reader.formats.source import Source
    from reader.work.model import Block, Work

NAME = "text"
_SUFFIXES = (".txt", ".text")
_SAMPLE = 65536
"""Bytes looked at to tell whether a file is text."""


def recognises(source: Source) -> bool:
    """Whether it is called a text or holds one. The last format to ask: every markup is text too."""
    if source.name.lower().endswith(_SUFFIXES):
        return True
    try:
        return bool(decode(source.data[:_SAMPLE]).strip())
    except UnreadableError:
        return False


def read(source: Source) -> Work:
    """The work in a plain text. Raises `UnreadableError` where it is empty or no text at all."""
    text = decode(source.data)
    if not text.strip():
        raise UnreadableError("It is empty.")
    wrapping = unwrap(text)
    paragraphs, shape = split(wrapping.body if wrapping.body.strip() else text)
    opening = read_opening(paragraphs, is_heading=begins_with_heading(paragraphs, wrapped=bool(shape.width)))
    if opening.length >= len(paragraphs):
        opening = read_opening((), is_heading=True)
    story = paragraphs[opening.length + opening.labels :] or paragraphs[opening.length :]
    labels = paragraphs[opening.length : len(paragraphs) - len(story)]
    drafts, front = read_chapters(story, shape, repair=source.repair)
    if wrapping.head:
        drafts = with_notes([replace(draft, blocks=marked_up(draft.blocks)) for draft in drafts])
    own = opening.info
    info = own._replace(
        id=wrapping.id or own.id,
        title=wrapping.title or own.title or title_from(source.name),
        authors=wrapping.authors or own.authors,
        language=wrapping.language or own.language,
        published=wrapping.released or own.published,
    )
    about = to_blocks(labels, scene_gap=shape.scene_gap, role=Role.PREFACE)
    return assemble(
        info,
        drafts,
        front=(*_matter(wrapping.head, Role.PREFACE, shape.width), *about, *front),
        back=_matter(wrapping.tail, Role.AFTERWORD, shape.width),
    )


def _matter(text: str, role: Role, width: int) -> tuple[Block, ...]:
    paragraphs, shape = split(text, wrapped_at=width)
    return tuple(to_blocks(paragraphs, scene_gap=shape.scene_gap, role=role))
