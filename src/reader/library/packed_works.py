"""A work as the catalogue's rows have it: counted, packed, cheap to hand from one process to another."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from reader.formats.source import UnreadableError
from reader.library.codec import decode_blocks, encode_blocks
from reader.library.text_search.unspaced import is_unspaced, spread
from reader.work.model import Chapter, Work
from reader.work.story import story_length, story_paragraphs, story_words

if TYPE_CHECKING:
    from reader.library.supplement import Supplement
    from reader.work.model import WorkInfo

BROKEN_TEXT = "its text is broken: it holds characters that are none."
_NO_BREAK_SPACE = "\xa0".encode()
_WHITE_SPACE = b" \t\n\r\v\f"


class PackedChapter(NamedTuple):
    """A chapter's columns. Its blocks as objects would take ten times as long to hand over as to pack."""

    number: int
    title: str
    key: str
    repaired: bool
    length: int
    """Code points of the text."""
    story_length: int
    words: int
    """Of the story, as are the paragraphs."""
    paragraphs: int
    digest: str
    """Equal where the story is equal but for white space and the case of plain letters."""
    blocks: bytes
    text: str
    signs: str | None
    """The text as it is indexed once more where it is written without spaces."""


class PackedWork(NamedTuple):
    """A work with its chapters packed."""

    info: WorkInfo
    chapters: tuple[PackedChapter, ...]

    @property
    def words(self) -> int:
        """Words of the story, as they were counted."""
        return sum(chapter.words for chapter in self.chapters)

    @property
    def repaired(self) -> bool:
        """Whether lost paragraph boundaries were put back anywhere."""
        return any(chapter.repaired for chapter in self.chapters)


def pack(work: Work) -> PackedWork:
    """The work as it is stored. Raises UnreadableError for text that can't be."""
    return PackedWork(work.info, tuple(map(_packed, work.chapters)))


def supplemented(work: PackedWork, supplement: Supplement) -> PackedWork:
    """The work with what is known from beside its file, its title page too, which is in the first chapter."""
    first, *others = work.chapters
    blocks = decode_blocks(first.blocks, first.text)
    chapter = Chapter(first.number, first.title, first.key, blocks, first.repaired)
    told = supplement.in_work(Work(work.info, (chapter,)))
    if told.chapters[0] != chapter:
        first = _packed(told.chapters[0])
    return PackedWork(told.info, (first, *others))


def _packed(chapter: Chapter) -> PackedChapter:
    text = chapter.text
    try:
        digest = _digest(chapter)
    except UnicodeEncodeError:  # half a surrogate pair
        raise UnreadableError(BROKEN_TEXT) from None
    return PackedChapter(
        chapter.number,
        chapter.title,
        chapter.key,
        chapter.repaired,
        len(text),
        story_length(chapter),
        story_words(chapter),
        story_paragraphs(chapter),
        digest,
        encode_blocks(chapter.blocks),
        text,
        spread(text) if is_unspaced(text) else None,
    )


def _digest(chapter: Chapter) -> str:
    story = "".join([block.text for block in chapter.story()]).encode()
    bare = story.lower().replace(_NO_BREAK_SPACE, b"").translate(None, _WHITE_SPACE)
    return hashlib.blake2b(bare, digest_size=16).hexdigest()
