"""How pages are to be set: the values that, with the chapter, decide where every page ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Setting(StrEnum):
    """How the lines of a paragraph end."""

    RAGGED = "ragged"
    """Each line as full as it can be, with an uneven right edge."""


@dataclass(frozen=True, slots=True)
class PageStyle:
    """Everything besides the chapter that pages depend on."""

    measure: int = 66
    """Cells from the left edge of the text to its right edge, at least 1."""
    height: int = 20
    """Lines of a page, at least 1."""
    indent: bool = True
    """True for first-line indents, False for blank lines between paragraphs."""
    notes: bool = True
    """Whether summaries, notes and other matter are shown."""
    setting: Setting = Setting.RAGGED
    language: str = ""
    """A language tag of the work ("en"), empty when unknown."""
