"""Where the bookmarks of all works stand now: looked for when one is looked at, and then remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.work.anchoring import find

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.state.export import Mark
    from reader.state.records import Bookmark
    from reader.work.locator import Found, Texts


class FoundMarks:
    """What was found so far. It changes: it remembers, for as long as the texts stay as they are."""

    def __init__(self, texts_of: Callable[[str], Texts | None]) -> None:
        """`texts_of` gives the texts of a work, None where it is not in the library."""
        self._texts_of = texts_of
        self._texts: tuple[str, Texts | None] = ("", None)
        self._found: dict[tuple[str, Bookmark], Found | None] = {}

    def knows(self, mark: Mark) -> bool:
        """Whether a bookmark was looked for already."""
        return (mark.work_id, mark.bookmark) in self._found

    def known(self, mark: Mark) -> Found | None:
        """What is known of a bookmark; None while it was not looked for, or where its work is not there."""
        return self._found.get((mark.work_id, mark.bookmark))

    def find(self, mark: Mark) -> Found | None:
        """Look for a bookmark; None where its work is not in the library. It may take some milliseconds."""
        key = (mark.work_id, mark.bookmark)
        if key not in self._found:
            if self._texts[0] != mark.work_id:
                self._texts = mark.work_id, self._texts_of(mark.work_id)
            texts = self._texts[1]
            self._found[key] = find(mark.bookmark.start, texts) if texts else None
        return self._found[key]
