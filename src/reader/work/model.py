"""What a work is: its facts (see `facts`), its chapters, and the blocks and spans of their text."""

from __future__ import annotations

import re
from enum import Flag, StrEnum, auto
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.work.facts import SeriesPart, Tag, TagKind, WorkInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Align",
    "Block",
    "BlockKind",
    "Chapter",
    "Role",
    "SeriesPart",
    "Span",
    "Style",
    "Tag",
    "TagKind",
    "Work",
    "WorkInfo",
    "count_words",
]
"""The facts as well: only what is shown before any text is there takes them from where they are."""


class BlockKind(StrEnum):
    """What a block is, and so how it is set."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    SCENE_BREAK = "scene-break"
    """Its text is what the author typed ("* * *", "~"), empty for a rule or a blank line."""
    VERSE = "verse"
    """One line of a poem, an address, a signature; never run on into the next."""
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    """One row; its cells are separated by a tab in the text."""
    PREFORMATTED = "preformatted"
    """One line, its spaces kept."""
    IMAGE = "image"
    """Its text is the description; `target` is where the picture is."""


class Role(StrEnum):
    """Whether a block is story or matter set apart from it."""

    STORY = "story"
    TITLE = "title"
    """The work's title and byline, a chapter's own heading and byline."""
    PREFACE = "preface"
    SUMMARY = "summary"
    NOTES = "notes"
    END_NOTES = "end-notes"
    AFTERWORD = "afterword"


class Style(Flag):
    """How a span looks. Members combine."""

    PLAIN = 0
    EMPHASIS = auto()
    STRONG = auto()
    UNDERLINE = auto()
    STRIKE = auto()
    CODE = auto()
    SMALL_CAPS = auto()
    SUPERSCRIPT = auto()
    SUBSCRIPT = auto()


class Align(StrEnum):
    """Where a block's lines stand."""

    START = "start"
    CENTRE = "centre"
    END = "end"


class Span(NamedTuple):
    """A styled or linked stretch of a block's text; `start` and `end` count code points in that text.

    Spans of a block are in order of `start` and never overlap: where styles meet, there is a span for each
    stretch with its own combination.
    """

    start: int
    end: int
    style: Style = Style.PLAIN
    link: str = ""
    """An address, or "#name" for a place in the same work."""


class Block(NamedTuple):
    """A paragraph, heading, scene break and so on.

    The text holds no line break and no control character except the tabs between a table row's cells; white
    space is collapsed except in preformatted text and at the start of a verse line.
    """

    kind: BlockKind
    text: str
    spans: tuple[Span, ...] = ()
    role: Role = Role.STORY
    level: int = 0
    """Of a heading, 1 to 6; of a list item, its depth from 1; of a table row, 1 when it is a row of heads."""
    quote: int = 0
    """How many block quotations it stands in."""
    align: Align = Align.START
    marker: str = ""
    """What stands before a list item: "•" or "3."."""
    continues: bool = False
    """True when it belongs with the block before it: the same stanza, table, preformatted text or list."""
    anchors: tuple[str, ...] = ()
    """Names that links in the work point at ("#name")."""
    target: str = ""
    """Of an image, where the picture is."""
    lang: str = ""
    """A language tag where it is not the work's own."""
    rtl: bool = False
    """True when the source says that it runs from right to left."""


class Chapter(NamedTuple):
    """A numbered part of a work. Its text is its blocks' texts joined by a line feed.

    A *text position* is an index into that text in code points.
    """

    number: int
    """From 1, counted by us: the source's own numbers may have gaps."""
    title: str
    """As the author gave it, without "Chapter 3:"; empty when it has none."""
    key: str
    """The source's stable id of the chapter, else its folded title, with an ordinal where titles repeat."""
    blocks: tuple[Block, ...]
    repaired: bool = False
    """True when paragraph boundaries lost in the source were put back by guess."""

    @property
    def text(self) -> str:
        """The text that positions count in."""
        return "\n".join([block.text for block in self.blocks])

    @property
    def starts(self) -> list[int]:
        """The text position of each block's first code point."""
        return [0, *accumulate(len(block.text) + 1 for block in self.blocks[:-1])] if self.blocks else []

    @property
    def heading(self) -> str:
        """What a contents list calls it: "3. The Ledger", or "Chapter 3" where it has no title."""
        return f"{self.number}. {self.title}" if self.title else f"Chapter {self.number}"

    def story(self) -> Iterator[Block]:
        """The blocks that count as story."""
        return (block for block in self.blocks if block.role is Role.STORY)


class Work(NamedTuple):
    """One story as read from a file."""

    info: WorkInfo
    chapters: tuple[Chapter, ...]


_LEADS = tuple(bytes([lead]) for lead in range(0xE3, 0xEA))
"""The bytes with which kana and ideographs begin in UTF-8: looked for far sooner than the characters are."""


@cache  # reading goes on without counting, and so without the time to compile it
def _unspaced() -> re.Pattern[str]:
    """Kana and ideographs."""
    return re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def count_words(text: str) -> int:
    """Words as people count them: stretches without white space; a Chinese or Japanese character is one."""
    data = b"" if text.isascii() else text.encode(errors="surrogatepass")
    if not any(lead in data for lead in _LEADS):
        return len(text.split())
    rest, characters = _unspaced().subn(" ", text)
    return len(rest.split()) + characters
