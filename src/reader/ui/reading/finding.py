"""Finding on the reading screen: at once what takes no time, the rest between keys."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from reader.ui.keys.sentences import told

if TYPE_CHECKING:
    import re
    from collections.abc import Generator

    from reader.reading.reading import Place
    from reader.ui.screens.reading import ReadingScreen

_AT_ONCE = 0.02
"""Seconds for which a search may keep the screen waiting; short works are counted in that time."""


class PageFinding:
    """Goes to matches and has them counted. It changes: it knows the errand begun last, which ends others."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._errand: Generator[None, None, None] | None = None

    def find(self, words: str) -> None:
        """Go to the first match from the page shown on; without words, end the search."""
        if words.strip():
            self._begin(self._screen.work.search.start(words))
        else:
            self.stop()

    def arrive(self, words: str, meant: re.Pattern[str] | None, place: Place) -> None:
        """Mark what was looked for elsewhere, and found at a place of the page shown."""
        self._begin(self._screen.work.search.arrive(words, meant, place))

    def next(self, step: int) -> None:
        """Go so many matches on, back when negative."""
        if self._screen.work.search.words:
            self._begin(self._screen.work.search.next(step))
        else:
            said = "Nothing is searched for: {find-text} finds words in this work"
            self._screen.say(told(said, self._screen.workspace.settings))

    def stop(self) -> bool:
        """End the search; False when there was none."""
        self._errand = None
        stopped = self._screen.work.search.stop()
        if stopped:
            self._screen.show_page()
        return stopped

    def _begin(self, going: Generator[None, None, object]) -> None:
        errand = self._errand = self._go_and_count(going)
        until = monotonic() + _AT_ONCE
        for _ in errand:
            if monotonic() > until:
                self._screen.run_worker(self._go_on(errand), exclusive=True, group="finding")
                break

    def _go_and_count(self, going: Generator[None, None, object]) -> Generator[None, None, None]:
        before = self._screen.reading.anchor
        yield from going
        if self._screen.reading.anchor != before:
            self._screen.moved()
        else:
            self._screen.show_page()
        yield from self._screen.work.search.count()
        self._screen.show_page()
        if self._screen.work.only_page.is_on:
            self._screen.say(self._screen.work.search_words)

    async def _go_on(self, errand: Generator[None, None, None]) -> None:
        self._screen.show_page()
        for _ in errand:
            await asyncio.sleep(0)
            if errand is not self._errand:
                return
