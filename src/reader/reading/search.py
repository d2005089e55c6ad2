"""Searching the work that is being read: the words in force, their matches, the way from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.finding import Search

if TYPE_CHECKING:
    from reader.reading.reading import Place, Reading


class PageSearch:
    """The search of one reading. It changes: it holds the words that were asked for last."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._search: Search | None = None

    @property
    def words(self) -> str:
        """The words searched for; empty when there are none."""
        return self._search.words if self._search else ""

    def start(self, words: str) -> Place | None:
        """Search for words; the first match from the page shown on."""
        self._search = (
            Search(words, self._reading.chapters.text, self._reading.chapter_count) if words.strip() else None
        )
        if self._search is None:
            return None
        page_start = self._reading.page.start
        return self._search.next(self._reading.place(page_start - 1))

    def next(self, step: int) -> Place | None:
        """The next match after the page shown, or the one before it when `step` is -1."""
        if self._search is None:
            return None
        page = self._reading.page
        return self._search.next(self._reading.place(page.end - 1 if step > 0 else page.start), step)

    def stop(self) -> bool:
        """Forget the words; False when there were none."""
        searching, self._search = self._search is not None, None
        return searching

    def on_page(self) -> list[tuple[int, int]]:
        """Text positions of the matches that show on the page."""
        if self._search is None:
            return []
        page = self._reading.page
        matches = self._search.matches(self._reading.anchor.chapter)
        return [(start, end) for start, end in matches if end > page.start and start < page.end]

    def summary(self, place: Place | None) -> str:
        """How many matches there are, in words."""
        if self._search is None:
            return ""
        if place is None:
            return f"“{self.words}” is not in this work."
        count = self._search.count()
        return f"{count:,} match{'es' if count != 1 else ''} of “{self.words}” · n next · N previous"
