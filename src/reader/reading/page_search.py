"""Searching the work that is being read: the words in force, the match that was come to, the way on."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from reader.reading.finding import Found, Search, find
from reader.reading.reading import Place
from reader.reading.sight import is_seen

if TYPE_CHECKING:
    import re
    from collections.abc import Generator

    from reader.reading.reading import Reading

_AROUND_A_PAGE = 400
"""Code points before and after a page in which a match may begin or end that shows on it."""


class PageSearch:
    """The search of one reading. It changes: it holds the words that were asked for last, and one match.

    Only the first move of a search, and the first after the reader has read on, is remembered as a jump: the
    way back leads to where the search began and not through every match.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._search: Search | None = None
        self._current: Found | None = None
        self._seen_at: Place | None = None
        """Where the reading was when the match was come to."""
        self._moved_to: Place | None = None
        """Where the search moved the reading last."""

    @property
    def words(self) -> str:
        """The words searched for; empty when there are none."""
        return self._search.words if self._search else ""

    # -- From match to match ----------------------------------------------------------------------------

    def start(self, words: str) -> Generator[None, None, bool]:
        """Search for words and go to their first match from the page shown on; False when there is none."""
        self.stop()
        if not words.strip():
            return False
        self._search = Search(words, self._reading.chapters.text, self._reading.chapter_count)
        return (yield from self.next(1))

    def arrive(self, words: str, meant: re.Pattern[str] | None, place: Place) -> Generator[None, None, None]:
        """Search for what was looked for elsewhere; the match at a place, which is shown, is come to."""
        self.stop()
        search = Search(words, self._reading.chapters.text, self._reading.chapter_count, meant)
        self._search = search
        matches = yield from search.look(place.chapter)
        index = bisect_left(matches.starts, place.offset)
        if index < len(matches) and search is self._search:
            self._current = Found(Place(place.chapter, matches.starts[index]), matches.ends[index], index)
            self._seen_at = self._reading.anchor

    def next(self, step: int) -> Generator[None, None, bool]:
        """Go so many matches on, back when negative; False when there are none.

        From the match come to last if the reader has not moved since, else from the page shown.
        """
        search = self._search
        if search is None:
            return False
        found = yield from search.next(self._after(step), step)
        if found is not None and search is self._search:  # and not stopped meanwhile
            self._go(found)
        return found is not None

    def _after(self, step: int) -> Place:
        if self._current and self._reading.anchor == self._seen_at:
            return self._current.place
        start = self._reading.page.start
        return self._reading.place(start - 1 if step > 0 else start)

    def _go(self, found: Found) -> None:
        reading, page = self._reading, self._reading.page
        shown = found.place.chapter == reading.anchor.chapter and page.start <= found.place.offset < page.end
        if not shown:
            if reading.anchor == self._moved_to:
                reading.go(found.place)
            else:
                reading.jump(found.place)
            self._moved_to = reading.anchor
        self._current, self._seen_at = found, reading.anchor

    def stop(self) -> bool:
        """Forget the words; False when there were none."""
        searching, self._search = self._search is not None, None
        self._current = self._seen_at = self._moved_to = None
        return searching

    def count(self) -> Generator[None, None, None]:
        """Count the matches of the whole work."""
        if self._search is not None:
            yield from self._search.count()

    # -- Showing ----------------------------------------------------------------------------------------

    def on_page(self) -> list[tuple[int, int]]:
        """Text positions of the matches that show on the page."""
        if self._search is None:
            return []
        number, page = self._reading.anchor.chapter, self._reading.page
        known = self._search.known(number)
        if known is not None:
            return known.between(page.start, page.end)
        start = max(0, page.start - _AROUND_A_PAGE)
        around = self._reading.chapters.text(number)[start : page.end + _AROUND_A_PAGE]
        near = find(self._search.meant, around).between(page.start - start, page.end - start)
        return [(start + first, start + last) for first, last in near]

    def current_on_page(self) -> tuple[int, int] | None:
        """Text positions of the match come to last, if it may show on the page."""
        current = self._current
        if current is None or current.place.chapter != self._reading.anchor.chapter:
            return None
        return current.place.offset, current.end

    def summary(self) -> str:
        """Which match of how many was come to, in words; empty when nothing is searched for."""
        search, current = self._search, self._current
        if search is None:
            return ""
        total = search.total
        if total == 0:
            return f"“{self.words}” is not in this work"
        if current is None:
            return f"Looking for “{self.words}”…"
        if total is None:
            return f"Matches of “{self.words}” · counting…"
        which = f"{search.ordinal(current):,} of {total:,} matches" if total > 1 else "The only match"
        around = " · from the end" if current.way < 0 else " · from the start"
        return f"{which} of “{self.words}”{around if current.around and total > 1 else ''}{self._unseen()}"

    def _unseen(self) -> str:
        """Why the match come to can't be seen, when the reading is where it is."""
        current = self._current
        if current is None or self._reading.anchor != self._seen_at:
            return ""
        return "" if is_seen(self._reading, current.place) else " · in notes that are not shown"
