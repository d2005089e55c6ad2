"""Which bookmarks are shown, and in which order: by place or by date, of a colour, with words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.mark_colours import COLOURS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.reading.keeping import PlacedMark
    from reader.state.records import Bookmark


def is_meant(bookmark: Bookmark, words: str, besides: str = "") -> bool:
    """Whether all of the words are said of a bookmark: its colour, or part of its text, note or chapter.

    A tag is written in a note with a sign before it, "#tide", and found like any word. `besides` is what else
    is known of it, such as the title and the tags of its work.
    """
    said = f"{bookmark.text}\n{bookmark.note}\n{bookmark.start.chapter_title}\n{besides}".casefold()
    return all(
        word == bookmark.colour if word in COLOURS else word in said for word in words.casefold().split()
    )


def shown_marks(marks: Iterable[PlacedMark], words: str, *, by_date: bool) -> list[PlacedMark]:
    """The marks that are meant, in the order of the text or the newest first."""
    meant = [mark for mark in marks if is_meant(mark.bookmark, words)]
    return sorted(meant, key=lambda mark: mark.bookmark.created, reverse=True) if by_date else meant
