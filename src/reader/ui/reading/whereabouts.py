"""Where the reader is: the quiet lines around the page, and the clock that tells how long the rest takes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.ui.page.chapter_ticks import ChapterStarts
from reader.ui.reading.reading_words import chapter_words, place_words, share_words
from reader.ui.widgets.progress_line import ProgressLine
from reader.ui.widgets.quiet_lines import QuietLine

if TYPE_CHECKING:
    from reader.ui.page.clock import PageClock
    from reader.ui.reading.open_work import OpenWork
    from reader.ui.screens.reading import ReadingScreen

_AROUND_HINT = 9
"""Cells around title, hint and chapter."""


class Whereabouts:
    """Shows where one work's reader is, and has the time that a page is looked at put into the state.

    It changes: the clock begins when the state is read, which it never is before the first page.
    """

    def __init__(self, screen: ReadingScreen, work: OpenWork) -> None:
        self._screen = screen
        self._work = work

    @cached_property
    def _clock(self) -> PageClock:
        from reader.ui.page.clock import PageClock  # it reads the state

        clock = PageClock(self._work.reading, self._work.keeping)
        app = self._screen.app
        app.saver.owed_by(clock.write)
        self._screen.watch(app, "app_focus", self.look, init=False)
        app.app_suspend_signal.subscribe(self._screen, lambda _: clock.look(False), immediate=True)
        app.app_resume_signal.subscribe(self._screen, lambda _: self.look(), immediate=True)
        return clock

    @cached_property
    def _chapters(self) -> ChapterStarts:
        reading = self._work.reading
        return ChapterStarts(reading.chapter_shares(), lambda number: reading.outline[number - 1].title)

    def show(self, *, at_first: bool = False) -> None:
        """Show the quiet lines as the page is now, or as before the state is read."""
        reading, screen = self._work.reading, self._screen
        is_known = screen.waking.is_done and not at_first
        left = None
        if is_known:
            self._clock.shown()
            left = self._clock.minutes_left()
        chapter = chapter_words(reading, screen.app.size.width)
        title, chapter = self._hinted(chapter) if is_known else (reading.info.title, chapter)
        screen.query_one("#title-line", QuietLine).show(title, chapter)
        searched = self._work.search_words if is_known else ""
        phrases = (searched,) if searched else place_words(reading, left)
        if reading.at_end and reading.info.series and not searched and is_known:
            phrases = self._work.next_part.words(phrases[0]) or phrases
        share = share_words(reading, self._work.mark_count if is_known else 0)
        screen.query_one(ProgressLine).show(phrases, share, reading.progress, self._chapters)

    def _hinted(self, chapter: str) -> tuple[str, str]:
        """What stands above the page: in the first sessions a hint, where need be for the chapter's title."""
        from reader.ui.help.session_hints import page_hint  # not before the first page

        reading, workspace = self._work.reading, self._screen.workspace
        title, short = reading.info.title, chapter_words(reading, 0)
        room = self._screen.app.size.width - cell_len(title) - _AROUND_HINT
        hint = page_hint(workspace, room - cell_len(short))
        if not hint:
            return title, chapter
        return f"{title} · {hint}", chapter if cell_len(hint) + cell_len(chapter) <= room else short

    def leave(self) -> None:
        """Have the time read put into the state, and count no more."""
        if "_clock" in self.__dict__:
            self._screen.app.saver.owed_no_more(self._clock.write)

    def look(self) -> None:
        """Count time only while the page is in sight, and the terminal has the focus where it tells."""
        if "_clock" in self.__dict__:
            self._clock.look(self._screen.is_active and self._screen.app.app_focus)
