"""The time that a page is looked at: from when it is shown until it is left, covered, or out of sight."""

from __future__ import annotations

import time
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from reader.reading.pace import MinutesLeft
from reader.reading.reading_time import ReadingTime, Spent
from reader.reading.story_words import StoryWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from reader.reading.keeping import Keeping
    from reader.reading.reading import Reading


def _today() -> date:
    return datetime.now().astimezone().date()


class PageClock:
    """Tells the state how long its work is read. It changes, as the time does that it measures.

    `now` gives seconds that never go back, `today` the day where the reader is.
    """

    now: Callable[[], float] = staticmethod(time.monotonic)
    today: Callable[[], date] = staticmethod(_today)

    def __init__(self, reading: Reading, keeping: Keeping) -> None:
        self._reading = reading
        self._keeping = keeping
        self._time = ReadingTime(keeping.pace())

    @cached_property
    def _words(self) -> StoryWords:
        return StoryWords(self._reading)

    def shown(self) -> None:
        """Count for the page that is shown now."""
        self._time.shown(self._reading.anchor, self._words.on_page(), self.now())

    def minutes_left(self) -> MinutesLeft:
        """How long the story after the page takes at the reader's pace."""
        chapter, work = self._words.left(self._words.on_page())
        pace = self._time.pace
        return MinutesLeft(pace.minutes(chapter), pace.minutes(work))

    def look(self, looked_at: bool) -> None:
        """Count from now on only if the page is looked at."""
        (self._time.resumed if looked_at else self._time.paused)(self.now())

    def write(self) -> None:
        """Put the time read since the last writing into the state."""
        spent = self._time.take(self.now())
        if spent != Spent():
            self._keeping.remember_time(spent, self.today())
