"""How pages are to be set: the values that, with the chapter, decide where every page ends."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Setting(StrEnum):
    """How the lines of a paragraph end."""

    RAGGED = "ragged"
    """With an uneven right edge."""
    JUSTIFIED = "justified"
    """The gaps between words spread so that all lines but the last reach the right edge, where that leaves
    no gap too wide."""


class Notes(StrEnum):
    """What is shown of summaries, notes and other matter."""

    SHOWN = "shown"
    FOLDED = "folded"
    """A line for each unbroken stretch of it."""
    HIDDEN = "hidden"


class PageStyle(NamedTuple):
    """Everything besides the chapter that pages depend on."""

    measure: int = 66
    """Cells from the left edge of the text to its right edge, at least 1."""
    height: int = 20
    """Rows of a page, at least 1."""
    spacing: int = 1
    """Rows from one line of text to the next: 1, or 2 for a blank row between any two. Preformatted text and
    tables stand close in any case, for what is drawn in them."""
    indent: bool = True
    """True for first-line indents, False for blank lines between paragraphs."""
    notes: Notes = Notes.SHOWN
    """What is shown of summaries, notes and other matter."""
    setting: Setting = Setting.RAGGED
    whole: bool = False
    """True to choose the breaks of a paragraph together, so that its gaps or its right edge are as even as
    can be; False to fill each line in turn, which takes a tenth of the time."""
    hyphenation: bool = False
    """Whether words are divided at line ends, in languages that there is a dictionary for. The first chapter
    in a language then takes up to 50 milliseconds longer, for its dictionary."""
    turned: bool = False
    """Whether Hebrew and Arabic are given in the order in which they are seen rather than that in which they
    are read, for terminals that don't turn them round themselves. Either way they stand at the right edge."""
    language: str = ""
    """A language tag of the work ("en"), empty when unknown."""
