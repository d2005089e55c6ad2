"""The panels beside a page, apart from the widget that shows them."""

from __future__ import annotations

from enum import StrEnum


class Panel(StrEnum):
    """What the panel shows."""

    CONTENTS = "Contents"
    BOOKMARKS = "Bookmarks"
    TAGS = "Tags"
