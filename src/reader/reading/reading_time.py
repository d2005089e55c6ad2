"""How long somebody reads, page by page: what is put down as time of reading, and what tells the pace.

Moments are seconds of a clock that never goes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

    from reader.reading.pace import Pace
    from reader.reading.story_words import PageWords

_NEXT = 1.0
"""Words of story that may lie between the end of a page and the start of the one after it."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What is to be written down: whole seconds of reading, and the words and seconds that tell the pace.

    These are of pages that were read and left for the next one.
    """

    seconds: int = 0
    paced_words: int = 0
    paced_seconds: int = 0


class ReadingTime:
    """The time of one reading. It changes: it knows the page shown, since when, and what is not yet taken.

    Of a page that is looked at for longer than anybody would need, no more counts than that.
    """

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        """The reader's, with what was read since."""
        self._page: Hashable = None
        self._words: PageWords | None = None
        self._since: float | None = None
        self._looked = 0.0
        self._counted = 0.0
        self._left: dict[Hashable, float] = {}
        self._seconds = 0.0
        self._paced = (0.0, 0.0)

    def shown(self, page: Hashable, words: PageWords, now: float) -> None:
        """A page is shown from now on; the one before is left. `page` tells it from others.

        The same page shown again, in another size perhaps, goes on as it was: paused if it was paused.
        """
        if page != self._page:
            self._leave(words, now)
            self._page, self._since, self._looked, self._counted = page, now, 0.0, 0.0
        self._words = words

    def paused(self, now: float) -> None:
        """The page is covered, or nobody looks at it."""
        self._count(now)
        self._since = None

    def resumed(self, now: float) -> None:
        """The page is looked at again; nothing changes when it was all the time."""
        if self._since is None and self._words is not None:
            self._since = now

    def take(self, now: float) -> Spent:
        """What there is to write down since this was last asked, the page shown until now included."""
        self._count(now)
        words, seconds = self._paced
        spent = Spent(int(self._seconds), int(words), int(seconds))
        self._seconds -= spent.seconds
        self._paced = words - spent.paced_words, seconds - spent.paced_seconds
        return spent

    def _count(self, now: float) -> None:
        """Count the time that the page was looked at until now."""
        if self._words is None or self._since is None:
            return
        self._looked += max(0.0, now - self._since)
        self._since = now
        worth = min(self._looked, self.pace.idle_after(self._words.seen))
        self._seconds += max(0.0, worth - self._counted)
        self._counted = max(self._counted, worth)

    def _leave(self, after: PageWords, now: float) -> None:
        """The page is left, and tells the pace if it is for the next one and the page was not read before.

        One that was left in another way before tells it with all the time it was looked at.
        """
        self.paused(now)
        if self._words is None:
            return
        seconds = self._left.get(self._page, 0.0) + self._looked
        if abs(after.start - self._words.end) > _NEXT or after.end < self._words.end:
            self._left[self._page] = seconds
            return
        self._left[self._page] = float("inf")
        pace = self.pace.with_page(self._words.story, seconds)
        if pace is not self.pace:
            self.pace = pace
            self._paced = self._paced[0] + self._words.story, self._paced[1] + seconds
