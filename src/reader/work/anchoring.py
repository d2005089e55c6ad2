"""Anchoring: finding the place that a locator remembers in the text as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.work.locator import Found, Match

if TYPE_CHECKING:
    from reader.work.locator import Locator, Texts


def find(locator: Locator, texts: Texts) -> Found:
    """Where a place is in the text as it is now; always an answer, and `match` says how sure it is.

    Where nothing has changed, only the one chapter's text is asked for.
    """
    if _is_where_it_was(locator, texts):
        return Found(locator.chapter, locator.offset, Match.EXACT)
    from reader.work.moved_places import find_moved  # seldom needed, and not to be paid for at every start

    return find_moved(locator, texts)


def _is_where_it_was(locator: Locator, texts: Texts) -> bool:
    """Whether the chapter has its number and key still, and the words around the place stand there."""
    words = locator.before + locator.exact + locator.after
    start = locator.offset - len(locator.before)
    same = any(mark.number == locator.chapter and mark.key == locator.chapter_key for mark in texts.outline)
    return same and bool(words) and start >= 0 and texts.text(locator.chapter).startswith(words, start)
