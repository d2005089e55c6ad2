"""The panels beside a page and their rows, apart from the widget that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Panel(StrEnum):
    """What the panel shows."""

    CONTENTS = "Contents"
    BOOKMARKS = "Bookmarks"
    TAGS = "Tags"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the panel: a heading when it has no `key`."""

    text: str
    key: str = ""
    detail: str = ""
    """A second line, quiet."""
