"""What the catalogue says of a work: the entry in a list, the chapters in an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.work.statuses import UNREAD

if TYPE_CHECKING:
    from datetime import datetime

    from reader.work.facts import WorkInfo


class CatalogueError(Exception):
    """The catalogue can't do what was asked; the message is one line for people."""


class DamagedError(CatalogueError):
    """The catalogue is damaged, in a way that making it anew mends."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The catalogue is damaged ({what}); “reader doctor --yes” makes it anew from the files kept."
        )


class Entry(NamedTuple):
    """A work as lists show it. What the reader made of it (from `status` on) is a mirror of the state."""

    info: WorkInfo
    path: str | None
    """Of the file in use, as `os.fsdecode` gives it; in an archive "archive.zip/member". None: only kept."""
    format: str
    sha256: str
    """Of the file in use."""
    added: datetime
    words: int
    """The source's figure, else counted over the story."""
    chapters: int
    """How many chapters the text in use has."""
    repaired: bool = False
    """Whether paragraph boundaries were put back by guess in any chapter."""
    missing: bool = False
    """Whether the file in use was gone when it was last looked for."""
    status: str = UNREAD
    """Also where the state says nothing."""
    progress: float | None = None
    """From 0 to 1 of the story's characters; None when it was never opened."""
    last_read: datetime | None = None
    own_tags: tuple[str, ...] = ()
    new_keys: tuple[str, ...] = ()
    """The keys of the chapters that came since the work was read."""
    chosen: str | None = None
    """The hash of the file whose text the reader wants, None for the best there is."""
    rating: int | None = None
    """The reader's own."""
    times_read: int = 0

    @property
    def new_chapters(self) -> int:
        """How many chapters came since the work was read, and were not read yet."""
        return len(self.new_keys)

    @property
    def shown_path(self) -> str | None:
        """The path fit for a screen: bytes that are no UTF-8, and control characters, are escaped."""
        if self.path is None:
            return None
        shown = self.path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in shown)


class ChapterInfo(NamedTuple):
    """A chapter without its text. Lengths are in code points."""

    number: int
    """From 1."""
    title: str
    key: str
    length: int
    """Of the whole text, matter included."""
    story_length: int
    """Of the story blocks' texts, without the line feeds between them."""
    words: int
    """Of the story."""
    paragraphs: int
    """Of the story: blocks with text that are neither heading, scene break nor image, a stanza, table or
    list counted once."""
    digest: str
    """A hash of the story without regard to white space and to the case of plain letters."""
    new: bool = False
    """Whether it came since the work was read, and was not read yet."""
