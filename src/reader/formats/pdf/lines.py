"""A PDF's text as it stands on its pages: runs of one look, in lines. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reader.work.model import Style


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look."""

    text: str
    style: Style = Style.PLAIN
    link: str = ""


@dataclass(frozen=True)
class Line:
    """A line, or a cell of one: a wide gap parts them."""

    runs: tuple[Run, ...]
    page: int
    """From 0."""
    left: float
    right: float
    base: float
    """Of its letters, from the bottom of the page."""
    size: float
    """Height of its letters with what is below and above them."""
    first: float = 0.0
    """The width of its first word, or of what a line may end after in it ("tree-")."""
    beside: bool = False
    """Whether it stands in the same row as the line before it."""

    @cached_property
    def text(self) -> str:
        """All its text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline."""

    title: str
    level: int
    """From 0."""
    page: int
    """From 0; -1 where it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Everything read from a PDF."""

    lines: tuple[Line, ...]
    count: int
    pictures: bool
    """Whether there are pages that hold pictures."""
    bookmarks: tuple[Bookmark, ...] = ()
    facts: dict[str, str] | None = None
    """The information dictionary: Title, Author, Keywords, Subject …"""
